// Renders everything ahead, checks what it rendered, and lays it out in two tiers as the Worker reads it.

import type { ArtefactIndex, DocumentEntry, Documents } from "../catalog/artefact.ts";
import { ALL } from "../catalog/catalog.ts";
import { sitemapPath } from "../catalog/links.ts";
import { packRuns } from "../catalog/record.ts";
import { headLayouts } from "../feeds/writer.ts";
import { once } from "../lists/later.ts";
import type { WordPacker } from "../lists/search.ts";
import { type ByteWriter, uploadSize } from "./bundle/bytes.ts";
import { type Compressed, compressList, type Joined } from "./bundle/compress.ts";
import { measureIndexes, prepareLists, type Ready, readyDocuments, readyIndex } from "./bundle/documents.ts";
import { type BundleOptions, type Ground, layGround } from "./bundle/ground.ts";
import { brotliSizeOf, type ListRoom, openListRoom, sizeOf } from "./bundle/listRoom.ts";
import { makeLists, type Steps } from "./bundle/makeLists.ts";
import { type Overflow, prepareOverflow } from "./bundle/overflow.ts";
import { type Indexes, prepareIndexes } from "./bundle/render.ts";
import { chooseHot, fitsHot, hotSize, type ListSizes, topicsByActivity } from "./bundle/tiers.ts";
import { codeSize, describePassed, type Limits, plans } from "./limits.ts";
import type { PressedCatalog } from "./pressed.ts";
import type { Problem } from "./problems.ts";

/** The hot tier of the artefact as it is written to dist/, and what could not go into it. */
export interface Bundle {
  readonly index: ArtefactIndex;
  readonly bytes: Uint8Array;
  /** About how many bytes of an upload it takes, with the code. */
  readonly upload: number;
  readonly problems: readonly Problem[];
}

/** Lays out a pressed catalog, and compresses its lists one after the other. */
export function bundlePressed(catalog: PressedCatalog, options: BundleOptions): Bundle {
  const steps = layOut(catalog, options);
  let last: readonly Compressed[] = [];
  let step = steps.next();
  while (step.done !== true) {
    const made = step.value.map(compressList);
    step = steps.next(last);
    last = made;
  }
  return step.value();
}

/**
 * The same, with lists compressed by somebody else, many at a time; results are parallel to the lists given. When it
 * resolves, all files of the cold tier were handed over, and the bundle is what the result returns.
 */
export async function bundleTogether(
  catalog: PressedCatalog,
  options: BundleOptions,
  compress: (lists: readonly Joined[]) => Promise<readonly Compressed[]>,
): Promise<() => Bundle> {
  const steps = layOut(catalog, options);
  let last: Promise<readonly Compressed[]> = Promise.resolve([]);
  let step = steps.next();
  while (step.done !== true) {
    const made = compress(step.value);
    // If anything fails before it is waited for, that is what is told.
    made.catch(() => {});
    step = steps.next(await last);
    last = made;
  }
  return step.value;
}

/**
 * What fits the plan's script is hot, newest first; all articles are cold where some are not. Returns what finishes the
 * bundle.
 */
function* layOut(catalog: PressedCatalog, options: BundleOptions): Steps<() => Bundle> {
  const ground = layGround(catalog, options);
  const { rosters, known, remembered } = ground;
  const overflow = prepareOverflow(ground, (file) => options.writeCold?.(file));
  // Where it is certain already, others can make the files while lists are joined here.
  if (ground.horizon < catalog.articles.length || !fitsHot(catalog, ground.limits.script - codeSize))
    overflow.begin();

  const lists = prepareLists(catalog, rosters, ground, known, ground.problems);
  const divide = once(() => divideScript(ground, overflow, lists.estimate()));
  // Topics in the order in which anything last happened in them: those are asked for most.
  const order = [ALL, ...topicsByActivity(catalog, rosters)];
  const hot: Ready[] = [];
  options.progress?.begin("feeds", order.length);
  yield* makeLists(order, lists.ofTopic, remembered, (topic, made) => {
    options.progress?.step();
    // Found out when the first lists are ready: meanwhile others are being compressed.
    if (divide().room.take(topic, made)) hot.push(...made);
    else overflow.putTopic(topic, made);
  });
  options.progress?.end();
  const script = divide();
  const far: Placed[] = [];
  for (const one of script.general) {
    if (isBulky(one) && overflow.hasBegun())
      far.push([one.path, { ...one.entry, content: overflow.putDocument(one) }]);
    else hot.push(one);
  }
  return () => finishBundle(ground, overflow, script, hot, far);
}

/** What the script has room for. */
interface ScriptPlan {
  /** Documents that are no lists. */
  readonly general: readonly Ready[];
  readonly indexes: Indexes;
  /** How many articles are hot, and their words. */
  readonly hot: number;
  readonly words: WordPacker;
  readonly room: ListRoom;
}

