// settle: what all files hold is decided upon together. Which captures are one story, which article is which, what was
// taken back. It needs facts alone, so the words of a hundred thousand articles can stay where they are.

import type { Retraction } from "../catalog/catalog.ts";
import { mergeDuplicates } from "./duplicates.ts";
import { type Identity, identify, retire } from "./identify.ts";
import { shortIdOf } from "./identity.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { PublishedFile } from "./media/publish.ts";
import { META_ENDING } from "./meta.ts";
import { hasErrors, type Problem } from "./problems.ts";
import type { AcceptedDraft } from "./read.ts";

/** What is decided upon of one file. */
export interface FileFacts<One extends AcceptedDraft> {
  readonly path: string;
  readonly articles: readonly One[];
  readonly problems: readonly Problem[];
}

/** An article with its line of the ledger. */
export interface Known<One extends AcceptedDraft> extends Identity {
  readonly article: One;
  /** Other captures of the same story. */
  readonly captures: readonly One[];
}

/** What came of it. */
export interface Settled<One extends AcceptedDraft> {
  /** Parallel to the files given: their articles with their identities, and all problems of each. */
  readonly files: readonly { readonly known: readonly Known<One>[]; readonly problems: readonly Problem[] }[];
  readonly ledger: readonly LedgerEntry[];
  /** Everything that was ever taken back, the latest first. */
  readonly retractions: readonly Retraction[];
  /** The files that go with published articles, each once, by their paths on the site. */
  readonly media: readonly PublishedFile[];
}

/** What is known beside the files. */
export interface Circumstances {
  readonly ledger: readonly LedgerEntry[];
  /** RFC 3339 in UTC, whole seconds: what articles never seen before are dated by. */
  readonly now: string;
  /** Captures the publisher keeps apart (site.toml). */
  readonly apart: readonly (readonly string[])[];
  /** Files that could not be read, or files of corrections: what they held, or correct, has not been taken back. */
  readonly unread: readonly string[];
}

/** Decides upon the articles of all files. Equal input gives equal output. */
export function settle<One extends AcceptedDraft>(
  files: readonly FileFacts<One>[],
  { ledger: before, now, apart, unread }: Circumstances,
): Settled<One> {
  const stories = mergeDuplicates(
    files.flatMap((file) => file.articles),
    { apart, ...publishedAs(before) },
  );
  const identities = identify([...stories.keys()], before, now);
  const problems = Map.groupBy([...identities.problems, ...noteCaptures(stories)], (problem) => problem.path);
  const settled = files.map((file) => ({
    known: file.articles.flatMap((article): Known<One>[] => {
      const identity = identities.of.get(article);
      return identity === undefined ? [] : [{ ...identity, article, captures: stories.get(article) ?? [] }];
    }),
    problems: [...file.problems, ...(problems.get(file.path) ?? [])],
  }));
  const failed = files.flatMap((file, at) => (hasErrors(settled[at]?.problems ?? []) ? [file.path] : []));
  const entries = [...identities.of.values()].map((identity) => identity.entry);
  const ledger = [
    ...entries,
    ...retire(before, identities, new Set([...failed, ...unread.map(correctedBy)]), now),
  ];
  const known = settled.flatMap((file) => file.known);
  return { files: settled, ledger, retractions: listRetractions(ledger, known), media: listMedia(known) };
}

/** The file that a file of corrections is for; any other as it is. */
function correctedBy(path: string): string {
  return path.endsWith(META_ENDING) ? path.slice(0, -META_ENDING.length) : path;
}

/** What readers have, and where it was last found. */
function publishedAs(known: readonly LedgerEntry[]): { hashes: Set<string>; places: Set<string> } {
  const live = known.filter((entry) => entry.retracted === null);
  return {
    hashes: new Set(live.map((entry) => entry.hash)),
    places: new Set(live.map((entry) => entry.from)),
  };
}

/** Many articles may show one file. */
function listMedia(known: readonly Known<AcceptedDraft>[]): PublishedFile[] {
  const byPath = new Map<string, PublishedFile>();
  for (const { article } of known) {
    if (article.withdrawn === null) for (const file of article.media) byPath.set(file.path, file);
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Tells the publisher which captures were taken for the same story. */
function noteCaptures(stories: ReadonlyMap<AcceptedDraft, readonly AcceptedDraft[]>): Problem[] {
  const problems: Problem[] = [];
  for (const [story, captures] of stories) {
    for (const capture of captures) {
      const what = `"${capture.title}" is another capture of ${story.from}, which is published`;
      const fix = `To publish both, add apart = [["${story.from}", "${capture.from}"]] to [duplicates] in site.toml`;
      problems.push({ path: capture.path, line: capture.lines.title, level: "note", what, fix });
    }
  }
  return problems;
}

/** Everything that was ever taken back, the latest first, with the reason where its file gives one. */
function listRetractions(
  ledger: readonly LedgerEntry[],
  known: readonly Known<AcceptedDraft>[],
): Retraction[] {
  const withdrawn = new Map(
    known.flatMap(({ entry, article }) => (article.withdrawn === null ? [] : [[entry.id, article] as const])),
  );
  return ledger
    .flatMap(({ id, published, seen, retracted }): Retraction[] => {
      if (retracted === null) return [];
      const { withdrawn: reason = null, topicIds: topics = [] } = withdrawn.get(id) ?? {};
      return [{ id, shortId: shortIdOf(id), when: retracted, reason, published, firstSeen: seen, topics }];
    })
    .sort((a, b) => (a.when !== b.when ? (a.when < b.when ? 1 : -1) : a.id < b.id ? -1 : 1));
}
