// A catalog pressed and bundled in memory: what a compile does by a crew of threads and from spools.

import { dateOf } from "../../src/catalog/article.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { BundleOptions } from "../../src/compile/bundle/ground.ts";
import { type Bundle, bundlePressed } from "../../src/compile/bundle.ts";
import { hashOf, preparePress, tryPress } from "../../src/compile/press.ts";
import { describeUnread, type PressedCatalog } from "../../src/compile/pressed.ts";
import type { Problem } from "../../src/compile/problems.ts";

/** Renders a catalog in memory, all of it. `pathOf` names the file of an article. */
export function bundleCatalog(
  catalog: Catalog,
  known: string,
  pathOf: (id: string) => string,
  options: Omit<BundleOptions, "known"> = {},
): Bundle {
  const { pressed, problems } = pressCatalog(catalog, known, pathOf);
  const bundle = bundlePressed(pressed, { ...options, known });
  return { ...bundle, problems: [...problems, ...bundle.problems] };
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
