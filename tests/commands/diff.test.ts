// diff: what readers would see, against the last commit and against a live site.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { compileCommand } from "../../src/commands/compile.ts";
import { diffCommand } from "../../src/commands/diff.ts";
import { openNotes } from "../../src/commands/disk/notes.ts";
import { compileSite } from "../../src/compile/compile.ts";
import { noteUndated } from "../../src/feeds/note.ts";
import { readSeeds } from "../folder.ts";
import { type Said, say } from "./console.ts";
import { articles, articleText, makeFolder, site, write } from "./newsroom.ts";

interface Report {
  complete: boolean;
  new: { title: string; file: string }[];
  changed: { file: string }[];
  retracted: { title: string }[];
  leftOut: { file: string }[];
  returned: { file: string }[];
  unchanged: number;
  feeds: { feed: string; into: number; changed: number; outOf: number }[];
  alarms: { why: string; article: { id: string }; known: { id: string } }[];
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@news.example", ...args], {
    cwd: folder,
    stdio: "pipe",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
  });
}

async function makeNewsroom(count: number): Promise<string> {
  const folder = makeFolder();
  write(join(folder, "seeds"), { "site.toml": site, ...articles(count) });
  const { code } = await say(compileCommand, "--seeds", join(folder, "seeds"), "--out", join(folder, "dist"));
  expect(code).toBe(0);
  return folder;
}

async function makeCommitted(count: number): Promise<string> {
  const folder = await makeNewsroom(count);
  git(folder, "init", "--quiet");
  git(folder, "add", "seeds");
  git(folder, "commit", "--quiet", "--message", "base");
  return join(folder, "seeds");
}

function diff(seeds: string, ...args: readonly string[]): Promise<Said> {
  return say(diffCommand, "--seeds", seeds, ...args);
}

async function report(seeds: string, ...args: readonly string[]): Promise<Report & { code: number }> {
  const { code, out } = await diff(seeds, "--json", ...args);
  return { ...(JSON.parse(out) as Report), code };
}

test("problems are named with the folder as it was named, with one slash behind it", async () => {
  const seeds = await makeCommitted(2);
  write(seeds, { "open.md": "---\ntitle: Open" });
  for (const named of [seeds, `${seeds}/`]) {
    expect((await diff(named)).err).toContain(`${seeds}/open.md:1: error: `);
  }
});

