// A small site compiled from Markdown, behind the app, with a clock the test moves.

import { gunzipSync } from "node:zlib";
import { expect } from "vitest";
import { articlePath } from "../../src/catalog/links.ts";
import type { Bundle } from "../../src/compile/bundle.ts";
import { compileSite } from "../../src/compile/compile.ts";
import { type LedgerEntry, lastInstant, writeLedger } from "../../src/compile/identity/ledger.ts";
import { createApp } from "../../src/edge/app.ts";
import { createLists } from "../../src/edge/lists.ts";
import { createShortcut } from "../../src/edge/shortcut.ts";
import { openStore } from "../../src/edge/store.ts";
import { bundleCatalog } from "../compile/inMemory.ts";

/** What a test says of an article. */
export interface Written {
  readonly title: string;
  /** RFC 3339. */
  readonly date?: string;
  readonly topics?: readonly string[];
  readonly lang?: string;
  readonly text?: string;
  readonly retracted?: string;
}

/** A site that answers, and can be built again later. */
export interface TestSite {
  readonly ledger: readonly LedgerEntry[];
  readonly bundle: Bundle;
  /** Addresses of the articles' pages, those still to come included. */
  readonly paths: readonly string[];
  /** Asks at an instant (RFC 3339); the answer's body is decoded. */
  readonly ask: (path: string, now: string, headers?: Record<string, string>) => Promise<TestAnswer>;
}

/** An answer. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const topics = ["x", "y", "z"];
const settings = [
  '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\nentries = 10\n',
  ...topics.map((id) => `[[topic]]\nid = "${id}"\ntitle = { en = "Topic ${id.toUpperCase()}" }\n`),
].join("\n");

/** Builds a site at an instant, on top of an earlier ledger. */
export function buildSite(
  articles: readonly Written[],
  now: string,
  before: readonly LedgerEntry[] = [],
  more = "",
): TestSite {
  const seeds = articles.map((article) => {
    return { path: `${pathOf(article.title)}.md`, bytes: new TextEncoder().encode(writeMarkdown(article)) };
  });
  const site = settings.replace("entries = 10\n", `entries = 10\n${more}`);
  const output = compileSite({ site, ledger: writeLedger(before), seeds, origin: null, now });
  const failures = output.problems.filter((problem) => problem.level === "error");
  if (output.catalog === null || failures.length > 0) throw new Error(JSON.stringify(failures));
  const bundle = bundleCatalog(output.catalog, lastInstant(output.ledger), () => "");
  const bytes = bundle.bytes.slice().buffer;
  let clock = 0;
  const store = openStore({ index: bundle.index, bytes });
  const lists = createLists(store.shelf, () => {});
  const app = createApp(store, lists, () => clock);
  const shortcut = createShortcut(store, lists, () => clock);
  return {
    ledger: output.ledger,
    bundle,
    paths: output.catalog.articles.map(articlePath),
    ask: async (path, at, headers = {}) => {
      clock = Math.floor(Date.parse(at) / 1000);
      const request = new Request(`https://news.example${path}`, { headers });
      const long = await app.fetch(request);
      const short = await shortcut(request);
      if (short !== null) await expectSame(short, long);
      const response = short ?? long;
      const body = Buffer.from(await response.arrayBuffer());
      const text = response.headers.get("Content-Encoding") === "gzip" ? gunzipSync(body) : body;
      return { status: response.status, headers: response.headers, text: text.toString("utf8") };
    },
  };
}

/** The short way gives the very answers of the long one. */
async function expectSame(short: Response, long: Response): Promise<void> {
  expect(short.status).toBe(long.status);
  expect([...short.headers]).toEqual([...long.headers]);
  expect(await short.clone().text()).toBe(await long.text());
}

function pathOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function writeMarkdown({ title, date, topics = [], lang = "en", text, retracted }: Written): string {
  const lines = [
    "---",
    `title: ${JSON.stringify(title)}`,
    ...(date === undefined ? [] : [`date: ${date}`]),
    `topics: [${topics.join(", ")}]`,
    `lang: ${lang}`,
    ...(retracted === undefined ? [] : [`retracted: ${JSON.stringify(retracted)}`]),
    "---",
    "",
    // Words of its own, so that no two are taken for one story.
    `${text ?? ""} ${Array.from({ length: 30 }, (_, i) => `${pathOf(title)}${i}`).join(" ")}.`,
    "",
  ];
  return lines.join("\n");
}

/** The titles of a JSON Feed. */
export function titlesIn({ text }: TestAnswer): string[] {
  return (JSON.parse(text) as { items: { title: string }[] }).items.map((item) => item.title);
}
