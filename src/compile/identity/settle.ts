// settle: what all files hold is decided upon together. Which captures are one story, which article is which, what was
// taken back. It needs facts alone, so the words of a hundred thousand articles can stay where they are.

import type { Retraction } from "../../catalog/catalog.ts";
import type { PublishedFile } from "../media/publish.ts";
import { META_ENDING } from "../meta.ts";
import { hasErrors, type Problem } from "../problems.ts";
import type { Apart } from "../site.ts";
import { reportApart } from "./apart.ts";
import type { AcceptedDraft } from "./candidate.ts";
import { noteCaptures, warnOfTwins } from "./captures.ts";
import { chooseCorrected } from "./corrections.ts";
import { type DuplicateRules, mergeDuplicates } from "./duplicates.ts";
import { type CorrectedFile, holdBack } from "./holdBack.ts";
import { easeHollow, isHollow } from "./hollow.ts";
import { type Identities, type Identity, identify, retire } from "./identify.ts";
import { shortIdOf } from "./ids.ts";
import { fileOf, type LedgerEntry } from "./ledger.ts";
import { findPublished } from "./published.ts";
import { findRenamed } from "./renamed.ts";

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
  /** Problems that belong to none of the files that were read. */
  readonly problems: readonly Problem[];
}

/** What is known beside the files. */
export interface Circumstances {
  readonly ledger: readonly LedgerEntry[];
  /** RFC 3339 in UTC, whole seconds: what articles never seen before are dated by. */
  readonly now: string;
  /** Captures the publisher keeps apart (site.toml). */
  readonly apart: readonly Apart[];
  /** Files that could not be read, or files of corrections: what they held, or correct, has not been taken back. */
  readonly unread: readonly string[];
}

/** Decides upon the articles of all files. Equal input gives equal output. */
export function settle<One extends AcceptedDraft>(
  read: readonly FileFacts<One>[],
  { ledger: before, now, apart, unread: unreadable }: Circumstances,
): Settled<One> {
  const files = easeHollow(read, before);
  const byId = new Map(before.map((entry) => [entry.id, entry]));
  const corrected = files.map(({ path, articles }): CorrectedFile<One> => {
    return { path, ...chooseCorrected(articles, (id) => byId.get(id)) };
  });
  const listed = corrected.flatMap((file) => file.articles);
  const rules = { apart: apart.map(({ names }) => names), ...publishedAs(before, listed) };
  const { captures, twins } = mergeDuplicates(listed, rules);
  const there = new Set(files.map((file) => file.path));
  const strays = unreadable.filter((path) => path !== correctedBy(path) && !there.has(correctedBy(path)));
  const { identities, problems: questions } = holdBack(
    corrected,
    identify([...captures.keys()], before, now),
    before,
    strays,
  );

  const told = Map.groupBy(
    [...identities.problems, ...noteCaptures(captures), ...warnOfTwins(twins)],
    (problem) => problem.path,
  );
  const problemsOf = (file: FileFacts<One>): Problem[] => [
    ...file.problems,
    ...(questions.get(file.path) ?? []),
    ...(told.get(file.path) ?? []),
  ];
  const failed = files.filter((file) => hasErrors(problemsOf(file))).map(({ path }) => path);
  const unread = new Set([...failed, ...unreadable.map(correctedBy)]);
  const misread = read.filter((file) => hasErrors(file.problems));
  const renamed = findRenamed({
    vanished: listVanished(before, identities, unread),
    published: before.filter((entry) => entry.retracted === null),
    files: new Set([...there, ...unread]),
    failed: [...misread.map(({ path }) => path), ...unreadable.map(correctedBy)],
    hollow: new Set(misread.filter(isHollow).map(({ path }) => path)),
  });

  const settled = files.map((file, at) => ({
    known: (corrected[at]?.articles ?? []).flatMap((article): Known<One>[] => {
      const identity = identities.of.get(article);
      return identity === undefined ? [] : [{ ...identity, article, captures: captures.get(article) ?? [] }];
    }),
    problems: [...problemsOf(file), ...renamed.problems.filter(({ path }) => path === file.path)],
  }));
  const entries = [...identities.of.values()].map((identity) => identity.entry);
  const ledger = [...entries, ...retire(before, identities, new Set([...unread, ...renamed.files]), now)];
  const known = settled.flatMap((file) => file.known);
  const articles = new Set(listed.map(({ from }) => from));
  return {
    files: settled,
    ledger,
    retractions: listRetractions(ledger, known),
    media: listMedia(known),
    problems: [
      ...renamed.problems.filter(({ path }) => !there.has(path)),
      ...reportApart(apart, { files: there, unread, articles }),
    ],
  };
}

/** The file that a file of corrections is for; any other as it is. */
function correctedBy(path: string): string {
  return path.endsWith(META_ENDING) ? path.slice(0, -META_ENDING.length) : path;
}

/** What readers have, where it was last found, and by which id they know an article. */
function publishedAs(
  known: readonly LedgerEntry[],
  articles: readonly AcceptedDraft[],
): Omit<DuplicateRules, "apart"> {
  const live = known.filter((entry) => entry.retracted === null);
  let published: ReadonlyMap<AcceptedDraft, LedgerEntry> | null = null;
  return {
    hashes: new Set(live.map((entry) => entry.hash)),
    places: new Set(live.map((entry) => entry.from)),
    publishedAs: (article) => {
      published ??= findPublished(articles, known);
      return published.get(article)?.id ?? null;
    },
  };
}

/** Published lines whose articles are not there, and whose files are not known to have errors. */
function listVanished(
  known: readonly LedgerEntry[],
  { of, doubted }: Identities,
  unread: ReadonlySet<string>,
): LedgerEntry[] {
  const present = new Set([...of.values()].map(({ entry }) => entry.id));
  return known.filter(
    (entry) =>
      entry.retracted === null &&
      !present.has(entry.id) &&
      !doubted.has(entry) &&
      !unread.has(fileOf(entry.from)),
  );
}

/** Many articles may show one file. */
function listMedia(known: readonly Known<AcceptedDraft>[]): PublishedFile[] {
  const byPath = new Map<string, PublishedFile>();
  for (const { article } of known) {
    if (article.withdrawn === null) for (const file of article.media) byPath.set(file.path, file);
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Everything that was ever taken back, the latest first, with the reason where its file gives one. */
function listRetractions(
  ledger: readonly LedgerEntry[],
  known: readonly Known<AcceptedDraft>[],
): Retraction[] {
  const withdrawn = new Map(
    known.flatMap(({ entry, article }) =>
      article.withdrawn === null ? [] : [[entry.id, article.withdrawn] as const],
    ),
  );
  return ledger
    .flatMap(({ id, retracted }): Retraction[] =>
      retracted === null
        ? []
        : [{ id, shortId: shortIdOf(id), when: retracted, reason: withdrawn.get(id) ?? null }],
    )
    .sort((a, b) => (a.when !== b.when ? (a.when < b.when ? 1 : -1) : a.id < b.id ? -1 : 1));
}
