// Markup that reads the same inside CDATA, inside a JSON string and in a page, so that it is stored once for all of them.

/** What a JSON string (RFC 8259 §7) or a CDATA section (XML 1.0 §2.7) cannot hold as it is. */
const apart = /["\\\p{Cc}\u2028\u2029]|\]\]>/u;

/** A tag, or a character that has to be spelled otherwise. Sanitised markup has no `<`, `>` or line end inside a tag. */
const pieces = /<[^<>]*>|["\\]/g;

const spellings: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "\\": "&#92;",
};

/**
 * The same markup without double quotes, backslashes, line ends and `]]>`: attributes stand in single quotes, and what is
 * left is written as character references (HTML §13.1.4). `html` is clean (see `cleanText`); a parser reads both
 * spellings as the same document.
 */
export function shareMarkup(html: string): string {
  if (html === last.html) return last.shared;
  if (!apart.test(html)) return html;
  const spelled = html.replace(pieces, (piece) => spellings[piece] ?? requoteTag(piece));
  const shared = spelled.replaceAll("]]>", "]]&gt;").replace(/[\p{Cc}\u2028\u2029]/gu, spellCharacter);
  last = { html, shared };
  return shared;
}

/** What was spelled last: an article's entry and its page ask for the same content, one right after the other. */
let last = { html: "", shared: "" };

/** Whether markup is spelled so that it can be shared. */
export function isShared(html: string): boolean {
  return !apart.test(html);
}

function requoteTag(tag: string): string {
  if (!/["\\]/.test(tag)) return tag;
  return tag.replaceAll("'", "&#39;").replaceAll('"', "'").replaceAll("\\", "&#92;");
}

function spellCharacter(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
