import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALL } from "../../src/catalog/catalog.ts";
import { everythingQuery, isRefusal, parseQuery, type Query } from "../../src/catalog/query.ts";
import { packRuns } from "../../src/catalog/record.ts";
import { ByteWriter } from "../../src/compile/bundle/bytes.ts";
import { layOutArchives, makeColdFile } from "../../src/compile/bundle/cold.ts";
import { callRolls, writeTables } from "../../src/compile/bundle/tables.ts";
import { headLayouts } from "../../src/feeds/writer.ts";
import { countArchives, selectArchive } from "../../src/lists/archive.ts";
import { ColdFileMissing, gatherRecords } from "../../src/lists/gather.ts";
import { selectArticles } from "../../src/lists/select.ts";
import { openShelf, type Shelf } from "../../src/lists/shelf.ts";
import { hour, numberOf, type Stated, statedCatalog } from "../compile/unpressed.ts";

const topics = ["a", "b", "c"];

interface Stand {
  readonly shelf: Shelf;
  readonly files: Map<string, Uint8Array>;
  readonly reads: string[];
  /** Numbers of the articles, newest first. */
  readonly numbers: readonly number[];
}

/** A shelf whose articles from `hot` on lie in asset files. */
function standOf(stated: readonly Stated[], hot: number, pagesPerFile = 1, horizon = stated.length): Stand {
  const catalog = statedCatalog(stated, topics);
  const rosters = callRolls(catalog);
  const bytes = new ByteWriter();
  const tables = writeTables(bytes, catalog, rosters, horizon, hour(100_000));
  const atHand = Array.from({ length: hot }, (_, ordinal) => catalog.record(ordinal));
  const records = bytes.add(packRuns(atHand));
  const cold = { buckets: 1, pagesPerFile };
  const files = new Map<string, Uint8Array>();
  for (const { path, recipe } of layOutArchives(catalog, rosters, cold))
    files.set(path, makeColdFile(recipe, catalog));
  const reads: string[] = [];
  const none = [0, 0] as const;
  const sections = { ...tables, records, pages: none, words: none, begins: none, places: none };
  const index = {
    format: 4,
    site: catalog.site,
    topics: catalog.topics,
    langs: rosters.langs.map(([lang]) => lang),
    retracted: {},
    moved: 0,
    edited: 0,
    openings: {},
    layouts: headLayouts(),
    frame: { start: [0, 0, 0, 0], middle: [0, 0, 0, 0], end: [0, 0, 0, 0] },
    count: stated.length,
    hot,
    horizon,
    cold,
    sections,
  } as const;
  const shelf = openShelf({ index, bytes: bytes.finish().buffer }, async (path) => {
    reads.push(path);
    return files.get(path) ?? null;
  });
  return { shelf, files, reads, numbers: catalog.articles.map(numberOf) };
}

function queryOf(expression: string): Query {
  const query = parseQuery(expression, new URLSearchParams(), (id) => topics.includes(id));
  if (isRefusal(query)) throw new Error(expression);
  return query;
}

/** The numbers of the articles gathered, and the files that took. */
async function gather(
  { shelf, reads }: Stand,
  query: Query,
  ordinals: readonly number[],
): Promise<{ readonly numbers: number[]; readonly files: string[] }> {
  const before = reads.length;
  const records = await gatherRecords(shelf, query, ordinals);
  return { numbers: records.map(({ dated }) => dated), files: reads.slice(before) };
}

const anyStated: fc.Arbitrary<Stated> = fc.record({
  published: fc.integer({ min: 0, max: 500 }).map(hour),
  firstSeen: fc.integer({ min: 0, max: 500 }).map(hour),
  topics: fc.subarray(topics),
});

