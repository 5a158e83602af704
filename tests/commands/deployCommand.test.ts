// deploy as a command, as far as it goes without an account: in a copy of the project, with a seeds folder of its own.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Said } from "./console.ts";
import { articles, articleText, site, snapshot, write } from "./newsroom.ts";
import { makeProject, replaceWrangler, runIn } from "./project.ts";

const patience = 60_000;

let root = "";
let seeds = "";
beforeEach(() => {
  root = makeProject();
  seeds = join(root, "seeds");
  write(seeds, { "site.toml": site, ...articles(3) });
});

function run(...args: readonly string[]): Promise<Said> {
  return runIn(root, ...args);
}

/**
 * Puts a wrangler in place of the real one: it does something first, then what `[build]` in wrangler.toml says, and
 * writes down what it would have uploaded.
 */
function uploadInstead(first: string): void {
  const build = /^command = "(.*)"$/m.exec(readFileSync(join(root, "wrangler.toml"), "utf8"))?.[1];
  const script = `set -e\n${first}\n${build}\ncp dist/site.json.txt uploaded\necho "$@" > words\n`;
  replaceWrangler(
    root,
    `const { spawnSync } = require("node:child_process");
    const args = ["-c", ${JSON.stringify(script)}, "wrangler", ...process.argv.slice(2)];
    process.exitCode = spawnSync("sh", args, { stdio: "inherit" }).status;`,
  );
}

const uploaded = (): string => readFileSync(join(root, "uploaded"), "utf8");
const made = (): string => readFileSync(join(root, "dist", "site.json.txt"), "utf8");

/** A hub, and the addresses it is told. */
async function openHub(): Promise<{ readonly address: string; readonly told: string[] }> {
  const told: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      told.push(new URLSearchParams(body).get("hub.url") ?? "");
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, told };
}

