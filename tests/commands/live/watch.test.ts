// Watching folders, and taking turns.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchFolders } from "../../../src/commands/live/watch.ts";

let folder: string;
let calls: string[][];
let end: () => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "topicwire-"));
  mkdirSync(join(folder, "old"));
  calls = [];
  end = watchFolders([folder], (paths) => calls.push(paths.map((path) => path.slice(folder.length + 1))));
});

afterEach(() => {
  end();
  rmSync(folder, { recursive: true, force: true });
});

const patience = { timeout: 60_000 };

describe("a watched folder", () => {
  test("tells of a burst of changes once", async () => {
    writeFileSync(join(folder, "a.txt"), "1");
    writeFileSync(join(folder, "old", "b.txt"), "1");
    await vi.waitFor(() => expect(calls.length).toBe(1), patience);
    expect(new Set(calls[0])).toEqual(new Set(["a.txt", "old/b.txt"]));
  });

  test("looks into folders that are made later", async () => {
    mkdirSync(join(folder, "new"));
    await vi.waitFor(() => expect(calls.length).toBe(1), patience);
    writeFileSync(join(folder, "new", "c.txt"), "1");
    await vi.waitFor(() => expect(calls.at(-1)).toEqual(["new/c.txt"]), patience);
  });

  test("is silent about what editors write for themselves", async () => {
    writeFileSync(join(folder, ".a.txt.swp"), "1");
    writeFileSync(join(folder, "a.txt~"), "1");
    writeFileSync(join(folder, "b.txt"), "1");
    await vi.waitFor(() => expect(calls).toEqual([["b.txt"]]), patience);
  });

  test("is followed when it goes and comes again", async () => {
    rmSync(folder, { recursive: true });
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(0), patience);
    mkdirSync(folder);
    const before = calls.length;
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(before), patience);
    writeFileSync(join(folder, "a.txt"), "1");
    await vi.waitFor(() => expect(calls.at(-1)).toEqual(["a.txt"]), patience);
  });
});
