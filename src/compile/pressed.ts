// The pressed catalog: facts of every article at hand, its bytes and its words when it is their turn.

import type { ArtefactIndex } from "../catalog/artefact.ts";
import type { Article, ArticleFacts } from "../catalog/article.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { openingNumber } from "../catalog/record.ts";
import { openingsOf } from "../feeds/ahead.ts";
import type { Pressed } from "./press.ts";
import { type Problem, reportIt } from "./problems.ts";

/** A catalog whose articles have been pressed. Articles are asked for by their ordinals. */
export interface PressedCatalog extends Catalog<ArticleFacts> {
  /** The article's record, and its page's (record.ts). */
  readonly record: (ordinal: number) => Uint8Array;
  readonly page: (ordinal: number) => Uint8Array;
  /** Bytes of both. */
  readonly sizeOf: (ordinal: number) => { readonly record: number; readonly page: number };
  /** Says everything both depend on: equal keys, equal bytes. */
  readonly keyOf: (ordinal: number) => string;
  /** The article whole. */
  readonly whole: (ordinal: number) => Article;
}

/** What stands before the contents of these articles' entries, by the numbers of their languages. */
export function openingsFor(articles: readonly Pick<ArticleFacts, "lang">[]): ArtefactIndex["openings"] {
  const tags = [...new Set(articles.map(({ lang }) => lang))].sort();
  const openings = Object.fromEntries(tags.map((tag) => [openingNumber(tag), openingsOf(tag)]));
  if (Object.keys(openings).length < tags.length)
    throw new Error(`two of these languages have one number: ${tags.join(", ")}`);
  return openings;
}

/** What the publisher is told of an article that could not be pressed. */
export function describeUnread(
  { id, title }: Pick<ArticleFacts, "id" | "title">,
  { reason }: Pick<Pressed, "reason">,
  pathOf: (id: string) => string,
): Problem {
  const what = `"${title}" does not read back as it was meant (${reason}), and is left out`;
  return { path: pathOf(id), line: null, level: "error", what, fix: reportIt };
}
