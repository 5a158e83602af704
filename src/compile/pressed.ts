// The pressed catalog: facts of every article at hand, its bytes and its words when it is their turn.

import type { ArtefactIndex } from "../catalog/artefact.ts";
import { type Article, type ArticleFacts, dateOf } from "../catalog/article.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { openingNumber } from "../catalog/record.ts";
import { openingsOf } from "../feeds/ahead.ts";
import { hashOf, type Pressed, preparePress, tryPress } from "./press.ts";
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

/** The articles that read back as they were meant, and why the others did not. */
export interface Pressing {
  readonly pressed: PressedCatalog;
  readonly problems: readonly Problem[];
}

/** Presses a catalog in memory. `known` is the last instant the ledger knows of, `pathOf` names an article's file. */
export function pressCatalog(catalog: Catalog, known: string, pathOf: (id: string) => string): Pressing {
  const { site, topics } = catalog;
  const press = preparePress({ site, topics });
  const problems: Problem[] = [];
  const vacancies = [...(catalog.vacancies ?? [])];
  const rows = catalog.articles.flatMap((article) => {
    const pressed = tryPress(() => press(article, dateOf(article) > known));
    if (pressed.reason === null) return [{ article, pressed }];
    problems.push(describeUnread(article, pressed, pathOf));
    if (dateOf(article) <= known) vacancies.push(article);
    return [];
  });
  const bytesOf = (ordinal: number): { readonly record: Uint8Array; readonly page: Uint8Array } => {
    const { record, page } = rows[ordinal]?.pressed ?? { record: null, page: null };
    if (record === null || page === null) throw new Error(`there is no article ${ordinal}`);
    return { record, page };
  };
  const articles = rows.map(({ article }) => article);
  return {
    pressed: {
      ...catalog,
      articles,
      vacancies,
      record: (ordinal) => bytesOf(ordinal).record,
      page: (ordinal) => bytesOf(ordinal).page,
      sizeOf: (ordinal) => {
        const { record, page } = bytesOf(ordinal);
        return { record: record.length, page: page.length };
      },
      keyOf: (ordinal) => hashOf([bytesOf(ordinal).record, bytesOf(ordinal).page]),
      whole: (ordinal) => {
        const article = articles[ordinal];
        if (article === undefined) throw new Error(`there is no article ${ordinal}`);
        return article;
      },
    },
    problems,
  };
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
