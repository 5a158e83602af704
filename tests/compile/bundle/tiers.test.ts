// How much is hot: the newest, as much as a script bears, and whoever passes a limit is told.

import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { type Article, dateOf } from "../../../src/catalog/article.ts";
import { countSitemaps, renderDocuments } from "../../../src/compile/bundle/render.ts";
import { callRolls } from "../../../src/compile/bundle/tables.ts";
import { chooseHorizon, topicsByActivity } from "../../../src/compile/bundle/tiers.ts";
import { type Bundle, bundlePressed } from "../../../src/compile/bundle.ts";
import { codeSize, type Limits, plans } from "../../../src/compile/limits.ts";
import type { PressedCatalog } from "../../../src/compile/pressed.ts";
import { bundleTiers, limitsOf, press, type Told, tellCatalog } from "../../edge/tiers-of.ts";
import { makeArticle, makeCatalog } from "../../feeds/press.ts";
import { bundleCatalog, pressCatalog } from "../inMemory.ts";
import { hour, type Stated, statedCatalog } from "../unpressed.ts";

const known = "2026-11-22T12:00:00Z";
const day = (number: number): string =>
  `${new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 19)}Z`;
const told: Told[] = Array.from({ length: 200 }, (_, number) => ({
  published: day(number),
  seen: day(number),
  topics: ["a", "b", "c", "d"].filter((_, at) => (number >> at) & 1),
  lang: number % 4 === 0 ? "en" : "vi",
}));
const topics = ["a", "b", "c", "d", "empty"];

describe("a script", () => {
  let pressed: PressedCatalog;
  beforeAll(() => {
    pressed = press(tellCatalog(told, topics), known);
  });

  test("is never passed unless that is told, and not filled less than it may be", () => {
    let last = -1;
    for (const room of [30_000, 50_000, 80_000, 120_000, 200_000, 300_000, 450_000, 700_000, 3_000_000]) {
      const { bundle } = bundleTiers(pressed, known, limitsOf(room));
      expect(bundle.problems, `${room}`).toEqual([]);
      expect(bundle.upload, `${room}`).toBeLessThanOrEqual(codeSize + room);
      const sent = gzipSync(bundle.bytes).length + gzipSync(JSON.stringify(bundle.index)).length;
      expect(bundle.upload, `${room}`).toBeGreaterThanOrEqual(codeSize + sent);
      expect(bundle.index.hot, `${room}`).toBeGreaterThanOrEqual(last);
      last = bundle.index.hot;
    }
    expect(last).toBe(200);
  });

  test("that cannot hold even what must be in it is told with what to do", () => {
    const told = (limits: Limits): string => {
      const { problems } = bundleTiers(pressed, known, limits).bundle;
      expect(problems).toMatchObject([{ path: "site.toml", level: "error" }]);
      return `${problems[0]?.what}. ${problems[0]?.fix}`;
    };
    expect(told(limitsOf(5000))).toMatch(/bytes of script; its plan takes 65,000.*plan = "paid"/);
    expect(told(limitsOf(25_000, 3))).toMatch(/asset files; its plan takes 3,.*plan = "paid"/);
  });

  test("holds what is still to come, whatever it takes", () => {
    const coming = Array.from({ length: 12 }, (_, at) => ({
      published: day(400 + at),
      seen: day(300),
      topics: ["a"],
    }));
    const site = press(tellCatalog([...told, ...coming], topics), known);
    const { bundle } = bundleTiers(site, known, limitsOf(0));
    expect(bundle.index.hot).toBe(12);
    expect(bundle.problems).not.toEqual([]);
  });

  test("has room for the indexes of a site with much to come", () => {
    const coming = Array.from({ length: 40 }, (_, at) => ({
      published: day(400 + at),
      seen: day(300),
      topics: ["a"],
    }));
    const site = press(tellCatalog([...told, ...coming], topics), known);
    for (const room of [560_000, 620_000, 680_000, 740_000, 800_000, 860_000])
      expect(bundleTiers(site, known, limitsOf(room)).bundle.problems, `${room}`).toEqual([]);
  });

  test("holds the documents of the topics in which anything happened last", () => {
    const rosters = callRolls(pressed);
    expect(topicsByActivity(pressed, rosters)).toEqual(["a", "b", "c", "d", "empty"].sort(byNewest));
    for (const room of [50_000, 80_000, 120_000]) {
      const { documents } = bundleTiers(pressed, known, limitsOf(room)).bundle.index;
      const hot = ["all", ...topicsByActivity(pressed, rosters)].map((id) => `/feeds/${id}.rss` in documents);
      expect(hot[0], `${room}`).toBe(true);
    }
  });

  const byNewest = (a: string, b: string): number => newest(b) - newest(a);
  const newest = (id: string): number => told.findLastIndex(({ topics }) => topics.includes(id));

  test("is the same whoever asks for it, and so are its asset files", () => {
    const first = bundleTiers(pressed, known, limitsOf(50_000));
    const second = bundleTiers(press(tellCatalog(told, topics), known), known, limitsOf(50_000));
    expect(second.bundle.index).toEqual(first.bundle.index);
    expect(Buffer.from(second.bundle.bytes).equals(first.bundle.bytes)).toBe(true);
    expect([...second.files.keys()]).toEqual([...first.files.keys()]);
    for (const [path, bytes] of first.files)
      expect(Buffer.from(second.files.get(path) ?? []).equals(bytes), path).toBe(true);
    const written: string[] = [];
    const bundle = bundleCatalog(tellCatalog(told, topics), known, () => "", {
      limits: limitsOf(50_000),
      writeCold: ({ path }) => written.push(path),
    });
    expect(bundle.index).toEqual(first.bundle.index);
    expect(written).toEqual([...first.files.keys()]);
  });

  test("has in its table what the Worker needs of the cold tier and nothing else", () => {
    const { index } = bundleTiers(pressed, known, limitsOf(50_000)).bundle;
    expect(Object.keys(index.cold ?? {}).sort()).toEqual(["buckets", "pagesPerFile"]);
  });
});

