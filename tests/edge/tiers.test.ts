// The oracle is equality: a site that is mostly in asset files answers as one that is whole in its bundle.

import { beforeAll, describe, expect, test } from "vitest";
import { ALL } from "../../src/catalog/catalog.ts";
import { articlePath, indexPath } from "../../src/catalog/links.ts";
import type { Limits } from "../../src/compile/limits.ts";
import type { PressedCatalog } from "../../src/compile/pressed.ts";
import {
  bundleTiers,
  countComing,
  type Isolate,
  limitsOf,
  press,
  seconds,
  startIsolate,
  type TierAnswer,
  type Tiers,
  type Told,
  tellCatalog,
} from "./tiers-of.ts";

const known = "2026-11-22T12:00:00Z";
const comes = ["2026-11-22T15:00:00Z", "2026-11-24T06:30:00Z", "2026-12-24T00:00:00Z"] as const;
const instants = [
  known,
  "2026-11-22T14:59:59Z",
  comes[0],
  "2026-11-24T06:29:59Z",
  comes[1],
  // Tombstones have gone by then.
  "2026-12-23T00:00:00Z",
  "2027-03-01T00:00:00Z",
];

const topics = ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "quiet", "empty", "single"];
const day = (number: number): string =>
  `${new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 19)}Z`;

/** Topic k takes every article that k + 2 divides; "quiet" only old ones, so that none of them is hot. */
const told: Told[] = Array.from({ length: 240 }, (_, number) => {
  const late = number % 13 === 0 ? 60 + (number % 5) : 0;
  return {
    published: number % 7 === 3 ? null : day(number),
    seen: day(number + late),
    topics: topics.filter(
      (id, at) =>
        (at < 9 && number % (at + 2) === 0) ||
        (id === "quiet" && number < 25) ||
        (id === "single" && number === 100),
    ),
    lang: number % 5 === 1 ? "en" : number % 5 === 2 ? "en-GB" : "vi",
    text: number % 4 === 0 ? "Cảnh sát biển" : "Hải quân Việt Nam",
    ...(number % 17 === 0 ? { edited: day(number + 70) } : {}),
  };
});
const coming: Told[] = [comes[0], comes[1], comes[1], comes[2]].map((published, at) => ({
  published,
  seen: day(320 + at),
  topics: [["t0", "quiet"], ["t0", "t1"], ["single"], ["t3", "empty"]][at] ?? [],
  lang: at === 1 ? "en" : "vi",
  text: "Sắp tới",
}));
const retractions = Array.from({ length: 6 }, (_, at) => ({
  id: `urn:uuid:99999999-0000-8000-8000-00000000000${at}`,
  shortId: `99999999z${at}`,
  when: day(322 - 14 * at),
  reason: at % 2 === 0 ? "The minister was misquoted." : null,
  published: at % 3 === 0 ? null : day(200 - 20 * at),
  firstSeen: day(210 - 20 * at),
  topics: at % 2 === 0 ? ["t0", "quiet"] : [],
}));
const catalog = tellCatalog([...told, ...coming], topics, retractions);

/** How a site is asked for one thing. */
interface Asked {
  readonly path: string;
  readonly init?: RequestInit;
  /** Files it may take to answer, at most. */
  readonly reads?: number;
}

const feeds = ["rss", "atom", "json"] as const;
const expressions = [
  "t0+t1",
  "quiet,t3",
  "t0+!t1",
  "!t0",
  "single,t2+t3+!t6",
  "!quiet+!t0",
  "empty,quiet",
  "empty+t0",
];
const general = ["/", indexPath, "/index.schema.json", "/feeds.opml", "/sitemap.xml", "/robots.txt"];

function askTopics(init?: RequestInit): Asked[] {
  const paths = [ALL, ...topics].flatMap((topic) => [
    `/topics/${topic}`,
    ...feeds.map((kind) => `/feeds/${topic}.${kind}`),
  ]);
  return paths.map((path) => ({ path, ...(init && { init }) }));
}

function askLists(): Asked[] {
  const joined = [...expressions, ALL, "t1"].flatMap((expression) =>
    ["", "?lang=en", "?lang=vi", "?lang=fr"].flatMap((search) => [
      `/topics/${expression}${search}`,
      ...feeds.map((kind) => `/feeds/${expression}.${kind}${search}`),
    ]),
  );
  return [
    ...general.map((path) => ({ path, reads: 0 })),
    ...askTopics(),
    ...joined.map((path) => ({ path })),
  ];
}

