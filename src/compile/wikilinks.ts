// Wikilinks: links between notes as Obsidian writes them, `[[Note]]`, `[[Note#Heading|words]]`, and what they read like.

/** The parts of a wikilink without its brackets: what it points to, and what is to be read there. */
export interface Wikilink {
  readonly target: string;
  /** The words behind the bar; null where there are none. */
  readonly label: string | null;
}

/** One wikilink, or one that embeds, with brackets that hold no others and touch their words. */
const WIKILINK = /!?\[\[(?![\s^])([^[\]|\n]*[^[\]|\n\s\\])\\?(?:\|([^[\]\n]*))?\]\]/g;
const HERE = new RegExp(WIKILINK.source, "y");

/** The wikilink that begins at a place of a text, and where it ends; null for anything else. */
export function readWikilink(
  text: string,
  at: number,
): { readonly link: Wikilink; readonly end: number } | null {
  HERE.lastIndex = at;
  const match = HERE.exec(text);
  return match === null ? null : { link: linkOf(match[1], match[2]), end: HERE.lastIndex };
}

function linkOf(target = "", label = ""): Wikilink {
  return { target: target.trim(), label: label.trim() || null };
}

/** What a wikilink reads like: its own words, else the note's name without its folders. */
export function wordsOfLink({ target, label }: Wikilink): string {
  if (label !== null) return label;
  const [note = "", ...headings] = target.split("#").map((part) => part.trim());
  const name = note.replace(/^.*\/(?=.)/, "").replace(/\.md$/, "");
  return [name, ...headings.filter((heading) => !heading.startsWith("^"))]
    .filter((part) => part !== "")
    .join(" > ");
}

/** A text with the words of its wikilinks in their places. */
export function unwrapWikilinks(text: string): string {
  if (!text.includes("[[")) return text;
  return text.replace(WIKILINK, (_, target?: string, label?: string) => wordsOfLink(linkOf(target, label)));
}

/** What a text that is one wikilink points to; any other text as it is. */
export function targetOfWikilink(text: string): string {
  const found = readWikilink(text, 0);
  return found !== null && found.end === text.length ? found.link.target : text;
}
