// The whole pipeline on one screen, pure: the texts of a seeds folder in, the catalog, the ledger and the problems out.

import { type Article, compareArticles } from "../catalog/article.ts";
import type { Catalog, Retraction } from "../catalog/catalog.ts";
import { makeArticle } from "./accept.ts";
import type { Draft, Extraction, Seed } from "./draft.ts";
import { mergeDuplicates } from "./duplicates.ts";
import { extractSeed } from "./extract.ts";
import { type Identity, identify, retire } from "./identify.ts";
import { shortIdOf } from "./identity.ts";
import { type LedgerEntry, readLedger } from "./ledger.ts";
import { type MediaLibrary, noMedia } from "./media/library.ts";
import type { PublishedFile } from "./media/publish.ts";
import { reportCount } from "./media/report.ts";
import { hasErrors, type Problem } from "./problems.ts";
import { type AcceptedDraft, readSeed } from "./read.ts";
import type { Recognition } from "./recognise.ts";
import { readSite, type SiteSettings } from "./site.ts";
import { indexTopics, type TopicIndex, type TopicMatch } from "./topics.ts";

/** Everything a compile depends on. */
export interface CompileInput {
  /** Text of site.toml. */
  readonly site: string;
  /** Text of ledger.jsonl; empty for a new site. */
  readonly ledger: string;
  readonly seeds: readonly Seed[];
  /** Origin that stands in for the site's url; null for its own. */
  readonly origin: string | null;
  /** The present moment, RFC 3339 in UTC, whole seconds: what articles never seen before are dated by. */
  readonly now: string;
  /** What was understood of each seed, in their order, where that is known already. */
  readonly extractions?: readonly Extraction[];
  /** The files articles may name; none where it is absent. */
  readonly media?: MediaLibrary;
  /** Files that could not be read: what they held has not been taken back. */
  readonly problems?: readonly Problem[];
  /** Go on with what is whole of a damaged ledger. */
  readonly acceptNewIds?: boolean;
}

/** One article with all that was understood of it. */
export interface Understood {
  readonly draft: Draft;
  readonly article: Article;
  /** The files that go with it. */
  readonly files: readonly PublishedFile[];
  readonly topics: readonly TopicMatch[];
  /** How its identity was recognised; null for an article never seen before. */
  readonly recognition: Recognition | null;
  /** Other captures of the same story, as the ledger writes where they are. */
  readonly captures: readonly string[];
}

/** What was understood of one file. */
export interface FileReport {
  readonly path: string;
  readonly extraction: Extraction;
  readonly articles: readonly Understood[];
  readonly problems: readonly Problem[];
}

/** What came of a compile. `catalog` is null when the site or the ledger cannot be read. */
export interface CompileOutput {
  readonly catalog: Catalog | null;
  readonly ledger: readonly LedgerEntry[];
  readonly files: readonly FileReport[];
  /** The files that go with published articles, each once, by their paths on the site. */
  readonly media: readonly PublishedFile[];
  readonly problems: readonly Problem[];
}

/** Compiles a site. Equal input gives equal output. */
export function compileSite(input: CompileInput): CompileOutput {
  const { settings, problems: siteProblems } = readSite(input.site, input.origin);
  const { entries: known, problems: damages } = readLedger(input.ledger);
  const unusable = damages.length > 0 && input.acceptNewIds !== true;
  if (settings === null || unusable) {
    return { catalog: null, ledger: [], files: [], media: [], problems: [...siteProblems, ...damages] };
  }

  // Accepted: said all the same, line by line, but nothing is kept from readers because of it.
  const lostLines = damages.map((damage): Problem => ({ ...damage, level: "warning" }));
  const topics = indexTopics(settings.rules);
  const { timeZone, lang } = settings.site;
  const readings = input.seeds.map((seed, number) => {
    const extraction = input.extractions?.[number] ?? extractSeed(seed, { timeZone, lang });
    return readSeed(seed, extraction, settings, topics, input.media ?? noMedia);
  });
  const stories = mergeDuplicates(
    readings.flatMap((reading) => reading.articles),
    { apart: settings.apart, ...publishedAs(known) },
  );
  const identities = identify([...stories.keys()], known, input.now);
  const problems = Map.groupBy([...identities.problems, ...noteCaptures(stories)], (problem) => problem.path);
  const files = readings.map((reading): FileReport => {
    const articles = reading.articles.flatMap((draft) => {
      const identity = identities.of.get(draft);
      return identity === undefined ? [] : [understand(draft, identity, stories.get(draft) ?? [])];
    });
    return { ...reading, articles, problems: [...reading.problems, ...(problems.get(reading.path) ?? [])] };
  });

  const failed = files.filter((file) => hasErrors(file.problems)).map((file) => file.path);
  const unread = new Set([...failed, ...(input.problems ?? []).map((problem) => problem.path)]);
  const entries = [...identities.of.values()].map((identity) => identity.entry);
  const ledger = [...entries, ...retire(known, identities, unread, input.now)];
  const understood = files.flatMap((file) => file.articles);
  const media = listMedia(understood);
  return {
    catalog: {
      site: settings.site,
      topics: settings.topics,
      articles: understood
        .filter(isPublished)
        .map((one) => one.article)
        .sort(compareArticles),
      retractions: listRetractions(ledger, understood),
    },
    ledger,
    files,
    media,
    problems: [
      ...siteProblems,
      ...lostLines,
      ...reportCount(media.length),
      ...files.flatMap((file) => file.problems),
    ],
  };
}

