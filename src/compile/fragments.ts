// Fragments: each article rendered once for every kind of list, checked, and compressed so that lists can be joined.

import { constants, crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { type FragmentKind, fragmentKinds } from "../catalog/artefact.ts";
import type { Article } from "../catalog/article.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { entryOf, topicLabels } from "../feeds/feed.ts";
import { renderItem } from "../pages/listing.ts";
import { renderChecked } from "./check.ts";
import type { Problem } from "./problems.ts";

/** A rendered piece of an article. */
export interface Fragment {
  /** Raw deflate that ends in a sync flush (see edge/gzip.ts). */
  readonly deflate: Uint8Array;
  /** Bytes it inflates to. */
  readonly length: number;
  readonly crc: number;
}

/** An article with its fragments. */
export interface Pressed {
  readonly article: Article;
  readonly fragments: Readonly<Record<FragmentKind, Fragment>>;
}

/** The articles that read back as they were meant, in the catalog's order, and why the others did not. */
export interface Pressing {
  readonly pressed: readonly Pressed[];
  readonly problems: readonly Problem[];
}

/** Renders every article. One that fails is left out with its reason; it never takes a feed down. */
export function pressArticles(catalog: Catalog, pathOf: (id: string) => string): Pressing {
  const labels = topicLabels(catalog);
  const pressed: Pressed[] = [];
  const problems: Problem[] = [];
  for (const article of catalog.articles) {
    const { fragments, reason } = renderChecked(entryOf(catalog.site, labels, article));
    if (fragments === null) {
      const what = `"${article.title}" does not read back as it was meant (${reason}), and is left out`;
      const fix = "Look for odd characters in it; this should be reported";
      problems.push({ path: pathOf(article.id), line: null, level: "error", what, fix });
      continue;
    }
    const texts = { ...fragments, item: renderItem(catalog.site, article) };
    const made = fragmentKinds.map((kind) => [kind, compress(texts[kind])] as const);
    pressed.push({ article, fragments: Object.fromEntries(made) as Record<FragmentKind, Fragment> });
  }
  return { pressed, problems };
}

const flush = { finishFlush: constants.Z_SYNC_FLUSH };

/** A text as a fragment. */
export function compress(text: string): Fragment {
  const bytes = Buffer.from(text);
  // Copied: what zlib returns may be a small part of a buffer of 16 KB.
  const deflate = new Uint8Array(deflateRawSync(bytes, { level: 9, ...flush }));
  return { deflate, length: bytes.length, crc: crc32(bytes) };
}

/** The text of a fragment. */
export function decompress({ deflate }: Pick<Fragment, "deflate">): string {
  return inflateRawSync(deflate, flush).toString("utf8");
}
