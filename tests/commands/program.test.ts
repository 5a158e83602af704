import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nameSources } from "../../src/commands/program/stacks.ts";
import { assemble } from "../../src/commands/program.ts";

let root: string;
let cache: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "topicwire-"));
  cache = join(root, "node_modules/.cache/topicwire");
  mkdirSync(join(root, "src/commands/crew"), { recursive: true });
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "src/word.ts"), 'export const word: string = "hello";\n');
  writeFileSync(join(root, "src/commands/main.ts"), 'export { word } from "../word.ts";\n');
  writeFileSync(
    join(root, "src/commands/crew/thread.ts"),
    "declare const PROGRAM_CODE: string;\nexport const code = PROGRAM_CODE;\n",
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const load = (folder: string, file: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(folder, file)).href);

describe("the program put together", () => {
  test("is what was written, with a hash of it", async () => {
    const folder = await assemble(root, cache);
    expect(await load(folder, "main.mjs")).toMatchObject({ word: "hello" });
    expect(folder).toContain(`program-${(await load(folder, "thread.mjs"))["code"]}`);
  });

  test("is another one when a file was changed, added, or a package has another version", async () => {
    const folders = new Set([await assemble(root, cache)]);
    writeFileSync(join(root, "src/word.ts"), 'export const word: string = "good day";\n');
    const changed = await assemble(root, cache);
    expect(await load(changed, "main.mjs")).toMatchObject({ word: "good day" });
    folders.add(changed);
    writeFileSync(join(root, "src/other.ts"), "export {};\n");
    folders.add(await assemble(root, cache));
    appendFileSync(join(root, "package-lock.json"), "\n");
    folders.add(await assemble(root, cache));
    expect(folders.size).toBe(4);
  });

  test("is the same when a file was only touched, or lies in another folder", async () => {
    const folder = await assemble(root, cache);
    utimesSync(join(root, "src/word.ts"), 1, 1);
    expect(await assemble(root, cache)).toBe(folder);
    const copy = mkdtempSync(join(tmpdir(), "topicwire-"));
    cpSync(join(root, "src"), join(copy, "src"), { recursive: true });
    cpSync(join(root, "package-lock.json"), join(copy, "package-lock.json"));
    expect(await assemble(copy, cache)).toBe(folder);
    rmSync(copy, { recursive: true });
  });

  test("is put together again where it was cleared away", async () => {
    const folder = await assemble(root, cache);
    rmSync(folder, { recursive: true });
    expect(await assemble(root, cache)).toBe(folder);
    expect(await load(folder, "main.mjs")).toMatchObject({ word: "hello" });
  });

  test("is one when several are at it at once", async () => {
    const folders = await Promise.all([assemble(root, cache), assemble(root, cache), assemble(root, cache)]);
    expect(new Set(folders).size).toBe(1);
  });

  test("is none where the code has a mistake, or nothing can be written", async () => {
    writeFileSync(join(root, "file"), "");
    await expect(assemble(root, join(root, "file"))).rejects.toThrow();
    writeFileSync(join(root, "src/word.ts"), "export const word = ;\n");
    await expect(assemble(root, cache)).rejects.toThrow("Unexpected");
  });

  test("makes room for itself once those before it are a day old", async () => {
    const first = await assemble(root, cache);
    writeFileSync(join(root, "src/word.ts"), "export const word = 2;\n");
    await assemble(root, cache);
    expect(await load(first, "thread.mjs")).toHaveProperty("code");
    const long = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(first, long, long);
    writeFileSync(join(root, "src/word.ts"), "export const word = 3;\n");
    await assemble(root, cache);
    await expect(load(first, "main.mjs")).rejects.toThrow();
  });
});

test("a stack names the files the program is made of", async () => {
  writeFileSync(
    join(root, "src/commands/main.ts"),
    "type Word = string;\n\nexport function fail(): Word {\n  throw new Error('It failed.');\n}\n",
  );
  const folder = await assemble(root, cache);
  const before = Error.prepareStackTrace;
  nameSources(folder);
  try {
    const { fail } = (await load(folder, "main.mjs")) as { fail: () => void };
    let stack: string | undefined;
    try {
      fail();
    } catch (error) {
      stack = (error as Error).stack;
    }
    expect(stack).toMatch(/^Error: It failed\.\n {4}at fail \(.*src[/\\]commands[/\\]main\.ts:4:9\)/);
  } finally {
    Error.prepareStackTrace = before;
  }
});