function askArchives(): Asked[] {
  const sizes = new Map([ALL, ...topics].map((topic) => [topic, 0]));
  for (const article of catalog.articles)
    for (const topic of [ALL, ...article.topics]) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
  return [...sizes].flatMap(([topic, size]) =>
    Array.from({ length: Math.floor(size / 10) + 3 }, (_, number) => {
      const path = `/feeds/${topic}/${number}.${feeds[number % 3]}`;
      return { path, reads: 1 };
    }),
  );
}

function askArticles(): Asked[] {
  return [
    ...catalog.articles.flatMap((article) => [
      { path: articlePath(article), reads: 1 },
      ...(article.shortId.endsWith("3")
        ? [
            { path: `/articles/${article.shortId}`, reads: 1 },
            { path: `/articles/another-slug-${article.shortId}`, reads: 1 },
          ]
        : []),
    ]),
    ...retractions.map(({ shortId }) => ({ path: `/articles/gone-${shortId}`, reads: 1 })),
    { path: "/articles/nobody-0123456789", reads: 1 },
    { path: "/articles/constructor", reads: 1 },
  ];
}

/** Sizes of the site, from some of it to next to nothing. */
const sizes: readonly (readonly [name: string, limits: Limits])[] = [
  ["half of its articles", limitsOf(400_000)],
  ["a handful of articles and few topics", limitsOf(50_000)],
  ["few articles, in few files", limitsOf(100_000, 60)],
  ["nothing but what is still to come", limitsOf(25_000)],
  ["nothing but what is still to come, in next to no files", limitsOf(25_000, 1)],
];

let pressed: PressedCatalog;
let whole: Tiers;
/** Answers of the whole site, by everything they depend on. */
const right = new Map<string, Promise<TierAnswer>>();
/** One for each instant: a memory is right as long as the clock does not go back. */
const wholeSites = new Map<string, Isolate>();

function wholeAt(now: string): Isolate {
  const site = wholeSites.get(now) ?? startIsolate(whole);
  wholeSites.set(now, site);
  return site;
}

beforeAll(() => {
  pressed = press(catalog, known);
  whole = bundleTiers(pressed, known, limitsOf(3_000_000));
  expect(whole.bundle.index).toMatchObject({ cold: null, hot: 244, horizon: 244, count: 244 });
  expect(whole.files.size).toBe(0);
});

function askWhole({ path, init }: Asked, now: string): Promise<TierAnswer> {
  const name = JSON.stringify([path, init, now]);
  const known = right.get(name);
  if (known !== undefined) return known;
  const asked = wholeAt(now).ask(path, seconds(now), init);
  right.set(name, asked);
  return asked;
}

/** Compares everything but the size of a compressed body, which tells how it was put together. */
function expectEqual(path: string, now: string, answer: TierAnswer, oracle: TierAnswer): void {
  const told = ({ status, headers, text }: TierAnswer): unknown => {
    const rows = Object.fromEntries(headers);
    const { ["content-length"]: length, ...rest } = rows;
    const body = path === indexPath ? withoutHorizons(text) : text;
    // The index of the one tells of horizons, so its tag and its length are its own.
    if (path === indexPath) delete rest["etag"];
    const sized = rest["content-encoding"] === undefined && path !== indexPath ? { length } : {};
    return { status, headers: { ...rest, ...sized }, text: body };
  };
  expect(told(answer), `${path} at ${now}`).toEqual(told(oracle));
}

function withoutHorizons(text: string): string {
  return text.replace(/"(horizon|searchHorizon)":(\d+|null)/g, '"$1":0');
}

function expectReads({ path, reads = 99 }: Asked, now: string, answer: TierAnswer): void {
  const message = `${path} at ${now} read ${answer.reads.join(" ")}`;
  expect(answer.reads.length, message).toBeLessThanOrEqual(reads);
  expect(new Set(answer.reads).size, message).toBe(answer.reads.length);
}

