// The cold tier: all articles in asset files, cut so that whatever is asked for is one read away, and none is too large.

import type { ColdTier, RetractedArticle } from "../../catalog/artefact.ts";
import { ALL } from "../../catalog/catalog.ts";
import { bucketOf, coldArchivePath, coldBucketPath } from "../../catalog/links.ts";
import { packRuns } from "../../catalog/record.ts";
import { assetSize, describePassed } from "../limits.ts";
import type { PressedCatalog } from "../pressed.ts";
import type { Problem } from "../problems.ts";
import { type BucketRecipe, packBucket } from "./bucket.ts";
import { type Roster, type Rosters, vacant } from "./tables.ts";

/** A file of the cold tier. */
export interface ColdFile {
  /** Path of the asset. */
  readonly path: string;
  /** Says everything its bytes depend on: equal keys, equal bytes. */
  readonly key: string;
  readonly recipe: Recipe;
}

/**
 * What a file is made of. Articles are named by their ordinals: their bytes are read where the file is made. The
 * records of vacant places (`vacant`) are empty.
 */
export type Recipe =
  | { readonly kind: "bytes"; readonly bytes: () => Uint8Array }
  | { readonly kind: "records"; readonly ordinals: readonly number[] }
  | BucketRecipe;

/** The bytes of a file. */
export function makeColdFile(recipe: Recipe, source: Pick<PressedCatalog, "record" | "page">): Uint8Array {
  if (recipe.kind === "bytes") return recipe.bytes();
  if (recipe.kind === "records") {
    const none = new Uint8Array(0);
    return packRuns(recipe.ordinals.map((ordinal) => (ordinal === vacant ? none : source.record(ordinal))));
  }
  return packBucket(recipe, source);
}

/** How the tier is cut, and whether that is within the limits. */
export interface ColdShape extends ColdTier {
  readonly problems: readonly Problem[];
}

/** Pages of articles in a file, on average: some 100 KB. */
const pagesPerBucket = 48;
/** About as many there may be where files are few. */
const mostPages = 800;

/** Cuts the tier so that the site has as many files as the plan takes, at most; `others` are not cut here. */
export function shapeCold(
  catalog: PressedCatalog,
  rosters: Rosters,
  files: number,
  others: number,
): ColdShape {
  const { articles, site } = catalog;
  const rolls = [rosters.all, ...rosters.topics];
  const count = ({ buckets, pagesPerFile }: ColdTier): number => {
    const size = site.entriesPerFeed * pagesPerFile;
    const archives = rolls.reduce((sum, { arrived }) => sum + Math.ceil(arrived.length / size), 0);
    return others + rolls.length + buckets + archives;
  };
  const isLight = (shape: ColdTier): boolean => largestFile(catalog, rolls, shape) <= assetSize;
  let shape: ColdTier = { buckets: 1, pagesPerFile: 1 };
  while (shape.buckets * pagesPerBucket < articles.length) shape = { ...shape, buckets: shape.buckets * 2 };
  while (count(shape) > files) {
    const { buckets, pagesPerFile } = shape;
    const coarser =
      pagesPerFile < 64
        ? { buckets: buckets > 256 ? buckets / 2 : buckets, pagesPerFile: pagesPerFile * 2 }
        : { buckets: buckets / 2, pagesPerFile };
    if (coarser.buckets < 1 || articles.length / coarser.buckets > mostPages || !isLight(coarser)) break;
    shape = coarser;
  }
  const problems: Problem[] = [];
  const total = count(shape);
  const fix =
    'Say plan = "paid" in [limits] of site.toml if the account has it, or publish fewer topics or files';
  if (total > files) problems.push(describePassed("asset files", total, files, fix));
  const largest = largestFile(catalog, rolls, shape);
  if (largest > assetSize)
    problems.push(
      describePassed(
        "bytes in one asset file",
        largest,
        assetSize,
        "Say fewer entries in [site] of site.toml",
      ),
    );
  return { ...shape, problems };
}

/** About how many bytes the largest file has. */
function largestFile(
  { articles, site, sizeOf }: PressedCatalog,
  rolls: readonly Roster[],
  { buckets, pagesPerFile }: ColdTier,
): number {
  const size = site.entriesPerFeed * pagesPerFile;
  const pages = new Float64Array(buckets);
  for (const [ordinal, { shortId }] of articles.entries()) {
    const { record, page } = sizeOf(ordinal);
    pages[bucketOf(shortId, buckets)] = (pages[bucketOf(shortId, buckets)] ?? 0) + record + page;
  }
  let largest = pages.reduce((a, b) => Math.max(a, b), 0);
  for (const { arrived } of rolls) {
    for (let at = 0; at < arrived.length; at += size) {
      const there = arrived.slice(at, at + size).filter((ordinal) => ordinal !== vacant);
      const bytes = there.reduce((sum, ordinal) => sum + sizeOf(ordinal).record, 0);
      largest = Math.max(largest, bytes);
    }
  }
  return largest;
}

/** The records of every topic in the order they arrived: what archive pages and far expressions are joined from. */
export function* layOutArchives(
  catalog: PressedCatalog,
  rosters: Rosters,
  shape: ColdTier,
): Generator<ColdFile> {
  const size = catalog.site.entriesPerFeed * shape.pagesPerFile;
  const rolls: (readonly [string, Roster])[] = [
    [ALL, rosters.all],
    ...catalog.topics.flatMap(({ id }, number): (readonly [string, Roster])[] => {
      const roster = rosters.topics[number];
      return roster === undefined ? [] : [[id, roster]];
    }),
  ];
  for (const [topic, { arrived }] of rolls) {
    for (let file = 0; file * size < arrived.length; file++) {
      const ordinals = arrived.slice(file * size, (file + 1) * size);
      yield {
        path: coldArchivePath(topic, file),
        key: ordinals.map((ordinal) => (ordinal === vacant ? "" : catalog.keyOf(ordinal))).join(" "),
        recipe: { kind: "records", ordinals },
      };
    }
  }
}

/** The pages of all articles by their short ids, and what is known of those taken back. */
export function* layOutPages(
  catalog: PressedCatalog,
  { buckets }: ColdTier,
  retracted: Readonly<Record<string, RetractedArticle>>,
): Generator<ColdFile> {
  const ordinals: number[][] = Array.from({ length: buckets }, () => []);
  for (const [ordinal, { shortId }] of catalog.articles.entries()) {
    ordinals[bucketOf(shortId, buckets)]?.push(ordinal);
  }
  const gone = Object.groupBy(Object.entries(retracted), ([shortId]) => bucketOf(shortId, buckets));
  for (const [bucket, members] of ordinals.entries()) {
    // Their order must not follow the news: else every file would change with every new article.
    members.sort((a, b) =>
      (catalog.articles[a]?.shortId ?? "") < (catalog.articles[b]?.shortId ?? "") ? -1 : 1,
    );
    const lost = Object.fromEntries(gone[bucket] ?? []);
    yield {
      path: coldBucketPath(bucket),
      key: `${members.map(catalog.keyOf).join(" ")} ${JSON.stringify(lost)}`,
      recipe: {
        kind: "pages",
        ordinals: members,
        shortIds: members.map((ordinal) => catalog.articles[ordinal]?.shortId ?? ""),
        retracted: lost,
      },
    };
  }
}