describe("a deploy", () => {
  test(
    "compiles once, and hands to wrangler what was compiled",
    async () => {
      await run("compile");
      const before = snapshot(seeds);
      const { address, told } = await openHub();
      write(seeds, { "site.toml": site.replace("[site]", `[site]\nhub = "${address}"`) });
      before.delete("/site.toml");
      const { code, out, err } = await run("deploy", "--", "--dry-run", "--outdir", "dist/worker");
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out.match(/3 articles, 1 topic in dist/g)).toHaveLength(1);
      expect(out).toContain("--dry-run: exiting now.");
      expect(existsSync(join(root, "dist/worker/worker.js"))).toBe(true);
      const after = snapshot(seeds);
      after.delete("/site.toml");
      expect(after).toEqual(before);
      // Nothing was deployed, so there is nothing to tell.
      expect(told).toEqual([]);
    },
    patience,
  );

  test(
    "tells the hub of the feeds that changed, once they are there",
    async () => {
      const { address, told } = await openHub();
      write(seeds, {
        "site.toml": site
          .replace("[site]", `[site]\nhub = "${address}"`)
          .replace("news.example", "news.invalid"),
      });
      await run("compile");
      uploadInstead("");
      const { code, out } = await run("deploy", "--", "--env", "staging");
      expect({ code, words: readFileSync(join(root, "words"), "utf8") }).toEqual({
        code: 0,
        words: "deploy --env staging\n",
      });
      expect(out).toContain(`6 of 6 changed feeds were told to ${address}`);
      expect(told).toContain("https://news.invalid/feeds/sea.atom");
      expect(uploaded()).toBe(made());
    },
    patience,
  );

  test(
    "says what a hub will not hear of: articles dated ahead, unless a trigger has the Worker tell it",
    async () => {
      const { address } = await openHub();
      const nextYear = new Date().getFullYear() + 1;
      write(seeds, {
        "site.toml": site
          .replace("[site]", `[site]\nhub = "${address}"`)
          .replace("news.example", "news.invalid"),
        "plan.md": `---\ntitle: Plan\ndate: ${nextYear}-06-01\n---\n\n${articleText(8)}`,
      });
      await run("compile");
      uploadInstead("");
      const { code, out } = await run("deploy");
      expect(code).toBe(0);
      expect(out).toContain(
        "1 article still to come: the hub hears of it with the deploy after that. Take the # from [triggers]",
      );
      const file = join(root, "wrangler.toml");
      const config = readFileSync(file, "utf8");
      const triggered = config.replace(/^# (?=\[triggers\]|crons = )/gm, "");
      expect(triggered).not.toBe(config);
      writeFileSync(file, triggered);
      expect((await run("deploy")).out).not.toContain("still to come");
    },
    patience,
  );

  test(
    "uploads what was compiled though a seed changes meanwhile, and no id is given to it",
    async () => {
      await run("compile");
      const before = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
      write(root, { "late.txt": articleText(9) });
      uploadInstead("cp late.txt seeds/late.txt\nprintf -- '---\\ntitle: Open' > seeds/open.md");
      const { code } = await run("deploy");
      expect(code).toBe(0);
      expect(JSON.parse(uploaded())).toMatchObject({ count: 3 });
      expect(readFileSync(join(seeds, "ledger.jsonl"), "utf8")).toBe(before);
    },
    patience,
  );

  test.each(["dist/site.bin", "dist/site.json.txt", "dist/assets/_headers"])(
    "stops where something else has written %s meanwhile",
    async (file) => {
      await run("compile");
      uploadInstead(`echo >> ${file}`);
      const { code, err } = await run("deploy");
      expect(code).toBe(1);
      expect(err).toContain("dist/ is not what was compiled for this deploy");
      expect(existsSync(join(root, "uploaded"))).toBe(false);
    },
    patience,
  );

  test.each<readonly [string, string, () => void]>([
    [
      "a ledger that would change",
      "The ledger would change",
      () => write(seeds, { "new.txt": articleText(7) }),
    ],
    ["a file with errors", "open.md:1: error: ", () => write(seeds, { "open.md": "---\ntitle: Open" })],
    [
      "a site without an address",
      "seeds/site.toml: error: the site has no url. Add url = ",
      () => write(seeds, { "site.toml": site.replace(/^url.*\n/m, "") }),
    ],
    [
      "an address that is not safe",
      'seeds/site.toml: error: url is "http://news.example", and a Worker is read over https. Write https://news.example.',
      () => write(seeds, { "site.toml": site.replace("https:", "http:") }),
    ],
    ["no site", "seeds/site.toml: error: there is no such file", () => rmSync(join(seeds, "site.toml"))],
  ])(
    "does not begin with %s",
    async (_, reason, spoil) => {
      await run("compile");
      uploadInstead("");
      spoil();
      const { code, err } = await run("deploy");
      expect(code).toBe(1);
      expect(err).toContain(reason);
      expect(err).toContain("\nNothing was deployed");
      expect(existsSync(join(root, "uploaded"))).toBe(false);
    },
    patience,
  );

  test(
    "says how to go on without a file with errors, and does",
    async () => {
      await run("compile");
      write(seeds, { "open.md": "---\ntitle: Open" });
      uploadInstead("");
      expect((await run("deploy")).err).toContain(
        "\nNothing was deployed: 1 file has errors. Correct what is named above, or deploy the others: npm run deploy -- --keep-going\n",
      );
      expect((await run("deploy", "--keep-going")).code).toBe(0);
      expect(JSON.parse(uploaded())).toMatchObject({ count: 3 });
    },
    patience,
  );

  test(
    "of another folder, whose ledger is in no commit yet, says so",
    async () => {
      const git = (...args: readonly string[]): void => {
        const who = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
        execFileSync("git", [...who, ...args], { cwd: root });
      };
      renameSync(seeds, join(root, "news"));
      git("init", "--quiet");
      await run("compile", "--seeds", "news");
      uploadInstead("");
      const told =
        "news/ledger.jsonl: warning: it has changes that are in no commit, and they go out with this deploy. ";
      const first = await run("deploy", "--seeds", "news");
      expect(first).toMatchObject({ code: 0, err: expect.stringContaining(told) });
      git("add", "news");
      git("commit", "--quiet", "--message", "news");
      expect(await run("deploy", "--seeds", "news")).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(uploaded())).toMatchObject({ count: 3 });
    },
    patience,
  );
});
