// The whole pipeline on one screen, pure: the texts of a seeds folder in, the catalog, the ledger and the problems out.

import { type Article, compareArticles } from "../catalog/article.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type Accepted, acceptDraft, makeArticle } from "./accept.ts";
import type { Draft, Extraction, Seed } from "./draft.ts";
import { extractSeed } from "./extract.ts";
import { type Candidate, fingerprint, hashWords, newId, type Recognition, recognise } from "./identity.ts";
import { type LedgerEntry, readLedger } from "./ledger.ts";
import { hasErrors, isProblem, type Problem } from "./problems.ts";
import { readSite, type SiteSettings } from "./site.ts";
import { indexTopics, matchTopics, nameTopics, type TopicIndex, type TopicMatch } from "./topics.ts";

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
}

/** One article with all that was understood of it. */
export interface Understood {
  readonly draft: Draft;
  readonly article: Article;
  readonly topics: readonly TopicMatch[];
  /** How its identity was recognised; null for an article never seen before. */
  readonly recognition: Recognition | null;
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
  readonly problems: readonly Problem[];
}

/** An accepted draft on its way to becoming an article. */
interface AcceptedDraft extends Candidate {
  readonly path: string;
  readonly draft: Draft;
  readonly accepted: Accepted;
  readonly topics: readonly TopicMatch[];
}

/** Compiles a site. Equal input gives equal output. */
export function compileSite(input: CompileInput): CompileOutput {
  const { settings, problems: siteProblems } = readSite(input.site, input.origin);
  const { entries: ledger, problems: ledgerProblems } = readLedger(input.ledger);
  const problems = [...siteProblems, ...ledgerProblems];
  if (settings === null || ledger === null) return { catalog: null, ledger: [], files: [], problems };

  const topics = indexTopics(settings.rules);
  const readings = dropRepeated(input.seeds.map((seed) => readSeed(seed, settings, topics, input.now)));
  const identified = identify(
    readings.flatMap((reading) => reading.candidates),
    ledger,
    input.now,
  );
  const files = readings.map(({ path, extraction, problems, candidates }): FileReport => {
    const articles = candidates.map((candidate) => understand(candidate, identified.get(candidate)));
    return { path, extraction, problems, articles };
  });

  const articles = files.flatMap((file) => file.articles.map((one) => one.article)).sort(compareArticles);
  const current = [...identified.values()].map((one) => one.entry);
  return {
    catalog: { site: settings.site, topics: settings.topics, articles },
    ledger: [...current, ...retire(ledger, current, files, input.now)],
    files,
    problems: [...problems, ...files.flatMap((file) => file.problems)],
  };
}

/** One file on its own, as `npm run inspect` looks at it: what else is in the folder makes no difference. */
export function inspectSeed(
  seed: Seed,
  settings: SiteSettings,
  topics: TopicIndex,
  ledger: readonly LedgerEntry[],
  now: string,
): FileReport {
  const { path, extraction, problems, candidates } = readSeed(seed, settings, topics, now);
  const identified = identify(candidates, ledger, now);
  const articles = candidates.map((candidate) => understand(candidate, identified.get(candidate)));
  return { path, extraction, problems, articles };
}

interface Reading {
  readonly path: string;
  readonly extraction: Extraction;
  readonly candidates: readonly AcceptedDraft[];
  readonly problems: readonly Problem[];
}

/** One file: extracted, every draft accepted or refused, topics judged on the clean article. */
function readSeed(seed: Seed, settings: SiteSettings, index: TopicIndex, now: string): Reading {
  const { timeZone, lang } = settings.site;
  const extraction = extractSeed(seed, { timeZone, lang });
  const problems = [...extraction.problems];
  const candidates: AcceptedDraft[] = [];
  for (const draft of extraction.drafts) {
    if (draft.draft) continue;
    const accepted = acceptDraft(draft, seed.path, lang, now);
    if (isProblem(accepted)) problems.push(accepted);
    else {
      const { title, text, byline, source, published } = accepted;
      candidates.push({
        path: seed.path,
        from: extraction.drafts.length > 1 ? `${seed.path}#${draft.place + 1}` : seed.path,
        draft,
        accepted,
        topics: topicsOf(draft, accepted, index),
        source: source?.url ?? null,
        title,
        text,
        hash: hashWords([title, text, byline, source?.name ?? null, source?.url ?? null, published]),
      });
    }
  }
  return { path: seed.path, extraction, candidates, problems };
}

