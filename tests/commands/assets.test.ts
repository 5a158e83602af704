import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeUnused, writeAssets } from "../../src/commands/assets.ts";
import type { PublishedFile } from "../../src/compile/media/publish.ts";

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "topicwire-assets-"));
});
afterEach(() => rmSync(out, { recursive: true }));

function fileOf(name: string, text: string): PublishedFile {
  const bytes = Buffer.from(text);
  const file = { path: name, size: bytes.length, read: () => bytes };
  return { file, path: `/media/${name}`, type: "image/png", length: bytes.length };
}

const list = () => readdirSync(join(out, "assets"), { recursive: true, encoding: "utf8" }).sort();

test("a site without media has the folder and its rules all the same", () => {
  writeAssets(out, []);
  removeUnused(out, []);
  expect(list()).toEqual(["_headers", "media"]);
});

test("files are written once, and go when nothing names them any more", () => {
  const [a, b] = [fileOf("a.png", "A"), fileOf("b.png", "B")];
  writeAssets(out, [a, b]);
  const before = statSync(join(out, "assets/media/b.png")).mtimeMs;
  writeFileSync(join(out, "assets/media/c.png.new"), "half of a file");
  writeAssets(out, [b]);
  removeUnused(out, [b]);
  expect(list()).toEqual(["_headers", "media", "media/b.png"]);
  expect(statSync(join(out, "assets/media/b.png")).mtimeMs).toBe(before);
});

test("half a file is written again", () => {
  mkdirSync(join(out, "assets/media"), { recursive: true });
  writeFileSync(join(out, "assets/media/a.png"), "");
  writeAssets(out, [fileOf("a.png", "A")]);
  expect(readFileSync(join(out, "assets/media/a.png"), "utf8")).toBe("A");
});

test("media may be kept for a year and read by anybody, and pictures with scripts cannot run them", () => {
  writeAssets(out, []);
  const rules = readFileSync(join(out, "assets/_headers"), "utf8");
  expect(rules).toContain(
    "/media/*\n  Cache-Control: public, max-age=31536000, immutable\n  X-Content-Type-Options: nosniff\n" +
      "  Access-Control-Allow-Origin: *\n",
  );
  expect(rules).toMatch(/\/media\/\*\.svg\n {2}Content-Security-Policy: default-src 'none';.* sandbox\n/);
  // The platform reads a hundred rules.
  expect(rules.match(/^\//gm)?.length).toBeLessThan(100);
});