describe("against the last commit", () => {
  test("nothing has changed when nothing has", async () => {
    const { code, out } = await diff(await makeCommitted(4));
    expect({ code, out }).toEqual({
      code: 0,
      out: "Against the last commit (4 articles):\n0 new, 0 changed, 0 retracted, 0 left out, 0 come back, 4 as they were.\n",
    });
  });

  test("new, changed and retracted articles are named, and counted by feed", async () => {
    const seeds = await makeCommitted(5);
    rmSync(join(seeds, "0.txt"));
    write(seeds, { "1.txt": articleText(1, "\n\nThis was added."), "new.txt": articleText(9) });
    const found = await report(seeds);
    expect(found).toMatchObject({
      code: 0,
      new: [{ file: "new.txt" }],
      changed: [{ file: "1.txt" }],
      retracted: [{ file: "0.txt" }],
      unchanged: 3,
      alarms: [],
    });
    expect(found.feeds[0]).toEqual({ feed: "all", into: 1, changed: 1, outOf: 1 });
    const { out } = await diff(seeds);
    expect(out).toContain(
      "How the clinic was closed in round 9".replace("closed", out.match(/clinic was (\w+)/)?.[1] ?? ""),
    );
    expect(out).toMatch(/Feed +in +changed +out\n {2}all +1 +1 +1\n/);
  });

  test("a file that was published and is no article any more is an error here as in a compile", async () => {
    const folder = await makeNewsroom(3);
    const seeds = join(folder, "seeds");
    write(seeds, { notes: articleText(7) });
    await say(compileCommand, "--seeds", seeds, "--out", join(folder, "dist"));
    git(folder, "init", "--quiet");
    git(folder, "add", "seeds");
    git(folder, "commit", "--quiet", "--message", "base");
    write(seeds, { notes: "\0\x01\x02\x03".repeat(400) });
    const { err } = await diff(seeds);
    expect(err).toContain("seeds/notes: error: an article was published from this file");
  });

  test("an article whose file has errors is left out and not taken back", async () => {
    const seeds = await makeCommitted(3);
    write(seeds, { "2.txt": `---\ndate: no day\n---\n${articleText(2)}` });
    const { retracted, leftOut, unchanged } = await report(seeds);
    expect({ retracted, unchanged, leftOut: leftOut.map(({ file }) => file) }).toEqual({
      retracted: [],
      unchanged: 2,
      leftOut: ["2.txt"],
    });
    const { out } = await diff(seeds);
    expect(out).toContain("0 retracted, 1 left out");
    expect(out).toContain("\nLeft out for now: ");
  });

  test("what a compile remembers is used, and left as it was", async () => {
    const seeds = await makeCommitted(4);
    const notes = openNotes(seeds);
    const remembered = (): string[] => readdirSync(notes).filter((name) => /^(?:spool|state)/.test(name));
    const before = remembered();
    write(seeds, { "1.txt": articleText(1, "\n\nThis was added.") });
    expect(await report(seeds)).toMatchObject({ changed: [{ file: "1.txt" }], unchanged: 3 });
    expect(remembered()).toEqual(before);
    // Nothing depends on it: where it is damaged, everything is read again.
    for (const name of before.filter((name) => name.startsWith("spool")))
      writeFileSync(join(notes, name), new Uint8Array(readFileSync(join(notes, name)).length));
    write(seeds, { "again.txt": articleText(2, "\n\nThis was added here.") });
    expect(await report(seeds)).toMatchObject({ changed: [{ file: "1.txt" }], unchanged: 3 });
  });

  test("a rename is no change", async () => {
    const seeds = await makeCommitted(4);
    renameSync(join(seeds, "2.txt"), join(seeds, "two.txt"));
    expect(await report(seeds)).toMatchObject({ code: 0, new: [], changed: [], retracted: [], unchanged: 4 });
  });

  test("an article whose topics were chosen anew enters and leaves feeds without being new", async () => {
    const seeds = await makeCommitted(3);
    writeFileSync(join(seeds, "site.toml"), site.replace('match = ["harbour"]', 'match = ["no such words"]'));
    const { code, feeds, new: added } = await report(seeds);
    expect({ code, added }).toEqual({ code: 0, added: [] });
    expect(feeds.map(({ feed, into, changed }) => [feed, into, changed])).toEqual([["sea", 0, 0]]);
  });

  test("an old article that would get another id is an alarm, loudly and with the way out", async () => {
    const seeds = await makeCommitted(4);
    const ledger = join(seeds, "ledger.jsonl");
    writeFileSync(ledger, readFileSync(ledger, "utf8").replace(/^.*"from":"2\.txt".*\n/m, ""));
    write(seeds, { "2.txt": articleText(2, "\n\nThis was added.") });
    const found = await report(seeds);
    expect(found.code).toBe(1);
    expect(found.alarms.map(({ why }) => why)).toEqual(["same words"]);
    const { code, out } = await diff(seeds);
    expect(code).toBe(1);
    expect(out).toContain("!!! 1 OLD ARTICLE WOULD APPEAR AS NEW to every subscriber.");
    expect(out).toContain(
      `put id = "${found.alarms[0]?.known.id}" into its front matter or into 2.txt.meta.toml`,
    );
    write(seeds, { "2.txt.meta.toml": `id = "${found.alarms[0]?.known.id}"\n` });
    const kept = await report(seeds);
    // The day it was first seen is lost with its line: from the next second on that is told.
    expect(kept.alarms.filter(({ why }) => why !== "dated anew")).toEqual([]);
    expect(kept.new).toEqual([]);
  });

  test("a lost line of an unchanged article is an alarm too: it would be dated anew", async () => {
    const seeds = await makeCommitted(3);
    const before = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
    writeFileSync(join(seeds, "ledger.jsonl"), before.split("\n").slice(1).join("\n"));
    await new Promise((done) => setTimeout(done, 1100));
    const { code, alarms } = await report(seeds);
    expect({ code, why: alarms.map(({ why }) => why) }).toEqual({ code: 1, why: ["dated anew"] });
  });

  test("without a repository or a commit there is nothing to compare with", async () => {
    const folder = await makeNewsroom(1);
    const seeds = join(folder, "seeds");
    expect(await diff(seeds)).toMatchObject({
      code: 1,
      err: expect.stringContaining("is in no git repository"),
    });
    git(folder, "init", "--quiet");
    expect(await diff(seeds)).toMatchObject({ code: 1, err: expect.stringContaining("has no commit yet") });
  });
});

