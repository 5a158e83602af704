// The pressed catalog: facts of every article at hand, its bytes and its words when it is their turn.

import type { Article, ArticleFacts } from "../catalog/article.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { hashOf, type Pressed, preparePress } from "./press.ts";
import type { Problem } from "./problems.ts";

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
  /** Languages of the articles as they are tagged: openings are known by their places here. */
  readonly tags: readonly string[];
}

/** The articles that read back as they were meant, and why the others did not. */
export interface Pressing {
  readonly pressed: PressedCatalog;
  readonly problems: readonly Problem[];
}

/** Presses a catalog in memory. `known` is the last instant the ledger knows of, `pathOf` names an article's file. */
export function pressCatalog(catalog: Catalog, known: string, pathOf: (id: string) => string): Pressing {
  const { site, topics } = catalog;
  const tags = tagsOf(catalog.articles);
  const press = preparePress({ site, topics, langs: tags, known });
  const problems: Problem[] = [];
  const rows = catalog.articles.flatMap((article) => {
    const pressed = press(article);
    if (pressed.reason === null) return [{ article, pressed }];
    problems.push(describeUnread(article, pressed, pathOf));
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
      tags,
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

/** The languages of articles as they are tagged, each once, in alphabetical order. */
export function tagsOf(articles: readonly Pick<ArticleFacts, "lang">[]): string[] {
  return [...new Set(articles.map(({ lang }) => lang))].sort();
}

/** What the publisher is told of an article that could not be pressed. */
export function describeUnread(
  { id, title }: Pick<ArticleFacts, "id" | "title">,
  { reason }: Pick<Pressed, "reason">,
  pathOf: (id: string) => string,
): Problem {
  const what = `"${title}" does not read back as it was meant (${reason}), and is left out`;
  const fix = "Look for odd characters in it; this should be reported";
  return { path: pathOf(id), line: null, level: "error", what, fix };
}
