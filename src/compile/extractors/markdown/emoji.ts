// addEmoji: the names of emoji as GitHub, Jekyll and Hugo read them, `:tada:`.

import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { emoji } from "../../packages.ts";

/** Names, one after the other. Between letters and digits colons are times, ports and names of other things. */
const NAMED = /(?<![\p{L}\p{N}:/])(?::[a-z\d_+-]{1,40}:)+(?![\p{L}\p{N}:/])/gu;
const NAME = /:([^:]+):/g;

/** Teaches a parser to read them. Code stays as it is. */
export function addEmoji(parser: MarkdownIt): void {
  parser.core.ruler.push("emoji", ({ tokens }: StateCore) => {
    for (const { type, content, children } of tokens)
      if (type === "inline" && content.includes(":")) for (const child of children ?? []) replaceNames(child);
  });
}

function replaceNames(token: Token): void {
  if (token.type === "text" && token.content.includes(":"))
    token.content = token.content.replace(NAMED, (names) => names.replace(NAME, readName));
}

function readName(whole: string, name: string): string {
  const { nameToEmoji } = emoji();
  return Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? whole) : whole;
}