async function compareAll(tiers: Tiers, asked: readonly Asked[], times: readonly string[]): Promise<void> {
  const site = startIsolate(tiers);
  for (const now of times) {
    for (const one of asked) {
      const answer = await site.ask(one.path, seconds(now), one.init);
      expectEqual(one.path, now, answer, await askWhole(one, now));
      expectReads(one, now, answer);
    }
  }
}

describe.each(sizes)("a site with %s in its bundle", (_, limits) => {
  let tiers: Tiers;
  beforeAll(() => {
    tiers = bundleTiers(pressed, known, limits);
    expect(tiers.bundle.index.hot).toBeLessThan(140);
    expect(tiers.bundle.index.hot).toBeGreaterThanOrEqual(4);
    expect(tiers.bundle.index.cold).not.toBeNull();
    expect(tiers.files.size).toBeGreaterThan(0);
  });

  test("answers for lists as one that is whole", async () => {
    for (const { path } of askLists())
      expect((await wholeAt(known).ask(path, seconds(known))).status).toBe(200);
    await compareAll(tiers, askLists(), instants);
  });

  test("answers for archives as one that is whole", async () => {
    await compareAll(tiers, askArchives(), [known, comes[0], comes[1], "2027-03-01T00:00:00Z"]);
  });

  test("answers for articles as one that is whole", async () => {
    await compareAll(tiers, askArticles(), [known, "2026-11-24T06:29:59Z", comes[1]]);
  });

  test("reads nothing for the feed of a topic whose feed is at hand, and one file for another's", async () => {
    const { documents } = tiers.bundle.index;
    for (const topic of [ALL, ...topics]) {
      for (const path of [`/topics/${topic}`, ...feeds.map((kind) => `/feeds/${topic}.${kind}`)]) {
        const site = startIsolate(tiers);
        const first = await site.ask(path, seconds(known));
        expect(first.reads, path).toHaveLength(path in documents ? 0 : 1);
        expect((await site.ask(path, seconds(known))).reads, `${path} again`).toEqual([]);
      }
    }
  });

  test("reads no file for the feed of a topic that has become another one in vain", async () => {
    for (const topic of ["t0", "t1", "quiet", "single"]) {
      for (const now of [comes[0], comes[1], comes[2]]) {
        const { reads } = await startIsolate(tiers).ask(`/feeds/${topic}.atom`, seconds(now));
        for (const path of reads) expect(tiers.files.has(path), `${path} for ${topic} at ${now}`).toBe(true);
      }
    }
  });

  test("remembers articles and archive pages it has read", async () => {
    const site = startIsolate(tiers);
    const old = articlePath(catalog.articles.at(-1) ?? { slug: "", shortId: "" });
    for (const path of [old, "/feeds/all/1.rss", "/feeds/t0/2.json"]) {
      expect((await site.ask(path, seconds(known))).reads, path).toHaveLength(1);
      expect((await site.ask(path, seconds(known))).reads, `${path} again`).toEqual([]);
      expect((await site.ask(path, seconds(known), { method: "HEAD" })).reads, `HEAD ${path}`).toEqual([]);
    }
  });

  const samples = [
    "/",
    "/sitemap.xml",
    "/feeds/all.rss",
    "/feeds/quiet.atom",
    "/feeds/single.json",
    "/topics/t5",
    "/feeds/t0+t1.rss",
    "/topics/!t0?lang=en",
    "/feeds/all/3.atom",
    "/feeds/quiet/1.rss",
    articlePath(catalog.articles.at(-1) ?? { slug: "", shortId: "" }),
    articlePath(catalog.articles[10] ?? { slug: "", shortId: "" }),
    "/articles/gone-99999999z5",
  ];
  const manners: readonly (readonly [string, RequestInit])[] = [
    ["no gzip", { headers: { "Accept-Encoding": "identity" } }],
    ["gzip", { headers: { "Accept-Encoding": "gzip" } }],
    ["HEAD", { method: "HEAD", headers: { "Accept-Encoding": "gzip" } }],
    ["HEAD and no gzip", { method: "HEAD" }],
    ["a browser", { headers: { "Sec-Fetch-Dest": "document" } }],
    ["If-Modified-Since", { headers: { "If-Modified-Since": "Fri, 01 Jan 2027 00:00:00 GMT" } }],
    ["POST", { method: "POST" }],
    ["differences", { headers: { "A-IM": "feed" } }],
  ];

  test.each(manners)("answers %s as one that is whole", async (_, init) => {
    await compareAll(
      tiers,
      samples.map((path) => ({ path, init })),
      [known, comes[1]],
    );
  });

  test("knows the tags of one that is whole, and the other way round", async () => {
    const site = startIsolate(tiers);
    for (const now of [known, comes[1]]) {
      for (const path of samples) {
        for (const delta of [{}, { "A-IM": "feed" }]) {
          const [ours, theirs] = [
            await site.ask(path, seconds(now), { headers: delta }),
            await wholeAt(now).ask(path, seconds(now), { headers: delta }),
          ];
          if (ours.status === 410) continue;
          const tagged = (tag: string | null): RequestInit => ({
            headers: { ...delta, "If-None-Match": tag ?? "none" },
          });
          expect(
            (await site.ask(path, seconds(now), tagged(theirs.headers.get("ETag")))).status,
            `${path} at ${now}`,
          ).toBe(304);
          expect(
            (await wholeAt(now).ask(path, seconds(now), tagged(ours.headers.get("ETag")))).status,
            `${path} at ${now}`,
          ).toBe(304);
        }
      }
    }
  });

  test("sends the same differences to who had a feed before an article came", async () => {
    const site = startIsolate(tiers);
    for (const path of ["/feeds/all.rss", "/feeds/t0.atom", "/feeds/quiet.json", "/feeds/t0,t3.json"]) {
      const before = await wholeAt(known).ask(path, seconds(known), { headers: { "A-IM": "feed" } });
      const init = { headers: { "A-IM": "feed", "If-None-Match": before.headers.get("ETag") ?? "" } };
      const answer = await site.ask(path, seconds(comes[1]), init);
      expectEqual(path, comes[1], answer, await wholeAt(comes[1]).ask(path, seconds(comes[1]), init));
      expect(answer.status, path).toBe(226);
    }
  });

  test("finds with words what one that is whole finds among its newest", async () => {
    const site = startIsolate(tiers);
    const { hot } = tiers.bundle.index;
    for (const now of [known, comes[1]]) {
      const published = catalog.articles.filter(
        ({ published, firstSeen }) => (published ?? firstSeen) <= now,
      );
      const atHand = published.slice(0, hot - (catalog.articles.length - published.length));
      for (const search of ["q=hai+quan", "q=%22c%E1%BA%A3nh+s%C3%A1t%22", "lang=en&q=hai", "q=sap"]) {
        const { text } = await site.ask(`/feeds/all.json?${search}`, seconds(now));
        const asked = new URLSearchParams(search);
        const words = { "hai quan": "Hải quân", '"cảnh sát"': "Cảnh sát", hai: "Hải", sap: "Sắp" }[
          asked.get("q") ?? ""
        ];
        const found = atHand
          .filter((article) => article.text.includes(words ?? "?"))
          .filter((article) => !asked.has("lang") || article.lang.startsWith("en"))
          .slice(0, 10);
        const items = (JSON.parse(text) as { items: { id: string }[] }).items;
        expect(
          items.map(({ id }) => id),
          `${search} at ${now}`,
        ).toEqual(found.map(({ id }) => id));
      }
    }
  });

  test("says in its index how far expressions and searches look, at every time", async () => {
    const site = startIsolate(tiers);
    for (const now of [known, comes[0], comes[1], comes[2]]) {
      const { text } = await site.ask(indexPath, seconds(now));
      const { horizon, searchHorizon } = JSON.parse(text) as Record<string, unknown>;
      expect(horizon).toBeNull();
      expect(searchHorizon).toBe(tiers.bundle.index.hot - countComing(catalog, now));
    }
  });
});