/** The topics the file names itself, else those its title, first paragraph and body speak of. */
function topicsOf(draft: Draft, accepted: Accepted, index: TopicIndex): readonly TopicMatch[] {
  if (draft.topics !== null) return nameTopics(index, draft.topics.value);
  const [lead = "", ...body] = accepted.text.split("\n");
  return matchTopics(index, {
    title: accepted.titleDerived ? null : accepted.title,
    lead,
    body: body.join("\n"),
  });
}

/** The same words twice are one article: the first file keeps it, the other is told. */
function dropRepeated(readings: readonly Reading[]): readonly Reading[] {
  const first = new Map<string, AcceptedDraft>();
  return readings.map((reading) => {
    const problems = [...reading.problems];
    const candidates = reading.candidates.filter((candidate) => {
      const earlier = first.get(candidate.text);
      if (earlier === undefined) {
        first.set(candidate.text, candidate);
        return true;
      }
      const what = `the article "${candidate.title}" has the same words as ${earlier.from}, and is published once`;
      problems.push({
        path: reading.path,
        line: null,
        level: "warning",
        what,
        fix: "Keep one of the two files",
      });
      return false;
    });
    return { ...reading, candidates, problems };
  });
}

interface Identified {
  readonly entry: LedgerEntry;
  readonly recognition: Recognition | null;
}

/** Gives every candidate its line of the ledger: the one it is recognised by, brought up to date, or a new one. */
function identify(
  candidates: readonly AcceptedDraft[],
  ledger: readonly LedgerEntry[],
  now: string,
): Map<AcceptedDraft, Identified> {
  const taken = new Set(ledger.map((entry) => entry.id));
  const recognised = recognise(candidates, ledger);
  return new Map(
    candidates.map((candidate, index) => {
      const { from, source, hash, text } = candidate;
      const recognition = recognised[index] ?? null;
      const known = recognition?.entry;
      if (known?.hash === hash)
        return [candidate, { entry: { ...known, from, source, retracted: null }, recognition }];
      const id = known?.id ?? newId(candidate, taken);
      taken.add(id);
      const seen = known?.seen ?? now;
      const entry = {
        id,
        from,
        source,
        fingerprint: fingerprint(text),
        seen,
        changed: now,
        hash,
        retracted: null,
      };
      return [candidate, { entry, recognition }];
    }),
  );
}

function understand(candidate: AcceptedDraft, identified: Identified | undefined): Understood {
  if (identified === undefined) throw new Error(`${candidate.from} has no identity`);
  const { draft, accepted, topics } = candidate;
  const assigned = topics.filter((topic) => topic.assigned).map((topic) => topic.id);
  return {
    draft,
    topics,
    article: makeArticle(accepted, identified.entry, assigned),
    recognition: identified.recognition,
  };
}

/**
 * The lines of articles that are no longer there: kept for ever, and marked as taken back. An article whose file
 * could not be read this time has not been taken back.
 */
function retire(
  ledger: readonly LedgerEntry[],
  current: readonly LedgerEntry[],
  files: readonly FileReport[],
  now: string,
): readonly LedgerEntry[] {
  const present = new Set(current.map((entry) => entry.id));
  const failed = new Set(files.filter((file) => hasErrors(file.problems)).map((file) => file.path));
  return ledger
    .filter((entry) => !present.has(entry.id))
    .map((entry) => {
      const unread = failed.has(entry.from.replace(/#\d+$/, ""));
      return unread || entry.retracted !== null ? entry : { ...entry, retracted: now };
    });
}
