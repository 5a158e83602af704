// The whole pipeline on one screen, pure: the texts of a seeds folder in, the catalog, the ledger and the problems out.
//
//   seeds → encodings → extract (extractors/) → accept → read.ts: what one file says
//   → identity/: which article is which, and what is published → press → bundle: what the Worker serves
//
// A file with a folder of its name beside it is that folder's door.

import { type Article, compareArticles, dateOf } from "../catalog/article.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { factsOf, makeArticle } from "./accept.ts";
import { type FindLinks, indexLinks } from "./crossLinks.ts";
import type { Draft, Extraction, Seed } from "./draft.ts";
import type { AcceptedDraft } from "./identity/candidate.ts";
import { chooseCorrected } from "./identity/corrections.ts";
import { holdBack } from "./identity/holdBack.ts";
import { easeHollow } from "./identity/hollow.ts";
import { identify } from "./identity/identify.ts";
import { shortIdOf } from "./identity/ids.ts";
import { type LedgerEntry, lastInstant, lastMove } from "./identity/ledger.ts";
import { refusePublished } from "./identity/others.ts";
import type { Recognition } from "./identity/recognise.ts";
import { type FileFacts, type Known, type Settled, settle } from "./identity/settle.ts";
import { listVacancies } from "./identity/vacancies.ts";
import { type MediaLibrary, noMedia } from "./media/library.ts";
import type { PublishedFile } from "./media/publish.ts";
import { reportCount } from "./media/report.ts";
import type { Problem } from "./problems.ts";
import { type ReadDraft, readSeed } from "./read.ts";
import { pickUnread, type SeedListing } from "./seeds.ts";
import { type Books, type BookTexts, readBooks } from "./site/books.ts";
import { noteTags } from "./site/tagged.ts";
import type { SiteSettings } from "./site.ts";
import { indexTopics, type TopicIndex, type TopicMatch } from "./topics.ts";

/** Everything a compile depends on. */
export interface CompileInput extends BookTexts {
  readonly seeds: readonly Seed[];
  /** The present moment, RFC 3339 in UTC, whole seconds: what articles never seen before are dated by. */
  readonly now: string;
  /** What was understood of each seed, in their order, where that is known already. */
  readonly extractions?: readonly Extraction[];
  /** The files articles may name; none where it is absent. */
  readonly media?: MediaLibrary;
  /** Files and folders that could not be read: what they held has not been taken back. */
  readonly problems?: readonly Problem[];
  /** Files that are neither articles nor media. */
  readonly others?: readonly string[];
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
  const books = readBooks(input);
  const { settings } = books;
  const { others = [], problems: unread = [], now } = input;
  if (settings === null) {
    const problems = [...books.problems, ...refusePublished(others, books.known)];
    return { catalog: null, ledger: [], files: [], media: [], problems };
  }
  const topics = indexTopics(settings.rules);
  const readings = input.seeds.map((seed, number) =>
    readSeed(seed, settings, topics, input.media ?? noMedia, input.extractions?.[number]),
  );
  const { ledger, media, retractions, problems, ...decided } = decide(
    { ...books, settings },
    readings,
    { others, problems: unread },
    now,
  );
  const there = decided.files.flatMap(({ known }) => known).filter(isLinkable(lastInstant(ledger)));
  const findLinks = indexLinks(
    there.map(({ article, entry }) => ({ ...article, facts: factsOf(article, entry, []) })),
    settings.site,
  );
  const files = readings.map((reading, at): FileReport => {
    const { known = [], problems = [] } = decided.files[at] ?? {};
    return { ...reading, articles: known.map((one) => understand(one, findLinks)), problems };
  });
  const articles = files
    .flatMap((file) => file.articles)
    .filter(isPublished)
    .map((one) => one.article)
    .sort(compareArticles);
  const { site, topics: titles } = settings;
  const moved = lastMove(ledger);
  const vacancies = listVacancies(ledger, articles);
  return {
    catalog: { site, topics: titles, articles, retractions, moved, vacancies },
    ledger,
    files,
    media,
    problems,
  };
}

/**
 * Decides upon all files that were read. `listing` is what of the folder was not: files that are no articles, and what
 * could not be read. All there is to be told is among the problems.
 */
export function decide<One extends AcceptedDraft>(
  { settings, known, problems: misread }: Books & { readonly settings: SiteSettings },
  files: readonly FileFacts<One>[],
  listing: Pick<SeedListing, "others" | "problems">,
  now: string,
): Settled<One> {
  const refused = refusePublished(listing.others, known);
  const unread = pickUnread(known, [...listing.problems, ...refused]);
  const settled = settle(files, { ledger: known, now, apart: settings.apart, unread });
  return {
    ...settled,
    problems: [
      ...misread,
      ...refused,
      ...reportCount(settled.media.length, settings.limits.files),
      ...noteTags(settled.files.flatMap(({ known }) => known.map(({ article }) => article))),
      ...settled.problems,
      ...settled.files.flatMap((file) => file.problems),
    ],
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
  const reading = readSeed(seed, settings, topics, media);
  const chosen = chooseCorrected(reading.articles, (id) => ledger.find((entry) => entry.id === id));
  const known = identify(chosen.articles, ledger, now);
  const { identities, problems } = holdBack([{ path: seed.path, ...chosen }], known, ledger, []);
  const articles = chosen.articles.flatMap((article) => {
    const identity = identities.of.get(article);
    return identity === undefined ? [] : [understand({ ...identity, article, captures: [] }, () => [])];
  });
  const asked = problems.get(seed.path) ?? [];
  const own = easeHollow([reading], ledger).flatMap((file) => file.problems);
  return { ...reading, articles, problems: [...own, ...asked, ...identities.problems] };
}

/** True for what links may lead to: what is published, and not still to come. */
function isLinkable(known: string): (one: Known<ReadDraft>) => boolean {
  return ({ article, entry }) => article.withdrawn === null && dateOf(factsOf(article, entry, [])) <= known;
}

function understand(
  { article: read, entry, recognition, captures }: Known<ReadDraft>,
  findLinks: FindLinks,
): Understood {
  const { draft, accepted, topics, topicIds, files } = read;
  const own = { shortId: shortIdOf(entry.id), lang: read.lang };
  return {
    draft,
    topics,
    article: makeArticle(accepted, entry, topicIds, files, new Map(findLinks(read.links, own))),
    recognition,
    files: [...files.values()],
    captures: captures.map((capture) => capture.from),
  };
}

function isPublished({ draft }: Understood): boolean {
  return draft.retracted == null;
}
