// The live look: npm start in a folder of its own, a seed that changes, and the page that follows.

import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { useBrowser } from "./visit.ts";

const browser = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "topicwire-live-"));
const settings = join(folder, "news", "site.toml");
const site = `[site]
title = "A small site"
description = "Three lines."
url = "https://small.example"
language = "en"

[[topic]]
id = "sea"
title = "Sea"
match = ["sea"]
`;

let port: number;
let origin: string;
let server: ChildProcess;
let said = "";

const calm =
  "The sea was calm, and the ships that lay in the harbour left it early. The sea stayed calm all day.";
const storm =
  "A storm rose from the north. Fishermen who know the sea had pulled their boats ashore by noon.";

function seed(title: string, text: string): string {
  return `---\ntitle: ${title}\ndate: 2026-11-21\n---\n\n${text}\n`;
}

beforeAll(async () => {
  for (const name of ["src", "package.json", "wrangler.toml"])
    cpSync(name, join(folder, name), { recursive: true });
  mkdirSync(join(folder, "news"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(settings, site);
  writeFileSync(join(folder, "news", "one.md"), seed("A calm morning", calm));
  port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = start();
  await vi.waitFor(() => expect(said).toContain("Ready"), { timeout: 60_000, interval: 100 });
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(): ChildProcess {
  const args = ["src/cli.ts", "start", "--port", String(port), "--seeds", "news"];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return child;
}

function stop(): Promise<number | null> {
  if (server.exitCode !== null) return Promise.resolve(server.exitCode);
  return new Promise((done) => {
    server.on("close", done);
    server.kill("SIGINT");
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

const patience = { timeout: 60_000 };

describe("npm start", () => {
  test("serves feeds whose links bear the port readers use", async () => {
    const feed = await (await fetch(`${origin}/feeds/sea.rss`)).text();
    expect(feed).toContain(`href="${origin}/feeds/sea.rss"`);
    expect(feed).not.toContain("__live");
  });

  test("refreshes an open page when a seed changes, without a complaint of the browser", async () => {
    const { page, complaints } = await browser.open({ baseURL: origin });
    await page.goto("/topics/sea");
    expect(await page.locator(".entries .title").allInnerTexts()).toEqual(["A calm morning"]);
    writeFileSync(join(folder, "news", "one.md"), seed("A quiet morning", calm));
    await page.getByRole("link", { name: "A quiet morning" }).waitFor(patience);
    writeFileSync(join(folder, "news", "two.md"), seed("An evening", storm));
    await page.getByRole("link", { name: "An evening" }).waitFor(patience);
    expect(complaints).toEqual([]);
  });

  test("tells of a broken site.toml on every page, and goes on serving the last good site", async () => {
    const { page } = await browser.open({ baseURL: origin });
    await page.goto("/topics/sea");
    appendFileSync(settings, "= broken\n");
    await page.getByText("This is the last good site").click(patience);
    expect(new URL(page.url()).pathname).toBe("/__problems");
    const text = await page.locator("body").innerText();
    expect(text).toContain("news/site.toml");
    expect(text).toContain("in line 11");
    expect(said).toContain("news/site.toml:11: error:");
    expect((await fetch(`${origin}/feeds/sea.rss`)).status).toBe(200);
    writeFileSync(settings, site);
    await page.getByRole("heading", { name: "Nothing is wrong" }).waitFor(patience);
  });

  test("says in one sentence that it runs here already", async () => {
    const second = start();
    const code = await new Promise((done) => second.on("close", done));
    expect(code).toBe(1);
    expect(said).toContain(`npm start is already running here: process ${server.pid} (news/ at ${origin}/)`);
  });

  test("answers for a picture there is none of as for any such address, not for a year", async () => {
    const answer = await fetch(`${origin}/media/none-00000000000000000000000000000000.png`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Cache-Control")).not.toContain("immutable");
  });

  test("ends with Ctrl-C, and everything it started ends too", async () => {
    expect(await stop()).toBe(0);
    await expect(fetch(origin)).rejects.toThrow();
  });
});