describe("asset files", () => {
  test.each([20_000, 100, 60, 40])("are as many as the plan takes, at most: %s", (files) => {
    const pressed = press(tellCatalog(told, topics), known);
    for (const room of [25_000, 50_000, 120_000]) {
      for (const otherFiles of [0, 7]) {
        const tiers = bundleTiers(pressed, known, limitsOf(room, files), { otherFiles });
        expect(tiers.bundle.problems).toEqual([]);
        expect(tiers.files.size + otherFiles).toBeLessThanOrEqual(files);
      }
    }
  });

  test("are none where everything is at hand", () => {
    const { bundle, files } = bundleTiers(press(tellCatalog(told, topics), known), known, plans.free);
    expect([bundle.index.cold, files.size]).toEqual([null, 0]);
  });
});

describe("the horizon of expressions", () => {
  const stated = Array.from(
    { length: 4000 },
    (_, number): Stated => ({
      published: hour((number * 7919) % 4000),
      firstSeen: hour((number * 104_729) % 4000),
      topics: topics.filter((_, at) => number % (at + 1) === 0),
    }),
  );
  const catalog = statedCatalog(stated, topics);
  const rosters = callRolls(catalog);

  test("is everything where the tables take a quarter of the script at most, and shrinks where they do not", () => {
    let last = Number.POSITIVE_INFINITY;
    for (const script of [3_000_000, 60_000, 30_000, 15_000, 4000, 100]) {
      const { horizon, size } = chooseHorizon(catalog, rosters, hour(5000), { script, files: 1 });
      expect(horizon).toBeLessThanOrEqual(last);
      expect(horizon === 0 || size <= script / 4, `${script}`).toBe(true);
      if (last === Number.POSITIVE_INFINITY) expect(horizon).toBe(4000);
      last = horizon;
    }
    expect(last).toBe(0);
  });
});