describe("very many articles taken back at once", () => {
  const many = Array.from({ length: 620 }, (_, at) => ({
    id: `urn:uuid:99999999-0000-8000-8000-${String(at).padStart(12, "0")}`,
    shortId: `99999z${String(at).padStart(4, "0")}`,
    when: day(322),
    reason: null,
    published: null,
    firstSeen: day(300),
    topics: [],
  }));
  let [full, cut]: Tiers[] = [];
  beforeAll(() => {
    const pressed = press(tellCatalog(told.slice(0, 60), topics, many), known);
    full = bundleTiers(pressed, known, limitsOf(3_000_000));
    cut = bundleTiers(pressed, known, limitsOf(90_000));
    expect(full.bundle.index.cold).toBeNull();
    expect(cut.bundle.index.cold).not.toBeNull();
  });

  test("are told of alike by feeds that are ready and by feeds that are joined, wherever they lie", async () => {
    if (full === undefined || cut === undefined) throw new Error("nothing was built");
    const [ours, theirs] = [startIsolate(cut), startIsolate(full)];
    for (const site of [ours, theirs]) {
      const ready = await site.ask("/feeds/all.atom", seconds(known));
      const joined = await site.ask("/feeds/all.atom", seconds(known), { headers: { "A-IM": "feed" } });
      expect(joined.text).toBe(ready.text);
      expect(joined.headers.get("Cache-Control")).toBe(ready.headers.get("Cache-Control"));
    }
    for (const path of ["/feeds/t0+t1.atom", "/feeds/t8.atom", "/topics/!t0"]) {
      const [answer, right] = [await ours.ask(path, seconds(known)), await theirs.ask(path, seconds(known))];
      expectEqual(path, known, answer, right);
    }
  });

  test("are 410 each, the first and the last", async () => {
    if (full === undefined || cut === undefined) throw new Error("nothing was built");
    for (const tiers of [full, cut]) {
      for (const { shortId } of [many[0], many[499], many[500], many[619]].flatMap((one) => one ?? [])) {
        const { status, reads } = await startIsolate(tiers).ask(`/articles/x-${shortId}`, seconds(known));
        expect(status, shortId).toBe(410);
        expect(reads.length).toBeLessThanOrEqual(1);
      }
    }
  });
});

