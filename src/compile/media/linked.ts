// Linked: marks that are of no file to go with an article, but of another article.

import { addressUntilKnown } from "../crossLinks.ts";
import { type Mark, noteSign } from "./marks.ts";
import { decode, follow, plainAddress } from "./paths.ts";

/** Where sites have their lists: what follows names no article. */
const LISTS = /(?:^|\/)(?:tags?|categor(?:y|ies)|topics?|authors?|archives?|page)\/[^/.]+\/?$/i;

/** The address of a link to what a mark names, as the seed at `seedPath` writes it; null where that can be no article. */
export function addressOfLink({ file, other }: Mark, seedPath: string): string | null {
  if (/^https?:/i.test(file)) return addressUntilKnown(file.replace(/#.*$/s, ""), other);
  const isNote = file.startsWith(noteSign);
  const plain = (isNote ? file.slice(noteSign.length) : plainAddress(file)).replace(/[?#].*$/s, "");
  if (LISTS.test(plain)) return other;
  const target = follow(isNote ? [] : seedPath.split("/").slice(0, -1), isNote ? plain : decode(plain));
  return target === null || target === "" ? other : addressUntilKnown(target, other);
}
