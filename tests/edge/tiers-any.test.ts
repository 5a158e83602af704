// Any catalog, any limits, any time: what is answered out of asset files is what is answered out of the bundle.

import fc from "fast-check";
import { expect, test } from "vitest";
import { ALL } from "../../src/catalog/catalog.ts";
import { articlePath } from "../../src/catalog/links.ts";
import { bundleTiers, limitsOf, press, startIsolate, type Told, tellCatalog } from "./tiers-of.ts";

const known = "2026-06-01T00:00:00Z";
const topics = ["a", "b", "c", "d"];

/** Some hour within three months before `known`, or a month behind it. */
const hour = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((hours) => {
    return `${new Date(Date.parse(known) + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
  });
const anyTold: fc.Arbitrary<Told> = fc.record({
  // Often the same hour, so that ids decide.
  published: fc.oneof(
    { weight: 6, arbitrary: hour(-2000, 0) },
    { weight: 2, arbitrary: hour(-40, -30) },
    { weight: 1, arbitrary: hour(1, 40) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  seen: fc.oneof(hour(-2000, 0), hour(-50, -45)),
  topics: fc.subarray(topics),
  lang: fc.constantFrom("vi", "en", "en-GB"),
  text: fc.constantFrom("Cảnh sát biển", "Hải quân"),
});
const anyRetraction = fc.record({
  when: hour(-900, 0),
  reason: fc.constantFrom(null, "It was wrong."),
  published: fc.oneof(hour(-2000, 40), fc.constant(null)),
  firstSeen: hour(-2000, -900),
  topics: fc.subarray(topics),
});
const anySite = fc.record({
  told: fc.array(anyTold, { maxLength: 60, size: "max" }),
  retracted: fc.array(anyRetraction, { maxLength: 3 }),
  entriesPerFeed: fc.integer({ min: 1, max: 6 }),
  content: fc.constantFrom("full" as const, "summary" as const),
  room: fc.oneof(
    fc.integer({ min: -90_000, max: -89_700 }),
    fc.integer({ min: 0, max: 40_000 }),
    fc.integer({ min: 40_000, max: 200_000 }),
  ),
  files: fc.integer({ min: 1, max: 60 }),
  instants: fc.array(hour(0, 60), { maxLength: 3 }),
});

test("whatever is where, the answer is the same", async () => {
  let cold = 0;
  let short = 0;
  await fc.assert(
    fc.asyncProperty(anySite, async ({ told, retracted, entriesPerFeed, content, room, files, instants }) => {
      const retractions = retracted
        .sort((a, b) => (a.when < b.when ? 1 : -1))
        .map(({ when, reason, published, firstSeen, topics }, at) => ({
          id: `urn:uuid:99999999-0000-8000-8000-00000000000${at}`,
          shortId: `99999999z${at}`,
          when,
          reason,
          published,
          firstSeen,
          topics,
        }));
      const catalog = tellCatalog(told, topics, retractions, { entriesPerFeed, content });
      const pressed = press(catalog, known);
      const whole = bundleTiers(pressed, known, limitsOf(3_000_000));
      const tiers = bundleTiers(pressed, known, limitsOf(room, files));
      const { index } = tiers.bundle;
      if (index.cold !== null) cold += 1;
      const exact = index.horizon === index.count;
      if (!exact) short += 1;
      const size = (topic: string): number =>
        catalog.articles.filter((article) => topic === ALL || article.topics.includes(topic)).length;
      const lists = [...[ALL, ...topics], ...(exact ? ["a+b", "c,d", "!a", "a+!b"] : [])];
      const paths = [
        "/",
        "/sitemap.xml",
        "/feeds.opml",
        ...lists.flatMap((list) => [`/topics/${list}`, `/feeds/${list}.rss`, `/feeds/${list}.json`]),
        ...(exact ? ["/feeds/all.atom?lang=en", "/topics/!a?lang=vi"] : []),
        ...[ALL, ...topics].flatMap((topic) =>
          Array.from(
            { length: Math.floor(size(topic) / entriesPerFeed) + 2 },
            (_, number) => `/feeds/${topic}/${number + 1}.atom`,
          ),
        ),
        ...catalog.articles.map(articlePath),
        ...retractions.map(({ shortId }) => `/articles/${shortId}`),
      ];
      const [ours, theirs] = [startIsolate(tiers), startIsolate(whole)];
      for (const now of [known, ...instants.sort()].map((instant) => Date.parse(instant) / 1000)) {
        for (const path of paths) {
          const init = path.includes(".atom") ? { headers: { "A-IM": "feed" } } : {};
          const [answer, right] = [await ours.ask(path, now, init), await theirs.ask(path, now, init)];
          const said = `${path} at ${now}`;
          expect([answer.status, answer.text], said).toEqual([right.status, right.text]);
          for (const name of ["ETag", "Last-Modified", "Cache-Control", "Location"]) {
            expect(answer.headers.get(name), `${name} of ${said}`).toBe(right.headers.get(name));
          }
          expect(new Set(answer.reads).size, said).toBe(answer.reads.length);
          for (const file of answer.reads) expect(tiers.files.has(file), `${file} for ${said}`).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(cold).toBeGreaterThan(20);
  expect(short).toBeGreaterThan(3);
});
