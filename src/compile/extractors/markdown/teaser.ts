// findTeaser: what an author set above `<!--more-->`, to be read where the article is only listed.

import type { Token } from "markdown-it";

const MORE = /^<!--\s*(?:more\b[^<>]*?|(?:end[- ])?excerpt(?:[- ]end)?)\s*-->\s*$/i;

/** The tokens above that mark, and its 1-based line; null where there is none. */
export function findTeaser(
  tokens: readonly Token[],
): { readonly tokens: Token[]; readonly line: number } | null {
  const at = tokens.findIndex(({ type, content }) => type === "html_block" && MORE.test(content));
  const mark = tokens[at];
  if (mark === undefined || mark.level > 0) return null;
  return { tokens: tokens.slice(0, at), line: (mark.map?.[0] ?? 0) + 1 };
}
