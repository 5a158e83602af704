// One file of the seeds folder, as far as it goes alone: its drafts accepted or refused, their topics judged.

import { type Accepted, acceptDraft } from "./accept.ts";
import { nameAuthors } from "./authors.ts";
import { linksIn } from "./crossLinks.ts";
import type { Draft, Extraction, Seed } from "./draft.ts";
import { extractSeed } from "./extract.ts";
import { overrideDraft } from "./frontmatter.ts";
import type { AcceptedDraft } from "./identity/candidate.ts";
import { hashWords } from "./identity/ids.ts";
import { sketchText } from "./identity/likeness.ts";
import type { MediaLibrary } from "./media/library.ts";
import { placeFiles } from "./media/place.ts";
import type { PublishedFile } from "./media/publish.ts";
import { findNearest } from "./nearest.ts";
import { describeFailure, isProblem, type Problem } from "./problems.ts";
import type { SiteSettings } from "./site.ts";
import { matchTopics, nameTopics, partNames, type TopicIndex, type TopicMatch } from "./topics.ts";

/** The same with all that was understood of it. */
export interface ReadDraft extends AcceptedDraft {
  readonly draft: Draft;
  readonly accepted: Accepted;
  readonly topics: readonly TopicMatch[];
  /** The files that go with it, by their addresses. */
  readonly files: ReadonlyMap<string, PublishedFile>;
}

/** What one file holds. */
export interface Reading {
  readonly path: string;
  readonly extraction: Extraction;
  /** Its articles, and again as each correction that names one by its id would correct them (`chooseCorrected`). */
  readonly articles: readonly ReadDraft[];
  readonly problems: readonly Problem[];
  /** True where it could not be read to its end. */
  readonly failed: boolean;
}

/**
 * Reads one file. Of the others only the media it names make a difference, and the time makes none. What was understood
 * of it may be `known` already. Never throws: a file nobody foresaw is a problem, like one that cannot be read.
 */
export function readSeed(
  seed: Seed,
  settings: SiteSettings,
  index: TopicIndex,
  media: MediaLibrary,
  known?: Extraction,
): Reading {
  const { timeZone, lang } = settings.site;
  try {
    return readExtraction(seed, known ?? extractSeed(seed, { timeZone, lang }), settings, index, media);
  } catch (error) {
    const problems = [describeFailure(seed.path, error)];
    const extraction: Extraction = { kind: "not understood", drafts: [], lines: [], problems };
    return { path: seed.path, extraction, articles: [], problems, failed: true };
  }
}

function readExtraction(
  seed: Seed,
  extraction: Extraction,
  settings: SiteSettings,
  index: TopicIndex,
  media: MediaLibrary,
): Reading {
  const { path } = seed;
  const { lang } = settings.site;
  const problems = new Map(extraction.problems.map((problem) => [JSON.stringify(problem), problem]));
  // What several articles share, or one has in several versions, is said once.
  const tell = (found: readonly Problem[]): void => {
    for (const problem of found) problems.set(JSON.stringify(problem), problem);
  };
  const articles: ReadDraft[] = [];
  const { drafts, corrections = [] } = extraction;
  const variants = corrections.flatMap(({ fields, ...correction }) =>
    drafts.map((draft): Draft => ({ ...overrideDraft(draft, fields), correction })),
  );
  for (const stated of [...drafts, ...variants]) {
    const { correction = null } = stated;
    if (stated.draft && correction === null) continue;
    const named = partTopics(nameAuthors(stated, path, media), settings, index);
    const { draft, files, problems: unplaced } = placeFiles(named, seed, media, settings.site);
    tell(unplaced);
    const accepted = acceptDraft(draft, path, lang);
    if (isProblem(accepted)) {
      tell([accepted]);
      continue;
    }
    const { title, text, source } = accepted;
    const topics = topicsOf(draft, accepted, index);
    tell(warnOfTopics(draft, seed, index));
    articles.push({
      path,
      from: drafts.length > 1 ? `${path}#${draft.place + 1}` : path,
      place: draft.place,
      draft,
      accepted,
      files,
      topics,
      topicIds: topics.filter((topic) => topic.assigned).map((topic) => topic.id),
      media: [...files.values()],
      tags: index.ids.length === 0 ? (draft.topics?.value ?? []) : [],
      links: linksIn(accepted.html),
      source: source?.url ?? null,
      title,
      text,
      lang: accepted.lang,
      published: accepted.published,
      updated: accepted.updated,
      words: hashWords([title, text]),
      hash: hashAccepted(accepted, files),
      fingerprint: sketchText(text),
      claimedId: draft.id?.value ?? null,
      lines: { title: draft.title?.line ?? null, id: draft.id?.line ?? null },
      withdrawn: draft.retracted?.value ?? null,
      correction,
      hidden: draft.draft,
    });
  }
  return { path, extraction, articles, problems: [...problems.values()], failed: false };
}

/**
 * Everything of an article that readers see and that is its own: not its topics, summary or markup. Files count by their
 * names, which their bytes make, and not by the site's address.
 */
function hashAccepted(accepted: Accepted, files: ReadonlyMap<string, PublishedFile>): string {
  const { title, text, byline, source, published, image, enclosures } = accepted;
  const named = [image, ...enclosures.map(({ url }) => url)].map((url) => nameOf(url, files));
  const others = [...files.values()].map(({ path }) => path).filter((path) => !named.includes(path));
  return hashWords([
    title,
    text,
    byline,
    source?.name ?? null,
    source?.url ?? null,
    published,
    ...named,
    ...others,
  ]);
}

function nameOf(address: string | null, files: ReadonlyMap<string, PublishedFile>): string | null {
  return (address === null ? null : files.get(address)?.path) ?? address;
}

function partTopics(draft: Draft, { topics: known }: SiteSettings, index: TopicIndex): Draft {
  const { topics } = draft;
  if (topics === null || !topics.value.some((name) => name.includes(" "))) return draft;
  return { ...draft, topics: { ...topics, value: partNames(index, topics.value, known) } };
}

/** Topics that are named as such and are none of site.toml; the articles of a digest share the line that does. */
function warnOfTopics({ topics }: Draft, seed: Seed, index: TopicIndex): Problem[] {
  const key = /\btopics?$/i.exec(topics?.rule ?? "")?.[0];
  if (topics === null || key === undefined) return [];
  const path = topics.rule.startsWith("meta file") ? (seed.meta?.path ?? seed.path) : seed.path;
  return topics.value
    .filter((name) => !index.ids.includes(name))
    .map((name) => {
      const meant = findNearest(name, index.ids);
      const what = `\`${key}\` names "${name}", which is no topic of this site`;
      const fix =
        meant === null ? "Add it to site.toml, or take it out" : `Write ${meant} if that is what was meant`;
      const alike = "names that are no topics of this site";
      return { path, line: topics.line, level: "warning", what, fix, alike };
    });
}

/**
 * The topics the file names itself, else those its title, first paragraph and body speak of. Tags of another site that
 * name no topic here are no choice; `topics` always is, even an empty one.
 */
function topicsOf(draft: Draft, accepted: Accepted, index: TopicIndex): readonly TopicMatch[] {
  if (draft.topics !== null) {
    const named = nameTopics(index, draft.topics.value);
    if (named.length > 0 || /\btopics$/.test(draft.topics.rule)) return named;
  }
  const [lead = "", ...body] = accepted.text.split("\n");
  const title = accepted.titleDerived ? null : accepted.title;
  return matchTopics(index, { title, lead, body: body.join("\n") });
}