describe("records", () => {
  test("come in the order they are asked for, whatever is hot; no file is read twice or in vain", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStated, { maxLength: 80, size: "max" }),
        fc.nat(80),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom("all", "a", "a+b", "b,c", "!a", "a+!b", "c+!a,b"),
        fc.integer({ min: 1, max: 20 }),
        async (stated, warm, pagesPerFile, expression, limit) => {
          const hot = Math.min(warm, stated.length);
          const stand = standOf(stated, hot, pagesPerFile);
          const query = queryOf(expression);
          const ordinals = selectArticles(stand.shelf, query, 0, limit);
          const { numbers, files } = await gather(stand, query, ordinals);
          expect(numbers).toEqual(ordinals.map((ordinal) => stand.numbers[ordinal]));
          expect(new Set(files).size).toBe(files.length);
          expect(files.length).toBeLessThanOrEqual(ordinals.filter((ordinal) => ordinal >= hot).length);
          for (const file of files) expect(stand.files.has(file)).toBe(true);
        },
      ),
    );
  });

  test("that are hot are at hand at once", () => {
    const { shelf, reads } = standOf(
      Array.from({ length: 30 }, () => ({})),
      10,
    );
    expect(gatherRecords(shelf, everythingQuery, [0, 5, 9])).toBeInstanceOf(Array);
    expect(gatherRecords(shelf, everythingQuery, [])).toEqual([]);
    expect(reads).toEqual([]);
  });

  test("of a topic's feed take two files at most where articles arrived in order", async () => {
    const stated = Array.from(
      { length: 500 },
      (_, number): Stated => ({ topics: number % 7 === 0 ? ["a"] : [] }),
    );
    const stand = standOf(stated, 0);
    for (const query of [queryOf("a"), everythingQuery]) {
      const { files } = await gather(stand, query, selectArticles(stand.shelf, query, 0, 10));
      expect(files.length).toBeLessThanOrEqual(2);
    }
  });

  test("are read a few files at a time, however many there are", async () => {
    const stated = Array.from({ length: 300 }, (): Stated => ({ topics: [] }));
    const { shelf, files } = standOf(stated, 0);
    let [open, most] = [0, 0];
    const readCold = async (path: string): Promise<Uint8Array | null> => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((done) => setTimeout(done));
      open -= 1;
      return files.get(path) ?? null;
    };
    const every = Array.from(stated.keys());
    expect(await gatherRecords({ ...shelf, readCold }, everythingQuery, every)).toHaveLength(300);
    expect(files.size).toBeGreaterThan(8);
    expect(most).toBe(4);
  });

  test("of two topics are looked for in the files of the one that has most of them together", async () => {
    // Ten of topic "a" are scattered over all articles and over those of "b".
    const stated = Array.from(
      { length: 400 },
      (_, number): Stated => ({
        topics: number % 40 === 0 ? ["a", "b"] : number % 2 === 0 ? ["b"] : [],
      }),
    );
    const stand = standOf(stated, 0);
    for (const expression of ["a+b", "a", "a+!c"]) {
      const query = queryOf(expression);
      const ordinals = selectArticles(stand.shelf, query, 0, 10);
      expect(ordinals).toHaveLength(10);
      expect((await gather(stand, query, ordinals)).files, expression).toEqual(["/cold/archives/a/0.bin"]);
    }
  });

  test("beyond the horizon come too", async () => {
    const stated = Array.from({ length: 60 }, (): Stated => ({ topics: ["a"] }));
    const stand = standOf(stated, 0, 1, 3);
    for (const query of [queryOf("a"), everythingQuery]) {
      const ordinals = selectArticles(stand.shelf, query, 0, 10);
      expect((await gather(stand, query, ordinals)).numbers).toEqual(stand.numbers.slice(0, 10));
    }
  });

  test("whose file is missing are told with its path", async () => {
    const stand = standOf(
      Array.from({ length: 30 }, () => ({})),
      10,
    );
    stand.files.delete("/cold/archives/all/0.bin");
    const missing = gather(stand, everythingQuery, [5, 25]);
    await expect(missing).rejects.toThrow(ColdFileMissing);
    await expect(missing).rejects.toThrow("/cold/archives/all/0.bin");
  });
});

describe("an archive page", () => {
  test("is one read, and all pages together hold every article once, in the order they arrived", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStated, { maxLength: 60, size: "max" }),
        fc.integer({ min: 1, max: 3 }),
        async (stated, pagesPerFile) => {
          const { shelf, reads } = standOf(stated, 0, pagesPerFile);
          for (const topic of [ALL, ...topics]) {
            const found: number[] = [];
            for (let page = 1; page <= countArchives(shelf, topic, 2e9); page++) {
              const before = reads.length;
              const records = await selectArchive(shelf, topic, page, 2e9);
              expect(reads.length - before).toBe(records.length === 0 ? 0 : 1);
              found.push(...records.map(({ dated }) => dated).reverse());
            }
            const keyOf = (number: number): string => {
              const { published = "", firstSeen = "" } = stated[number] ?? {};
              const date = published ?? "";
              return `${date > firstSeen ? date : firstSeen} ${date} ${String(number).padStart(5, "0")}`;
            };
            const right = stated.flatMap(({ topics = [] }, number) =>
              topic === ALL || topics.includes(topic) ? [number] : [],
            );
            expect(found).toEqual(right.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
          }
        },
      ),
    );
  });
});
