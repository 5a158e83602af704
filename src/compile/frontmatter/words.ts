// plainWords: a title, a name or a summary that front matter gives with markup in it, as plain text.

import type { MarkdownIt } from "markdown-it";
import { cleanLine } from "../characters.ts";
import { markdownIt } from "../packages.ts";

/** Elements inside a line. A tag that is never closed may be what the text is about. */
const ELEMENT =
  /<(a|abbr|b|bdi|big|cite|code|del|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;
const CODE = /(`+)([^`]+)\1(?!`)/g;
const LINK = /\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/g;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

let parser: MarkdownIt | null = null;

function readEntity(entity: string): string {
  const Parser = markdownIt();
  parser ??= new Parser();
  return parser.utils.unescapeAll(entity);
}

/** The words without elements, signs of code, links and entities. */
export function plainWords(text: string): string {
  if (!/[<`&\]]/.test(text)) return text;
  let plain = text.replace(/<br\s*\/?>/gi, " ");
  for (let depth = 0; depth < 3; depth++) plain = plain.replace(ELEMENT, "$2");
  plain = plain.replace(CODE, "$2").replace(LINK, "$1");
  return cleanLine(plain.replace(ENTITY, readEntity));
}