describe("a large site", () => {
  const now = hour(1_000_000);
  const count = 15_000;
  let bundle: Bundle;
  const written = new Map<string, Uint8Array>();
  const slug = (number: number): string =>
    Array.from({ length: 7 }, (_, at) =>
      (Math.imul(number * 7 + at + 1, 0x9e3779b1) >>> 0).toString(36),
    ).join("-");

  beforeAll(() => {
    // One article pressed stands for all of them.
    const { pressed } = pressCatalog(makeCatalog([makeArticle(1)]), now, () => "");
    const numbered = Array.from({ length: count }, (_, number) => {
      const shortId = String(number).padStart(10, "0");
      return { topics: [topics[number % 4] ?? ""], slug: slug(number), shortId } as Stated & Partial<Article>;
    });
    const catalog = statedCatalog(numbered, topics, {
      record: () => pressed.record(0),
      page: () => pressed.page(0),
      sizeOf: () => pressed.sizeOf(0),
    });
    bundle = bundlePressed(catalog, {
      known: now,
      limits: { ...plans.free, script: 1_000_000 },
      writeCold: ({ path, recipe }) => {
        if (recipe.kind === "bytes") written.set(path, recipe.bytes());
      },
    });
  });

  test("has its lists of pages in asset files, and its articles take their room", () => {
    const lists = Object.entries(bundle.index.documents).filter(([path]) => path.startsWith("/sitemap/"));
    const files = lists.flatMap(([, editions]) => editions.map(({ content }) => content));
    const sizes = files.flatMap((file) => (typeof file === "string" ? [written.get(file)?.length ?? 0] : []));
    // One of the home page and the topics, and one of every thousand articles.
    expect(sizes).toHaveLength(1 + count / 1000);
    // They would have taken most of it.
    expect(sizes.reduce((a, b) => a + b)).toBeGreaterThan(500_000);
    expect(bundle.index.hot).toBeGreaterThan(150);
  });

  test("has no problems", () => {
    expect(bundle.problems).toEqual([]);
  });
});

describe("lists of pages", () => {
  test.each([1200, 1990, 3000])(
    "are no more than was counted where %i articles are out and 30 to come",
    (out) => {
      const stated = Array.from(
        { length: out + 30 },
        (_, number): Stated => ({ published: hour(number), firstSeen: hour(Math.min(number, out - 1)) }),
      );
      const catalog = statedCatalog(stated, topics);
      const known = hour(out - 1);
      const files = [...renderDocuments(catalog, known)].filter(({ path }) => path.startsWith("/sitemap/"));
      expect(files.length).toBeGreaterThan(60);
      expect(files.length).toBeLessThanOrEqual(countSitemaps(catalog, known));
    },
  );

  test("are all there when an embargo makes two files of one", () => {
    const count = 998;
    const stated = Array.from(
      { length: count + 3 },
      (_, number): Stated => ({
        published: hour(number < count ? number : 20_000 + number),
        firstSeen: hour(Math.min(number, count)),
      }),
    );
    const catalog = statedCatalog(stated, []);
    const known = hour(count);
    expect(catalog.articles.filter((article) => dateOf(article) > known)).toHaveLength(3);
    const rendered = [...renderDocuments(catalog, known)].filter(({ kind }) => kind === "sitemap");
    for (const instant of [known, hour(20_000 + count), hour(20_000 + count + 2)]) {
      const at = (path: string): string =>
        rendered.findLast((one) => one.path === path && (one.from === null || one.from <= instant))?.text ??
        "";
      const parts = [...at("/sitemap.xml").matchAll(/<loc>[^<]*(\/sitemap\/\d+\.xml)<\/loc>/g)];
      const text = parts.length === 0 ? at("/sitemap.xml") : parts.map(([, path]) => at(path ?? "")).join("");
      const published = catalog.articles.filter((article) => dateOf(article) <= instant);
      expect(text.match(/<loc>[^<]*\/articles\//g), instant).toHaveLength(published.length);
    }
  });
});