describe("against a live site", () => {
  interface Live {
    readonly address: string;
    readonly asked: string[];
  }

  /** Serves an index and one JSON feed in pages of two, as a site compiled from these seeds would. */
  async function serve(seeds: string, options: { archives: boolean }): Promise<Live> {
    const ledger = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
    const output = compileSite({
      site,
      ledger,
      ...readSeeds(seeds),
      origin: null,
      now: "2026-01-01T00:00:00Z",
    });
    const items = (output.catalog?.articles ?? []).map((article) => ({
      id: article.id,
      title: article.title,
      content_html: `${article.html}${noteUndated(article.lang, article.firstSeen, "UTC")}`,
      date_published: article.published ?? article.firstSeen,
      date_modified: article.updated,
      _topicwire: { topics: article.topics, published: article.published },
    }));
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      asked.push(path);
      const page = Number(/^\/feeds\/all(?:\/(\d+))?\.json$/.exec(path)?.[1] ?? 0);
      const feed = {
        items: items.slice(page * 2, page * 2 + 2),
        ...(options.archives && items.length > page * 2 + 2
          ? { next_url: `https://news.example/feeds/all/${page + 1}.json` }
          : {}),
      };
      const index = { site: { articles: items.length, feeds: { json: "/feeds/all.json" } }, topics: [] };
      if (path === "/index.json") response.end(JSON.stringify(index));
      else if (path.startsWith("/feeds/all")) response.end(JSON.stringify(feed));
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  test("its archive pages are read to the last, on the host that was asked", async () => {
    const seeds = join(await makeNewsroom(7), "seeds");
    const { address, asked } = await serve(seeds, { archives: true });
    expect(await report(seeds, address)).toMatchObject({ code: 0, complete: true, unchanged: 7, new: [] });
    expect(asked).toEqual([
      "/index.json",
      "/feeds/all.json",
      "/feeds/all/1.json",
      "/feeds/all/2.json",
      "/feeds/all/3.json",
    ]);
  });

  test("what is older than all it shows is not taken for new", async () => {
    const seeds = join(await makeNewsroom(5), "seeds");
    write(
      seeds,
      Object.fromEntries(
        [0, 1, 2].map((i) => [
          `${i}.md`,
          `---\ndate: 2020-01-0${i + 1}\n---\n\n# Old ${articleText(i + 20)}`,
        ]),
      ),
    );
    await say(compileCommand, "--seeds", seeds, "--out", join(seeds, "..", "dist"));
    const { address } = await serve(seeds, { archives: false });
    const found = await report(seeds, address);
    expect(found.complete).toBe(false);
    expect(found.new.filter(({ title }) => title.startsWith("Old"))).toEqual([]);
  });

  test("an article whose day is still to come is left out and not taken back", async () => {
    const seeds = join(await makeNewsroom(3), "seeds");
    const { address } = await serve(seeds, { archives: true });
    write(seeds, { "1.txt": `---\ndate: 2999-01-01\n---\n${articleText(1)}` });
    const { retracted, leftOut } = await report(seeds, address);
    expect({ retracted, leftOut: leftOut.length }).toEqual({ retracted: [], leftOut: 1 });
  });

  test("an id that differs from the live one is an alarm", async () => {
    const seeds = join(await makeNewsroom(4), "seeds");
    const { address } = await serve(seeds, { archives: true });
    rmSync(join(seeds, "ledger.jsonl"));
    write(seeds, { "2.txt": articleText(2, "\n\nThis was added.") });
    const found = await report(seeds, address);
    expect(found.code).toBe(1);
    expect(found.alarms.map(({ why }) => why)).toContain("same words");
    expect(found.new).toHaveLength(1);
  });

  test("a ledger that is lost is an alarm for every article it dated, and an edit is none", async () => {
    const seeds = join(await makeNewsroom(3), "seeds");
    write(seeds, {
      "short.txt": "The old harbour was opened again on Monday, after a storm had closed it.\n",
    });
    await say(compileCommand, "--seeds", seeds, "--out", join(seeds, "..", "dist"));
    const { address } = await serve(seeds, { archives: true });
    const ledger = readFileSync(join(seeds, "ledger.jsonl"), "utf8");
    await new Promise((done) => setTimeout(done, 1100));
    rmSync(join(seeds, "ledger.jsonl"));
    const lost = await report(seeds, address);
    expect([lost.code, lost.alarms.map(({ why }) => why)]).toEqual([1, new Array(4).fill("dated anew")]);
    writeFileSync(join(seeds, "ledger.jsonl"), ledger);
    write(seeds, {
      "1.txt": articleText(1, "\n\nThis was added."),
      "2.txt": `---\ndate: ${new Date().toISOString()}\n---\n${articleText(2)}`,
    });
    expect(await report(seeds, address)).toMatchObject({ code: 0, alarms: [] });
  });

  test("that cannot be reached, or is none, is exit code 1 with the reason", async () => {
    const seeds = join(await makeNewsroom(1), "seeds");
    const gone = await diff(seeds, "http://127.0.0.1:9");
    expect(gone.code).toBe(1);
    expect(gone.err).toContain("http://127.0.0.1:9/index.json cannot be reached");
    expect((await diff(seeds, "not-an-address")).code).toBe(2);
  });
});
