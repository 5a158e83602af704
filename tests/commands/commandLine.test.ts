// The command line: what means nothing is refused, so that nobody takes for done what was not.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Command, shownFolder, spellCall } from "../../src/commands/command.ts";
import { compileCommand } from "../../src/commands/compile.ts";
import { deployCommand } from "../../src/commands/deploy.ts";
import { diffCommand } from "../../src/commands/diff.ts";
import { inspectCommand } from "../../src/commands/inspect.ts";
import { startCommand } from "../../src/commands/start.ts";
import { type Said, say } from "./console.ts";
import { articles, makeFolder, site, write } from "./newsroom.ts";

let folder = "";
beforeEach(() => {
  folder = makeFolder();
  write(join(folder, "seeds"), { "site.toml": site, ...articles(2) });
});
afterEach(() => void vi.unstubAllEnvs());

describe("a word that means nothing", () => {
  test("is refused by a compile, which says how a folder is named", async () => {
    const { code, err } = await say(compileCommand, "/path/to/site");
    expect(code).toBe(2);
    expect(err).toContain(
      '"/path/to/site" means nothing here: npm run compile takes only options. If it is the folder of articles: npm run compile -- --seeds /path/to/site\n',
    );
  });

  test("is refused by the development server", async () => {
    const { code, err } = await say(startCommand, "site");
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining("npm start -- --seeds site\n"),
    });
  });
});

describe("an option that npm kept", () => {
  // biome-ignore lint/suspicious/noExplicitAny: each command has options of its own
  type AnyCommand = Command<any>;

  test.each<readonly [string, AnyCommand, Readonly<Record<string, string>>, readonly string[], string]>([
    ["a switch", compileCommand, { frozen: "true" }, [], "npm run compile -- --frozen"],
    ["a name of two words", compileCommand, { keep_going: "true" }, [], "npm run compile -- --keep-going"],
    ["with its value a word", compileCommand, { seeds: "true" }, ["/a/b"], "npm run compile -- --seeds /a/b"],
    ["with its value", compileCommand, { out: "made" }, [], "npm run compile -- --out made"],
    ["without a value", compileCommand, { out: "true" }, [], "npm run compile -- --out …"],
    ["two of them", startCommand, { port: "90", seeds: "true" }, ["s"], "npm start -- --port 90 --seeds s"],
    [
      "that it knows itself",
      diffCommand,
      { json: "true" },
      ["https://a.example"],
      "npm run diff -- --json https://a.example",
    ],
    [
      "beside files",
      inspectCommand,
      { json: "true" },
      ["a.txt", "b.txt"],
      "npm run inspect -- --json a.txt b.txt",
    ],
    ["that is wrangler's", deployCommand, { dry_run: "true" }, [], "npm run deploy -- -- --dry-run"],
  ])("is seen: %s", async (_, command, kept, words, meant) => {
    vi.stubEnv("npm_lifecycle_event", command.call.replace(/^npm (run )?/, ""));
    for (const [name, value] of Object.entries(kept)) vi.stubEnv(`npm_config_${name}`, value);
    const { code, err } = await say(command, ...words);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^npm kept --.* to itself, so nothing was done\. Write -- before (it|them): /,
      ),
    });
    expect(err.trimEnd().endsWith(`: ${meant}`), err).toBe(true);
  });

  const compile = (...flags: readonly string[]): Promise<Said> =>
    say(compileCommand, "--seeds", join(folder, "seeds"), "--out", join(folder, "dist"), ...flags);

  test("is no matter where it was given as well, or was meant for the script that called this one", async () => {
    vi.stubEnv("npm_config_frozen", "true");
    vi.stubEnv("npm_lifecycle_event", "build");
    expect((await compile()).code).toBe(0);
    expect(existsSync(join(folder, "dist/site.bin"))).toBe(true);
    vi.stubEnv("npm_lifecycle_event", "compile");
    expect((await compile()).code).toBe(2);
    expect((await compile("--frozen")).code).toBe(0);
  });
});

test("a command to be typed is quoted as the shells of the system understand it", () => {
  const spell = (folder: string, system: NodeJS.Platform): string =>
    spellCall("npm run compile", ["--seeds", folder], system);
  expect(spell("my seeds", "linux")).toBe("npm run compile -- --seeds 'my seeds'");
  expect(spell("it's", "linux")).toBe("npm run compile -- --seeds 'it'\\''s'");
  expect(spell("a\\b", "darwin")).toBe("npm run compile -- --seeds 'a\\b'");
  expect(spell("D:\\my seeds", "win32")).toBe('npm run compile -- --seeds "D:\\my seeds"');
  expect(spell("D:\\seeds", "win32")).toBe("npm run compile -- --seeds D:\\seeds");
});

test("a folder is shown with one slash at its end, however it was typed", () => {
  expect(["seeds", "seeds/", ".\\seeds\\", "D:\\"].map(shownFolder)).toEqual([
    "seeds/",
    "seeds/",
    ".\\seeds/",
    "D:/",
  ]);
});

test("whoever reads what a command says may stop before its end", async () => {
  const cli = join(import.meta.dirname, "../../src/cli.ts");
  const command = `"${process.execPath}" "${cli}" inspect --json seeds | true`;
  expect(await promisify(execFile)("sh", ["-c", command], { cwd: folder })).toEqual({
    stdout: "",
    stderr: "",
  });
});
