// One catalog in two tiers: bundled within any limits, behind the app, with its asset files in a map that tells what is
// read of it.

import { gunzipSync } from "node:zlib";
import { type Article, compareArticles, dateOf } from "../../src/catalog/article.ts";
import type { Catalog, Retraction, Vacancy } from "../../src/catalog/catalog.ts";
import { makeColdFile } from "../../src/compile/bundle/cold.ts";
import type { BundleOptions } from "../../src/compile/bundle/ground.ts";
import { type Bundle, bundlePressed } from "../../src/compile/bundle.ts";
import { codeSize, type Limits, plans } from "../../src/compile/limits.ts";
import type { PressedCatalog } from "../../src/compile/pressed.ts";
import { createApp } from "../../src/edge/app.ts";
import { type Assets, readAssets } from "../../src/edge/cold.ts";
import { createLists } from "../../src/edge/lists.ts";
import { createShortcut } from "../../src/edge/shortcut.ts";
import { openStore, type Store } from "../../src/edge/store.ts";
import { pressCatalog } from "../compile/inMemory.ts";
import { makeArticle, site } from "../feeds/press.ts";

/** A bundle with its asset files. */
export interface Tiers {
  readonly bundle: Bundle;
  readonly files: Map<string, Uint8Array>;
}

/** An answer, and which files were read for it. */
export interface TierAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly reads: readonly string[];
}

/** An isolate with a fresh memory, whose clock the test moves. */
export interface Isolate {
  readonly store: Store;
  readonly ask: (path: string, now: number, init?: RequestInit) => Promise<TierAnswer>;
}

/** So much room for tables, documents and articles, and so many asset files. */
export function limitsOf(room: number, files = plans.free.files): Limits {
  return { script: codeSize + room, files };
}

/** Presses a catalog whose articles all read back. */
export function press(catalog: Catalog, known: string): PressedCatalog {
  const { pressed, problems } = pressCatalog(catalog, known, (id) => id);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return pressed;
}

/** Bundles a catalog that was pressed. */
export function bundleTiers(
  pressed: PressedCatalog,
  known: string,
  limits: Limits,
  more: Partial<BundleOptions> = {},
): Tiers {
  const files = new Map<string, Uint8Array>();
  const bundle = bundlePressed(pressed, {
    known,
    limits,
    writeCold: ({ path, recipe }) => {
      if (files.has(path)) throw new Error(`${path} is written twice`);
      files.set(path, makeColdFile(recipe, pressed).slice());
    },
    ...more,
  });
  return { bundle, files };
}

/** Starts an isolate; its binding may be another one than to the deploy's own files. */
export function startIsolate(
  { bundle, files }: Tiers,
  binding: (own: Assets) => Assets | undefined = (own) => own,
): Isolate {
  let reads: string[] = [];
  let clock = 0;
  const readCold = readAssets(binding(assetsOf(files, (path) => reads.push(path))));
  const index = JSON.parse(JSON.stringify(bundle.index)) as Bundle["index"];
  const store = openStore({ index, bytes: bundle.bytes.slice().buffer }, readCold);
  const lists = createLists(store.shelf, () => {});
  const app = createApp(store, lists, () => clock);
  const shortcut = createShortcut(store, lists, () => clock);
  return {
    store,
    ask: async (path, now, init = {}) => {
      clock = now;
      reads = [];
      const request = new Request(`${bundle.index.site.url}${path}`, init);
      const response = await (shortcut(request) ?? app.fetch(request));
      const body = Buffer.from(await response.arrayBuffer());
      const zipped = response.headers.get("Content-Encoding") === "gzip" && body.length > 0;
      const text = (zipped ? gunzipSync(body) : body).toString("utf8");
      return { status: response.status, headers: response.headers, text, reads };
    },
  };
}

function assetsOf(files: ReadonlyMap<string, Uint8Array>, tell: (path: string) => void): Assets {
  return {
    fetch: async (input: RequestInfo | URL): Promise<Response> => {
      const path = new URL(input instanceof Request ? input.url : input).pathname;
      tell(path);
      const bytes = files.get(path);
      return bytes === undefined
        ? new Response("Not found", { status: 404 })
        : new Response(Uint8Array.from(bytes), { headers: { "Content-Type": "application/octet-stream" } });
    },
  } as Assets;
}

/** What a test says of an article; instants are RFC 3339. */
export interface Told {
  readonly published: string | null;
  readonly seen: string;
  readonly topics: readonly string[];
  readonly lang?: string;
  readonly text?: string;
  /** When its words were changed, if ever. */
  readonly edited?: string;
}

/** What a test says of an article that was taken back. */
export type ToldGone = Retraction & Vacancy;

/** The catalog of these articles, by their numbers, as a compile at `known` would know it. */
export function tellCatalog(
  told: readonly Told[],
  topics: readonly string[],
  retractions: readonly ToldGone[] = [],
  changes: Partial<Catalog["site"]> = {},
): Catalog {
  const articles = told.map(
    ({ published, seen, topics, lang = "vi", text = "", edited }, number): Article => {
      const words = `${text} ${Array.from({ length: 12 }, (_, at) => wordOf(number * 12 + at)).join(" ")}.`;
      const dated = published ?? seen;
      const updated = edited ?? dated;
      const changed = [seen, edited ?? "", dated].reduce((a, b) => (a > b ? a : b));
      return makeArticle(number, {
        // Ids, and so short ids, in an order that is none of time.
        id: `urn:uuid:${hex(number, 8)}-0000-8000-8000-${String(number).padStart(12, "0")}`,
        shortId: `${hex(number, 8)}${String(number % 100).padStart(2, "0")}`,
        lang,
        published,
        firstSeen: seen,
        updated,
        changed,
        html: `<p>${words}</p>`,
        text: words,
        topics,
      });
    },
  );
  return {
    site: { ...site, entriesPerFeed: 10, ...changes },
    topics: topics.map((id) => ({ id, title: { vi: `Chủ đề ${id}` }, description: null })),
    articles: articles.sort(compareArticles),
    retractions,
    // What was to appear later than it was taken back never had a place.
    vacancies: retractions.filter((gone) => dateOf(gone) <= gone.when),
  };
}

/** Articles dated later than `known`. */
export function countComing(catalog: Pick<Catalog, "articles">, known: string): number {
  return catalog.articles.filter((article) => dateOf(article) > known).length;
}

/** Some eight letters that tell nothing of the number, so that texts compress as words do. */
function wordOf(number: number): string {
  return [...hex(number, 8)].map((digit) => "aeiouyăêbcdđghkl"[Number.parseInt(digit, 16)]).join("");
}

function hex(number: number, digits: number): string {
  return (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(digits, "0");
}

/** Seconds since 1970. */
export function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}