const tiny: readonly (readonly [name: string, script: number])[] = [
  ["some", 3200],
  ["few", 2400],
  ["no", 0],
];

describe.each(tiny)("a site whose expressions look at %s articles", (_, script) => {
  let tiers: Tiers;
  beforeAll(() => {
    tiers = bundleTiers(pressed, known, { script, files: 60 });
    expect(tiers.bundle.index.horizon).toBeLessThan(catalog.articles.length);
    expect(tiers.bundle.index.hot).toBe(coming.length);
  });

  test("has whole topics all the same, and whole archives", async () => {
    await compareAll(tiers, askTopics(), instants);
    await compareAll(tiers, askTopics({ headers: { "A-IM": "feed" } }), instants);
    await compareAll(tiers, askTopics({ headers: { "Sec-Fetch-Dest": "document" } }), [known, comes[1]]);
    await compareAll(tiers, askArchives(), [known, comes[1]]);
    await compareAll(tiers, askArticles(), [comes[1]]);
  });

  test("has exact expressions as far as they look", async () => {
    const { horizon } = tiers.bundle.index;
    const site = startIsolate(tiers);
    for (const now of [known, comes[1]]) {
      for (const expression of [...expressions, ALL]) {
        for (const lang of ["", "vi", "en"]) {
          if (lang === "" && expression === ALL) continue;
          const { text, status } = await site.ask(
            `/feeds/${expression}.json${lang === "" ? "" : `?lang=${lang}`}`,
            seconds(now),
          );
          const taken = catalog.articles
            .slice(0, horizon)
            .filter((article) => (article.published ?? article.firstSeen) <= now)
            .filter((article) => lang === "" || article.lang.startsWith(lang))
            .filter((article) => holds(expression, article.topics));
          expect(status).toBe(200);
          expect(
            (JSON.parse(text) as { items: { id: string }[] }).items.map(({ id }) => id),
            `${expression} ${lang} at ${now}`,
          ).toEqual(taken.slice(0, 10).map(({ id }) => id));
        }
      }
    }
  });

  test("says so in its index", async () => {
    const site = startIsolate(tiers);
    for (const now of [known, comes[1], comes[2]]) {
      const { horizon } = JSON.parse((await site.ask(indexPath, seconds(now))).text) as { horizon: number };
      expect(horizon).toBe(Math.max(0, tiers.bundle.index.horizon - countComing(catalog, now)));
    }
  });
});

/** Straight from the words of an expression. */
function holds(expression: string, topics: readonly string[]): boolean {
  return expression.split(",").some((part) =>
    part.split("+").every((term) => {
      const topic = term.replace("!", "");
      return (topic === ALL || topics.includes(topic)) !== term.startsWith("!");
    }),
  );
}
