import { describe, expect, test } from "vitest";
import { retractionsTold } from "../../../src/catalog/artefact.ts";
import { bucketOf, coldArchivePath, coldBucketPath } from "../../../src/catalog/links.ts";
import { readPack } from "../../../src/catalog/pack.ts";
import { readArticle, readPage, readRuns } from "../../../src/catalog/record.ts";
import {
  type ColdFile,
  layOutArchives,
  layOutPages,
  makeColdFile,
  shapeCold,
} from "../../../src/compile/bundle/cold.ts";
import { callRolls } from "../../../src/compile/bundle/tables.ts";
import type { PressedCatalog } from "../../../src/compile/pressed.ts";
import { hour, numberOf, type Stated, statedCatalog } from "../unpressed.ts";

const topics = ["a", "b", "none"];
const stated = (count: number): Stated[] =>
  Array.from({ length: count }, (_, number) => ({
    topics: ["a", "b"].filter((_, at) => number % (at + 2) === 0),
  }));

/** All files of a catalog but those of ready documents, cut for so many. */
function layOut(
  catalog: PressedCatalog,
  files: number,
  others = 0,
): { readonly shape: ReturnType<typeof shapeCold>; readonly made: ColdFile[] } {
  const rosters = callRolls(catalog);
  const shape = shapeCold(catalog, rosters, files, others);
  return { shape, made: [...layOutArchives(catalog, rosters, shape), ...layOutPages(catalog, shape, {})] };
}

describe("the cold tier", () => {
  test.each([20_000, 300, 120, 60, 30])("has as many files as the plan takes, at most: %s", (files) => {
    const catalog = statedCatalog(stated(900), topics);
    const { shape, made } = layOut(catalog, files, 5);
    // A file for the documents of each topic and of all comes to them, and five others.
    expect(made.length + topics.length + 1 + 5).toBeLessThanOrEqual(files);
    expect(shape.problems).toEqual([]);
    expect(new Set(made.map(({ path }) => path)).size).toBe(made.length);
  });

  test("is cut coarser only where it must be", () => {
    const catalog = statedCatalog(stated(900), topics);
    expect(layOut(catalog, 20_000).shape.pagesPerFile).toBe(1);
    const coarse = [300, 120, 60, 30].map((files) => layOut(catalog, files).shape.pagesPerFile);
    expect(coarse).toEqual([...coarse].sort((a, b) => a - b));
    expect(coarse.at(-1)).toBeGreaterThan(8);
  });

  test("that is larger than the plan takes is told with its true numbers and with what to do", () => {
    const catalog = statedCatalog(stated(900), topics);
    const { shape, made } = layOut(catalog, 60, 55);
    const total = made.length + topics.length + 1 + 55;
    expect(shape.problems).toMatchObject([
      { path: "site.toml", level: "error", what: expect.stringContaining(`${total} asset files`) },
    ]);
    expect(shape.problems[0]?.what).toContain("takes 60,");
    expect(shape.problems[0]?.fix).toContain('plan = "paid"');
  });

  test("has no file that is larger than the platform takes, and a file that cannot be smaller is told", () => {
    const sizeOf = () => ({ record: 60_000, page: 1000 });
    const catalog = statedCatalog(stated(900), topics, { sizeOf });
    const { shape, made } = layOut(catalog, 20);
    const most = Math.max(
      ...made.map(({ recipe }) => (recipe.kind === "bytes" ? 0 : recipe.ordinals.length)),
    );
    expect(most * 61_000).toBeLessThan(25 * 1024 * 1024);
    expect(shape.problems.map(({ what }) => what)).toMatchObject([expect.stringContaining("asset files")]);
    const site = { ...catalog.site, entriesPerFeed: 1000 };
    const { problems } = layOut({ ...catalog, site }, 20_000).shape;
    expect(problems).toMatchObject([
      {
        what: expect.stringContaining("54,000,000 bytes in one asset file"),
        fix: expect.stringContaining("entries"),
      },
    ]);
  });

  test.each([1, 4])(
    "holds every article of a topic once, in the order they arrived, %s pages a file",
    (pages) => {
      const late = { published: hour(3), firstSeen: hour(5000), topics: ["a"] };
      const catalog = statedCatalog([...stated(205), late], topics);
      const rosters = callRolls(catalog);
      const files = new Map(
        [...layOutArchives(catalog, rosters, { buckets: 1, pagesPerFile: pages })].map((file) => [
          file.path,
          makeColdFile(file.recipe, catalog),
        ]),
      );
      const read = (topic: string): number[] => {
        const found: number[] = [];
        for (let file = 0; files.has(coldArchivePath(topic, file)); file++) {
          const { count, run } = readRuns(files.get(coldArchivePath(topic, file)) ?? new Uint8Array(0));
          for (let index = 0; index < count; index++) found.push(readArticle(run(index)).dated);
        }
        return found;
      };
      const numbers = Array.from({ length: 205 }, (_, number) => number);
      expect(read("all")).toEqual([...numbers, 205]);
      expect(read("a")).toEqual([...numbers.filter((number) => number % 2 === 0), 205]);
      expect(read("b")).toEqual(numbers.filter((number) => number % 3 === 0));
      expect(read("none")).toEqual([]);
    },
  );

  test("holds every page whole in the bucket of its short id, and who was taken back", () => {
    const catalog = statedCatalog(stated(100), topics);
    const gone = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `zz${String(at).padStart(8, "0")}`,
        { id: `urn:uuid:${at}`, when: at, reason: null },
      ]),
    );
    const buckets = 8;
    const files = new Map(
      [...layOutPages(catalog, { buckets, pagesPerFile: 1 }, gone)].map((file) => [
        file.path,
        readPack<{ pages: Record<string, [number, number]>; retracted: typeof gone }>(
          makeColdFile(file.recipe, catalog),
        ),
      ]),
    );
    expect(files.size).toBe(buckets);
    for (const article of catalog.articles) {
      const file = files.get(coldBucketPath(bucketOf(article.shortId, buckets)));
      const [at, size] = file?.header.pages[article.shortId] ?? [0, 0];
      const page = readPage(file?.body.slice(at, at + size) ?? new Uint8Array(0));
      expect(Number(page.tag)).toBe(numberOf(article));
      // The content stands in it: who reads a page reads no record.
      expect(page.content).toHaveLength(100);
    }
    for (const shortId of Object.keys(gone))
      expect(files.get(coldBucketPath(bucketOf(shortId, buckets)))?.header.retracted[shortId]).toEqual(
        gone[shortId],
      );
    expect(retractionsTold).toBeGreaterThan(0);
  });
});

