import {
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { replaceFile } from "../../../src/commands/disk/replaceFile.ts";
import { listSeeds } from "../../../src/compile/seeds.ts";
import { makeFolder } from "../newsroom.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, "ledger.jsonl");
});

describe("a file", () => {
  test("is written where there was none, and in place of what was there", () => {
    for (const content of ["Một\n", Buffer.from("two"), (to: number) => void writeSync(to, "three")]) {
      replaceFile(file, content, true);
      const text = typeof content === "function" ? "three" : content.toString();
      expect(readFileSync(file, "utf8")).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(["ledger.jsonl"]);
  });

  test("is as it was where its writing was stopped half-way, and nothing lies beside it", () => {
    writeFileSync(file, "all of it");
    const stop = (to: number): void => {
      writeSync(to, "half");
      expect(readFileSync(file, "utf8")).toBe("all of it");
      throw new Error("the disk is full");
    };
    expect(() => replaceFile(file, stop)).toThrow("the disk is full");
    expect(readFileSync(file, "utf8")).toBe("all of it");
    expect(readdirSync(folder)).toEqual(["ledger.jsonl"]);
  });

  test("is not written in place: who has it open reads on what it was", () => {
    writeFileSync(file, "before");
    linkSync(file, join(folder, "same"));
    replaceFile(file, "after");
    expect(readFileSync(join(folder, "same"), "utf8")).toBe("before");
  });

  test("that a link leads to is replaced, and the link is left alone", () => {
    writeFileSync(join(folder, "elsewhere"), "before");
    symlinkSync("elsewhere", file);
    replaceFile(file, "after");
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "elsewhere"), "utf8")).toBe("after");
  });

  test("on its way has a name of its own, and is taken for no seed", () => {
    const names = new Set<string>();
    const look = (): void => {
      for (const name of readdirSync(folder)) names.add(name);
      expect(listSeeds(folder).files).toEqual([]);
    };
    replaceFile(file, look);
    replaceFile(file, look);
    expect(names.size).toBe(3);
    expect([...names].filter((name) => existsSync(join(folder, name)))).toEqual(["ledger.jsonl"]);
  });
});
