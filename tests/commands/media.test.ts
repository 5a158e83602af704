// compile from end to end, with pictures: what is in dist/ afterwards, and what is left of an earlier one.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "topicwire-media-"));
  mkdirSync(join(folder, "seeds/pictures"), { recursive: true });
  write("site.toml", '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
  writeFileSync(join(folder, "seeds", path), content);
}

function compile(out: string): void {
  const paths = ["--seeds", join(folder, "seeds"), "--out", join(folder, out)];
  execFileSync(process.execPath, ["src/cli.ts", "compile", ...paths], { stdio: "pipe" });
}

/** Every file of dist/ with a hash of its bytes. */
function filesIn(out: string): Record<string, string> {
  const root = join(folder, out);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(root, file)))
          .digest("hex"),
      ]),
  );
}

const mediaIn = (out: string) => Object.keys(filesIn(out)).filter((file) => file.startsWith("assets/media/"));

test("the same seeds give the same files, and another picture takes the place of the old one", () => {
  write(
    "a.md",
    "---\ntitle: A boat\nimage: pictures/boat.svg\n---\n\nThe harbour has a new boat for its pilots.\n",
  );
  write("pictures/boat.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write("pictures/unnamed.svg", "<svg/>");
  compile("one");
  compile("two");
  expect(filesIn("two")).toEqual(filesIn("one"));
  expect(mediaIn("one")).toEqual([expect.stringMatching(/^assets\/media\/boat-[0-9a-f]{32}\.svg$/)]);

  const ledger = readFileSync(join(folder, "seeds/ledger.jsonl"), "utf8");
  write("pictures/boat.svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>');
  compile("two");
  expect(mediaIn("two")).toHaveLength(1);
  expect(mediaIn("two")).not.toEqual(mediaIn("one"));
  expect(readFileSync(join(folder, "seeds/ledger.jsonl"), "utf8")).not.toBe(ledger);
});
