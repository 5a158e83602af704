// Folders are made with those above them, and a folder that cannot be is named.

import { spawnSync } from "node:child_process";
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { makeFolders } from "../../../src/commands/disk/makeFolders.ts";
import { describeRefusal } from "../../../src/compile/seeds/disk.ts";
import { articles, makeFolder, site, write } from "../newsroom.ts";

let root = "";
beforeEach(() => {
  root = makeFolder();
});

describe("a folder is made with those above it, of which the first is told", () => {
  test("where none is there", () => {
    expect(makeFolders(join(root, "a/b/c"))).toBe(join(root, "a"));
    expect(makeFolders(join(root, "a/b/d/e"))).toBe(join(root, "a/b/d"));
    expect(makeFolders(`${root}/f/../g/`)).toBe(join(root, "f"));
    for (const made of ["a/b/c", "a/b/d/e", "f", "g"]) expect(existsSync(join(root, made))).toBe(true);
  });

  test("and nothing where it is there, if only by a link", () => {
    symlinkSync(root, join(root, "link"));
    for (const there of [root, join(root, "link"), ".", "/"]) expect(makeFolders(there)).toBeUndefined();
  });
});

describe("what cannot be made is told", () => {
  const refusalOf = (folder: string): string | null => {
    try {
      makeFolders(folder);
      return null;
    } catch (error) {
      return describeRefusal(error);
    }
  };

  test("below a file, and where a link leads nowhere", () => {
    writeFileSync(join(root, "file"), "");
    symlinkSync(join(root, "gone"), join(root, "link"));
    expect(refusalOf(join(root, "file"))).toBe(
      `${join(root, "file")} cannot be made: a file of this name is there.`,
    );
    expect(refusalOf(join(root, "file/a"))).toBe(
      `${join(root, "file")} cannot be made: a file of this name is there.`,
    );
    expect(refusalOf(join(root, "link/a"))).toBe(
      `${join(root, "link")} cannot be made: a file of this name is there.`,
    );
  });

  // The system's own folder, where Node would try for ever.
  test.skipIf(!existsSync("/proc/self"))("by a compile that is to write where nobody may", () => {
    write(join(root, "seeds"), { "site.toml": site, ...articles(1) });
    const compile = (out: string) => {
      const cli = join(import.meta.dirname, "../../../src/cli.ts");
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "compile", "--out", out], {
        cwd: root,
        encoding: "utf8",
        timeout: 60_000,
        killSignal: "SIGKILL",
      });
      return { status, stdout, stderr };
    };
    for (const out of ["/proc/x", "/proc/x/y"])
      expect(compile(out)).toEqual({
        status: 1,
        stdout: "",
        stderr:
          "/proc/x cannot be made: the disk is read-only. Name an empty or a new folder elsewhere: --out DIR\n",
      });
  });
});