describe("a file's key", () => {
  const keysOf = (catalog: PressedCatalog): Map<string, string> =>
    new Map(layOut(catalog, 20_000).made.map(({ path, key }) => [path, key]));

  test("is the same when a newer article comes, but in the last files of its topics and in its bucket", () => {
    const before = keysOf(statedCatalog(stated(245), topics));
    const after = keysOf(statedCatalog([...stated(245), { topics: ["b"] }], topics));
    const changed = [...after].filter(([path, key]) => before.get(path) !== key).map(([path]) => path);
    const archives = changed.filter((path) => path.includes("archives"));
    expect(archives).toEqual(["/cold/archives/all/24.bin", "/cold/archives/b/8.bin"]);
    expect(changed.length - archives.length).toBe(1);
  });

  test("is another one exactly where its bytes are", () => {
    const one = statedCatalog(stated(120), topics);
    const other = statedCatalog(
      stated(120).map((article, number) => (number === 17 ? { ...article, topics: ["a"] } : article)),
      topics,
    );
    const bytesOf = (catalog: PressedCatalog): Map<string, string> =>
      new Map(
        layOut(catalog, 20_000).made.map(({ path, recipe }) => [
          path,
          Buffer.from(makeColdFile(recipe, catalog)).toString("base64"),
        ]),
      );
    const [keys, bytes] = [[one, other].map(keysOf), [one, other].map(bytesOf)];
    for (const path of keys[0]?.keys() ?? [])
      expect(keys[0]?.get(path) === keys[1]?.get(path), path).toBe(
        bytes[0]?.get(path) === bytes[1]?.get(path),
      );
  });
});
