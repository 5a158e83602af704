// isWhole: whether a feed holds the text of an article, or only the beginning of it.

import { htmlToText } from "../../../compile/sanitize.ts";

/** How programs end what they cut: with dots in brackets, or a link to the rest. */
const CUT =
  /\[\s*(?:…|\.{3})\s*\]\s*$|(?:^|\n|…|\.{3}|\])\s*(?:continue reading|keep reading|read (?:more|on|the (?:rest|full))|weiterlesen|lire la suite|leer más|xem tiếp|đọc tiếp)[^.!?\n]{0,100}$/i;
const OPEN = /(?:…|\.{3}|→|»)\s*$/;
/** A description with fewer words than this, and in one paragraph, may be one. */
const few = 100;

/**
 * Content is whole unless it ends as what was cut does. A description (`isContent` false) is what feeds have for summaries
 * and for whole texts alike: it is whole if besides it ends without dots, and has a hundred words or several paragraphs.
 */
export function isWhole(html: string, isContent: boolean): boolean {
  const text = htmlToText(html);
  if (CUT.test(text)) return false;
  if (isContent) return text !== "" || html.includes("<img");
  return !OPEN.test(text) && (text.split(/\s+/u).length >= few || text.split("\n").length > 2);
}
