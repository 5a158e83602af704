// Bucket: a file of the cold tier with the pages of articles.

import type { RetractedArticle } from "../../catalog/artefact.ts";
import { packFile } from "../../catalog/pack.ts";
import { packPage, readArticle, readPage } from "../../catalog/record.ts";
import type { PressedCatalog } from "../pressed.ts";
import { release } from "./release.ts";

/** What it is made of. */
export interface BucketRecipe {
  readonly kind: "pages";
  readonly ordinals: readonly number[];
  /** Short ids, parallel to the ordinals. */
  readonly shortIds: readonly string[];
  /** What is known of those taken back. */
  readonly retracted: Readonly<Record<string, RetractedArticle>>;
}

/** The bytes of a bucket. What the source gives is used before it is asked again. */
export function packBucket(
  { ordinals, shortIds, retracted }: BucketRecipe,
  source: Pick<PressedCatalog, "record" | "page">,
): Uint8Array {
  const pages: Record<string, readonly [number, number]> = {};
  const body: Uint8Array[] = [];
  let at = 0;
  for (const [index, ordinal] of ordinals.entries()) {
    const page = readPage(source.page(ordinal));
    const content = page.content ?? readArticle(source.record(ordinal)).content;
    const bytes = packPage({ ...page, content });
    pages[shortIds[index] ?? ""] = [at, bytes.length];
    body.push(bytes);
    at += bytes.length;
  }
  const file = packFile({ pages, retracted }, body);
  for (const page of body) release(page);
  return file;
}
