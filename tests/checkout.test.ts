// What git makes of the files of a site on a system that ends lines in another way: .gitattributes says what it may.

import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, snapshot, write } from "./commands/newsroom.ts";

test("seeds are checked out byte for byte, and the ledger as it was written", () => {
  const [folder, clone] = [makeFolder(), join(makeFolder(), "clone")];
  const git = (...args: readonly string[]): void => {
    const options = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "core.autocrlf=true"];
    execFileSync("git", [...options, ...args], { cwd: folder, stdio: "pipe" });
  };
  copyFileSync(join(import.meta.dirname, "../.gitattributes"), join(folder, ".gitattributes"));
  const names = [
    "page.html",
    "note.md",
    "capture.txt",
    "capture",
    "of/page.html",
    "of/sea.svg",
    "of/data.csv",
  ];
  write(join(folder, "seeds"), Object.fromEntries(names.map((name) => [name, "One\r\ntwo\nthree\r\n"])));
  write(folder, { "seeds/ledger.jsonl": '{"id":1}\n{"id":2}\n', "seeds/site.toml": "[site]\n" });
  const before = snapshot(join(folder, "seeds"));
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "a site");
  git("clone", "--quiet", ".", clone);
  expect(snapshot(join(clone, "seeds"))).toEqual(before);
  expect(readFileSync(join(clone, "seeds/ledger.jsonl"), "utf8")).not.toContain("\r");
});
