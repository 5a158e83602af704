import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { runCommand } from "../../../src/commands/command.ts";
import { compileCommand } from "../../../src/commands/compile.ts";
import { lock, lockAtOnce } from "../../../src/commands/disk/lock.ts";
import { readLedger } from "../../../src/compile/identity/ledger.ts";
import { articles, articleText, makeFolder, site, snapshot, write } from "../newsroom.ts";
import { withoutProgress } from "../project.ts";

let folder = "";
let said: string[] = [];
beforeEach(() => {
  folder = makeFolder();
  said = [];
  const tell = vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  onTestFinished(() => {
    tell.mockRestore();
    log.mockRestore();
  });
});

const moment = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const root = join(import.meta.dirname, "..", "..", "..");

/** Another process that holds the folder until it is killed. */
async function holdElsewhere(): Promise<ChildProcess> {
  const script = `const { lock } = await import(${JSON.stringify(join(root, "src/commands/disk/lock.ts"))});
    await lock(${JSON.stringify(folder)}, "seeds");
    console.log("holds");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { cwd: root });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

describe("a folder that is held", () => {
  test("is given to one after the other, in one process and in several", async () => {
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      const unlock = await lock(folder, "seeds");
      order.push(`${name} begins`);
      await moment(50);
      order.push(`${name} ends`);
      unlock();
    };
    await Promise.all([work("a"), work("b"), work("c")]);
    for (let at = 0; at < order.length; at += 2)
      expect(order[at]?.replace("begins", "ends")).toBe(order[at + 1]);
    expect(said).toEqual([]);
  });

  test("is held under every name it has", async () => {
    const link = join(makeFolder(), "link");
    symlinkSync(folder, link);
    const unlock = await lock(link, "seeds");
    expect(lockAtOnce(folder, "seeds", "(a test)")).toMatch(`process ${process.pid} `);
    unlock();
  });

  test("may be held for its seeds and for what is made there at once, and another folder beside it", async () => {
    const all = await Promise.all([lock(folder, "seeds"), lock(folder, "out"), lock(makeFolder(), "seeds")]);
    for (const unlock of all) unlock();
  });

  test("is one that is there: in another one is nothing to spoil, and a lock would be cleared away", () => {
    const gone = join(folder, "gone");
    const all = [lockAtOnce(gone, "seeds", ""), lockAtOnce(gone, "seeds", "")];
    for (const unlock of all) expect(typeof unlock === "string" ? unlock : unlock()).toBeUndefined();
  });

  test("is waited for until its process is killed, and after a second it is told which one that is", async () => {
    const child = await holdElsewhere();
    // A clock of our own: this machine may stand still for longer than a second.
    const clock = vi.spyOn(performance, "now").mockReturnValue(5000);
    onTestFinished(() => clock.mockRestore());
    const holding = lock(folder, "seeds");
    for (const silent of [5500, 6000]) {
      clock.mockReturnValue(silent);
      await moment(100);
      expect(said).toEqual([]);
    }
    clock.mockReturnValue(6001);
    await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 60_000 });
    expect(said[0]).toMatch(`Waiting for ${folder}/, which process ${child.pid} `);
    child.kill("SIGKILL");
    (await holding)();
    expect(said).toHaveLength(1);
  });
});

describe("two compiles of one folder", () => {
  test("at once do what they do alone, into different folders and into one", async () => {
    // So many that they are read in threads, and for some time.
    write(join(folder, "seeds"), { "site.toml": site, ...articles(250) });
    const compile = (out: string): Promise<{ readonly stderr: string }> =>
      promisify(execFile)(process.execPath, [join(root, "src/cli.ts"), "compile", "--out", out], {
        cwd: folder,
      });
    const told = await Promise.all([compile("a"), compile("b"), compile("a")]);
    for (const { stderr } of told)
      expect(withoutProgress(stderr).replace(/^Waiting for (seeds|a)\/, which .*\n/gm, "")).toBe("");
    expect(snapshot(join(folder, "a"))).toEqual(snapshot(join(folder, "b")));
    const { entries } = readLedger(readFileSync(join(folder, "seeds/ledger.jsonl"), "utf8"));
    expect(entries).toHaveLength(250);
    // Had one spoilt what another remembers, this one would have to begin anew.
    const before = snapshot(join(folder, ".topicwire"));
    await compile("b");
    const spools = (files: ReadonlyMap<string, string>): string[] =>
      [...files.keys()].filter((file) => /spool-.*-(main|\d+)$/.test(file));
    expect(spools(snapshot(join(folder, ".topicwire")))).toEqual(spools(before));
  });

  test("do not undo each other's lines of the ledger", async () => {
    const seeds = join(folder, "seeds");
    const compile = (): Promise<number> =>
      runCommand(compileCommand, ["--seeds", seeds, "--out", join(folder, "dist")]);
    write(seeds, { "site.toml": site, ...articles(12) });
    expect(await compile()).toBe(0);
    // The second has something to write, and begins while the first is not ready.
    const before = readFileSync(join(seeds, "ledger.jsonl"));
    write(seeds, { "3.txt": articleText(3, "\n\nThis was added afterwards.") });
    const unlock = await lock(seeds, "seeds");
    const second = compile();
    await moment(300);
    const first = join(folder, "first");
    write(first, { "site.toml": site, ...articles(12), "new.txt": articleText(20) });
    write(first, { "ledger.jsonl": before });
    expect(await runCommand(compileCommand, ["--seeds", first, "--out", join(folder, "other")])).toBe(0);
    const lines = readFileSync(join(first, "ledger.jsonl"), "utf8");
    const entry = readLedger(lines).entries.find(({ from }) => from === "new.txt");
    await moment(1000);
    write(seeds, { "new.txt": articleText(20), "ledger.jsonl": lines });
    unlock();
    expect(await second).toBe(0);
    const { entries } = readLedger(readFileSync(join(seeds, "ledger.jsonl"), "utf8"));
    expect(entry).toBeDefined();
    expect(entries).toContainEqual(entry);
    expect(entries.filter(({ changed, seen }) => changed > seen).map(({ from }) => from)).toEqual(["3.txt"]);
  });
});
