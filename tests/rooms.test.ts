// The arrows between rooms: read from the import lines, so that no circle can grow unseen.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

/** Which rooms each room may use. The doors stand in src/ itself and are rooms of one file. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  feeds: ["catalog"],
  pages: ["feeds", "catalog"],
  lists: ["pages", "feeds", "catalog"],
  edge: ["lists", "pages", "feeds", "catalog"],
  compile: ["lists", "pages", "feeds", "catalog"],
  commands: ["compile", "pages", "catalog"],
  "worker.ts": ["edge", "catalog"],
  "cli.ts": ["commands"],
  "artefact.d.ts": [],
};

/** Which folders of compile/ its steps may use. The files at its top are open to all. */
const steps: Readonly<Record<string, readonly string[]>> = {
  extractors: ["characters", "dates", "encodings", "frontmatter", "language", "noise", "sanitize", "media"],
  identity: ["media"],
  press: [],
  bundle: ["press"],
};

/** Packages only some files may know. */
const packages: Readonly<Record<string, RegExp>> = {
  feed: /^src\/feeds\/writer\.ts$/,
  hono: /^src\/edge\//,
  "hono/html": /^src\/pages\/markup\.ts$/,
};

/**
 * Node's own modules stay at build time, and the disk in the few files that are about it; a language's knowledge is one,
 * since it is read as bytes from a package.
 */
const nodeRooms = /^src\/(compile|commands)\//;
const diskFiles = /^src\/(commands\/|compile\/(site\/bookTexts|seeds|language\/source|media\/library)\.ts$)/;

const root = join(import.meta.dirname, "..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/${file.split(sep).join("/")}`);

/** Every module a file imports, as written. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\b[^;"]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm,
  );
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "");
}

function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}

describe("the house", () => {
  test("has no room the map does not name", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in arrows))).toEqual([]);
  });

  test("is looked at whole: imports are found in it", () => {
    expect(files.flatMap(importsOf).length).toBeGreaterThan(50);
  });

  test("has arrows in one direction only", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith("."))
        .map((name) =>
          relative(root, join(root, dirname(file), name))
            .split(sep)
            .join("/"),
        )
        .filter((target) => target.startsWith("src/") && roomOf(target) !== roomOf(file))
        .filter((target) => !arrows[roomOf(file)]?.includes(roomOf(target)))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("knows at each step of a compile nothing of those behind it", () => {
    const folderOf = (file: string): string => /^src\/compile\/(\w+)\//.exec(file)?.[1] ?? "";
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith(".") && folderOf(file) in steps)
        .map((name) => join(dirname(file), name).split(sep).join("/"))
        .filter((target) => !["", folderOf(file)].includes(folderOf(target)))
        .filter((target) => !steps[folderOf(file)]?.includes(folderOf(target)))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("keeps Node out of everything that runs at the edge", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith("node:") && !nodeRooms.test(file))
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test("touches the disk in the files that are about it", () => {
    const wrong = files.filter((file) => importsOf(file).includes("node:fs") && !diskFiles.test(file));
    expect(wrong).toEqual([]);
  });

  test("keeps each package behind the file that knows it", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => packages[name]?.test(file) === false)
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith("."))
        .map((name) => join(dirname(file), name).split(sep).join("/")),
    ]),
  );

  test("loads nothing into the Worker that is needed only when a site is compiled", () => {
    const reached = new Set(["src/worker.ts"]);
    for (const file of reached) for (const next of graph.get(file) ?? []) reached.add(next);
    expect(reached).toContain("src/feeds/formats.ts");
    // What a compile leaves in dist/ imports nothing, and may not be there yet.
    const code = [...reached].filter((file) => file.startsWith("src/"));
    expect(code.filter((file) => importsOf(file).includes("feed"))).toEqual([]);
  });

  test("has no circle between two files", () => {
    const state = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      state.set(file, "open");
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, "done");
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