/** Divides the script between articles and lists; what is said of the site itself is in it always. */
function divideScript(ground: Ground, overflow: Overflow, lists: ListSizes): ScriptPlan {
  const { catalog, known, limits, recent } = ground;
  const general = readyDocuments(catalog, known, ground.remembered, ground.problems);
  const indexes = prepareIndexes(catalog, known);
  const named = catalog.topics.length * 60 + Object.keys(recent).length * 120;
  const reserved = sizeOf(general) + measureIndexes(indexes, catalog.articles.length) + 4000 + named;
  const least = limits.script - codeSize - ground.size - reserved;
  const maybeWhole = !overflow.hasBegun() && fitsHot(catalog, least);
  const room = maybeWhole ? least : least + sizeOf(general.filter(isBulky));
  const { hot, words } = chooseHot(catalog, room, lists, known);
  if (!maybeWhole || hot < catalog.articles.length) overflow.begin();
  const listRoom = Math.max(0, room - hotSize(catalog, hot) - words.size());
  return { general, indexes, hot, words, room: openListRoom(listRoom) };
}

/** A document at its path, wherever its bytes lie. */
type Placed = readonly [path: string, entry: DocumentEntry];

/** Writes what is hot behind the tables, and the index that says where in either tier everything lies. */
function finishBundle(
  ground: Ground,
  overflow: Overflow,
  script: ScriptPlan,
  hotDocuments: readonly Ready[],
  far: readonly Placed[],
): Bundle {
  const { catalog, limits, horizon, bytes, recent, cold, problems } = ground;
  const { hot } = script;
  const isWhole = !overflow.hasBegun();
  const horizons = {
    horizon: horizon === catalog.articles.length ? null : horizon,
    searchHorizon: hot === catalog.articles.length ? null : hot,
  };
  const indexes = readyIndex(script.indexes, horizons, ground.remembered, problems);
  const near = writeDocuments(bytes, [...hotDocuments, ...indexes], script.room.left());
  const words = script.words.finish();
  const ordinals = Array.from({ length: hot }, (_, ordinal) => ordinal);
  const index: ArtefactIndex = {
    format: 4,
    site: catalog.site,
    topics: catalog.topics,
    langs: ground.rosters.langs.map(([lang]) => lang),
    documents: editionsOf([...far, ...near]),
    retracted: isWhole ? { ...recent, ...ground.older } : recent,
    moved: ground.moved,
    edited: ground.edited,
    openings: ground.openings,
    layouts: headLayouts(),
    frame: ground.frame,
    count: catalog.articles.length,
    hot,
    horizon,
    cold: isWhole ? null : { buckets: cold.buckets, pagesPerFile: cold.pagesPerFile },
    sections: {
      ...ground.tables,
      records: bytes.addPacked(packRuns(ordinals.map(catalog.record))),
      pages: bytes.addPacked(packRuns(ordinals.map(catalog.page))),
      words: bytes.add(Buffer.from(words.words)),
      begins: bytes.addNumbers(words.begins),
      places: bytes.add(words.places),
    },
  };
  const upload = codeSize + measureUpload(bytes, index, limits);
  if (upload > limits.script) problems.push(describeScript(upload, limits));
  if (!isWhole) for (const problem of cold.problems) problems.push(problem);
  return { index, bytes: bytes.finish(), upload, problems };
}

/** Writes documents as gzip; what room is left goes to Brotli, in the same order. */
function writeDocuments(bytes: ByteWriter, documents: readonly Ready[], room: number): Placed[] {
  let left = room;
  return documents.map(({ path, entry, gzip, brotli }) => {
    const content = bytes.addPacked(gzip.read());
    left -= brotliSizeOf([{ brotli }]);
    if (left < 0 || brotli.length === 0) return [path, { ...entry, content }];
    return [path, { ...entry, content, brotli: bytes.addPacked(brotli.read()) }];
  });
}

/** By path, all editions of a document. */
function editionsOf(placed: readonly Placed[]): Documents {
  const editions = Map.groupBy(placed, ([path]) => path);
  return Object.fromEntries(Array.from(editions, ([path, those]) => [path, those.map(([, entry]) => entry)]));
}

/** Long lists of pages, and those of which there are several, are asked for seldom: they are hot where everything is. */
function isBulky({ path, entry, gzip }: Ready): boolean {
  return entry.kind === "sitemap" && (path !== sitemapPath || gzip.length > 20_000);
}

/** At most so many bytes of an upload. Measured only where it matters: compressing makes it smaller, but not by much. */
function measureUpload(bytes: ByteWriter, index: ArtefactIndex, limits: Limits): number {
  const text = Buffer.from(JSON.stringify(index));
  const raw = bytes.length + text.length;
  return raw + codeSize < limits.script ? raw : bytes.uploadSize() + uploadSize(text);
}

function describeScript(upload: number, limits: Limits): Problem {
  const fix =
    limits.script < plans.paid.script
      ? 'Say plan = "paid" in [limits] of site.toml if the account has it, or publish fewer topics'
      : "Publish fewer topics, or two sites";
  return describePassed("bytes of script", upload, limits.script, fix);
}
