// Draft → Article or Problem: the only way into the catalog.

import type { Article, ArticleFacts } from "../catalog/article.ts";
import { cleanLine, isClean } from "./characters.ts";
import { resolveLinks } from "./crossLinks.ts";
import { toUtc } from "./dates.ts";
import type { Claim, Draft } from "./draft.ts";
import { shortIdOf, slugOf } from "./identity/ids.ts";
import type { LedgerEntry } from "./identity/ledger.ts";
import type { PublishedFile } from "./media/publish.ts";
import { enclosuresIn, firstPicture } from "./media/shown.ts";
import type { Problem } from "./problems.ts";
import { sanitizeHtml } from "./sanitize.ts";
import { summarize } from "./summary.ts";

/** A draft with nothing missing that readers need, its texts clean and its instants in UTC. */
export interface Accepted {
  readonly title: string;
  readonly titleDerived: boolean;
  readonly lead: string;
  readonly lang: string;
  readonly published: string | null;
  readonly updated: string | null;
  readonly summary: string;
  readonly html: string;
  readonly text: string;
  readonly byline: string | null;
  readonly source: Article["source"];
  readonly image: string | null;
  readonly captions: readonly string[];
  readonly enclosures: Article["enclosures"];
}

/** Checks a draft. `path` is its file, `lang` the site's language, for a text too short to tell. */
export function acceptDraft(draft: Draft, path: string, lang: string): Accepted | Problem {
  const refuse = (claim: Claim<unknown> | null, what: string, fix: string): Problem => {
    return { path, line: claim?.line ?? null, level: "error", what, fix };
  };
  const text = cleanParagraphs(draft.text);
  if (text === "") {
    return refuse(
      null,
      "no article was found in this file",
      "Look at npm run inspect for what was cut, and why",
    );
  }
  const title = cleanLine(draft.title?.value ?? "");
  if (title === "") return refuse(null, "the article has no title", "Give it one in front matter: title: …");
  const published = draft.published === null ? null : toUtc(draft.published.value);
  const updated = draft.updated === null ? null : toUtc(draft.updated.value);
  for (const [claim, instant] of [
    [draft.published, published],
    [draft.updated, updated],
  ] as const) {
    if (claim === null || instant !== null) continue;
    return refuse(
      claim,
      `"${claim.quote}" is not a date that exists`,
      "Write it like 2024-05-02T10:00:00+07:00",
    );
  }
  const sourceUrl = draft.sourceUrl === null ? null : webAddress(draft.sourceUrl.value);
  const sourceName = cleanLine(draft.sourceName?.value ?? "") || null;
  return {
    title,
    titleDerived: draft.titleDerived,
    lead: cleanLine(draft.lead?.value ?? text.split("\n")[0] ?? ""),
    lang: draft.lang?.value ?? lang,
    published,
    updated,
    summary: cleanLine(draft.summary?.value ?? summarize(draft.lead?.value ?? text)),
    html: sanitizeHtml(draft.html, sourceUrl),
    text,
    byline: cleanLine(draft.byline?.value ?? "") || null,
    source: sourceUrl === null && sourceName === null ? null : { name: sourceName, url: sourceUrl },
    image: draft.image === null ? null : webAddress(draft.image.value),
    captions: draft.captions.map(cleanLine).filter((caption) => caption !== ""),
    enclosures: draft.enclosures,
  };
}

/** What the ledger says of an article that is published. */
export type EntryTimes = Pick<LedgerEntry, "id" | "seen" | "changed" | "moved" | "returned">;

/**
 * Makes the article of an accepted draft, its line of the ledger, its topics, its files by their addresses, and the
 * addresses of other articles by what its links name (crossLinks.ts). The
 * lead image and enclosures it does not name are those its content shows. An update its file states counts only
 * as far as its words had changed by then: a date in the future, or one moved for show, moves nothing.
 */
export function makeArticle(
  accepted: Accepted,
  entry: EntryTimes,
  topics: readonly string[],
  files: ReadonlyMap<string, PublishedFile>,
  links: ReadonlyMap<string, string>,
): Article {
  const { lead: _, ...words } = accepted;
  const { enclosures } = accepted;
  const image = accepted.image ?? firstPicture(accepted.html);
  const shown = enclosuresIn(accepted.html, files);
  return {
    ...words,
    html: resolveLinks(accepted.html, links),
    ...factsOf(accepted, entry, topics),
    image,
    imageLength: image === null ? null : (files.get(image)?.length ?? null),
    enclosures: [...enclosures, ...shown.filter(({ url }) => enclosures.every((each) => each.url !== url))],
  };
}

/** What of an article is needed at once of all of them: see `makeArticle`. */
export function factsOf(
  accepted: Pick<Accepted, "title" | "lang" | "published" | "updated">,
  entry: EntryTimes,
  topics: readonly string[],
): ArticleFacts {
  const { title, lang, published, updated: stated } = accepted;
  const first = published ?? entry.seen;
  const edited = entry.changed > entry.seen ? entry.changed : first;
  const claimed = stated !== null && stated <= entry.changed ? stated : first;
  return {
    id: entry.id,
    shortId: shortIdOf(entry.id),
    slug: slugOf(title),
    title,
    lang,
    published,
    firstSeen: entry.seen,
    updated: latest(first, edited, claimed),
    changed: latest(entry.changed, entry.moved ?? "", entry.returned ?? "", published ?? ""),
    topics,
  };
}

function latest(...instants: readonly string[]): string {
  return instants.reduce((a, b) => (a > b ? a : b));
}

function cleanParagraphs(text: string): string {
  if (isClean(text) && !/[^\S\n ]|[\n ][\n ]/.test(text) && text === text.trim()) return text;
  return text
    .split("\n")
    .map(cleanLine)
    .filter((line) => line !== "")
    .join("\n");
}

function webAddress(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