/** What readers have, and where it was last found. */
function publishedAs(known: readonly LedgerEntry[]): { hashes: Set<string>; places: Set<string> } {
  const live = known.filter((entry) => entry.retracted === null);
  return {
    hashes: new Set(live.map((entry) => entry.hash)),
    places: new Set(live.map((entry) => entry.from)),
  };
}

/** One file on its own, as `npm run inspect` looks at it: what else is in the folder makes no difference. */
export function inspectSeed(
  seed: Seed,
  settings: SiteSettings,
  topics: TopicIndex,
  ledger: readonly LedgerEntry[],
  now: string,
  media: MediaLibrary = noMedia,
): FileReport {
  const { timeZone, lang } = settings.site;
  const reading = readSeed(seed, extractSeed(seed, { timeZone, lang }), settings, topics, media);
  const identities = identify(reading.articles, ledger, now);
  const articles = reading.articles.flatMap((draft) => {
    const identity = identities.of.get(draft);
    return identity === undefined ? [] : [understand(draft, identity, [])];
  });
  return { ...reading, articles, problems: [...reading.problems, ...identities.problems] };
}

function understand(
  { draft, accepted, topics, files }: AcceptedDraft,
  { entry, recognition }: Identity,
  captures: readonly AcceptedDraft[],
): Understood {
  const assigned = topics.filter((topic) => topic.assigned).map((topic) => topic.id);
  const article = makeArticle(accepted, entry, assigned, files);
  return {
    draft,
    topics,
    article,
    recognition,
    files: [...files.values()],
    captures: captures.map((capture) => capture.from),
  };
}

function isPublished({ draft }: Understood): boolean {
  return draft.retracted == null;
}

/** Many articles may show one file. */
function listMedia(understood: readonly Understood[]): PublishedFile[] {
  const files = understood.filter(isPublished).flatMap((one) => one.files);
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Tells the publisher which captures were taken for the same story. */
function noteCaptures(stories: ReadonlyMap<AcceptedDraft, readonly AcceptedDraft[]>): Problem[] {
  return [...stories].flatMap(([story, captures]) =>
    captures.map((capture): Problem => {
      const line = capture.draft.title?.line ?? null;
      const what = `"${capture.title}" is another capture of ${story.from}, which is published`;
      const fix = `To publish both, add apart = [["${story.from}", "${capture.from}"]] to [duplicates] in site.toml`;
      return { path: capture.path, line, level: "note", what, fix };
    }),
  );
}

/** Everything that was ever taken back, the latest first, with the reason where its file gives one. */
function listRetractions(ledger: readonly LedgerEntry[], understood: readonly Understood[]): Retraction[] {
  const reasons = new Map(
    understood.map(({ article, draft }) => [article.id, draft.retracted?.value ?? null]),
  );
  return ledger
    .flatMap(({ id, retracted }) =>
      retracted === null
        ? []
        : [{ id, shortId: shortIdOf(id), when: retracted, reason: reasons.get(id) ?? null }],
    )
    .sort((a, b) => (a.when !== b.when ? (a.when < b.when ? 1 : -1) : a.id < b.id ? -1 : 1));
}
