// addObsidian: what Obsidian writes in Markdown: links between notes, embedded files, marked words, names of blocks.

import type { MarkdownIt, StateCore, StateInline } from "markdown-it";
import { mediaTypeOf } from "../../../catalog/media.ts";
import { markNote, markNoteFile } from "../../media/marks.ts";
import { readWikilink, type Wikilink, wordsOfLink } from "../../wikilinks.ts";

/** Teaches a parser to read it. Code stays as it is. */
export function addObsidian(parser: MarkdownIt): void {
  parser.inline.ruler.before("link", "wikilink", readLink);
  parser.inline.ruler.before("image", "embed", readEmbed);
  parser.inline.ruler.before("emphasis", "mark", readMarked);
  parser.core.ruler.after("block", "block_id", dropBlockIds);
}

const exclamation = 0x21;
const equals = 0x3d;
const bracket = 0x5b;

/** `[[Note|words]]`: a link to the note, if it is published. */
function readLink(state: StateInline, silent?: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== bracket || src.charCodeAt(pos + 1) !== bracket) return false;
  const found = readWikilink(src, pos);
  if (found === null || found.end > posMax || isOtherwiseMeant(state, found.link, found.end)) return false;
  if (!silent && found.link.target.startsWith("#")) state.pending += wordsOfLink(found.link);
  else if (!silent) writeLink(state, markNote(found.link.target), found.link);
  state.pos = found.end;
  return true;
}

/** True for brackets that Markdown itself has a use for, and for the number of a reference. */
function isOtherwiseMeant({ src, env, md }: StateInline, { target, label }: Wikilink, end: number): boolean {
  if (src[end] === "(" || (src[end] === "[" && src[end + 1] !== "^")) return true;
  if (label !== null) return false;
  return /^\d+$/.test(target) || md.utils.normalizeReference(target) in (env.references ?? {});
}

/** `![[boat.jpg|400]]`: the picture; of other files a link to them, of notes their name. */
function readEmbed(state: StateInline, silent?: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== exclamation || !src.startsWith("[[", pos + 1)) return false;
  const found = readWikilink(src, pos);
  if (found === null || found.end > posMax || src[found.end] === "(") return false;
  state.pos = found.end;
  if (!silent) writeEmbed(state, found.link);
  return true;
}

function writeEmbed(state: StateInline, link: Wikilink): void {
  const type = mediaTypeOf(link.target);
  // A file of the notes; at the source of a clipping there is none of that name.
  const address = markNoteFile(link.target);
  if (type === null || address === null) {
    state.pending += wordsOfLink(link);
  } else if (type.startsWith("image/")) {
    const parts = link.label?.split("|").map((part) => part.trim()) ?? [];
    const [, width, height] = /^(\d+)(?:x(\d+))?$/.exec(parts.at(-1) ?? "") ?? [];
    const words = new state.Token("text", "", 0);
    words.content = parts.slice(0, width === undefined ? undefined : -1).join(" ");
    const image = state.push("image", "img", 0);
    image.attrs = [
      ["src", address],
      ["alt", ""],
    ];
    if (width !== undefined) image.attrs.push(["width", width]);
    if (height !== undefined) image.attrs.push(["height", height]);
    image.children = [words];
    image.content = words.content;
  } else {
    writeLink(state, address, link);
  }
}

function writeLink(state: StateInline, address: string, link: Wikilink): void {
  state.push("link_open", "a", 1).attrs = [["href", address]];
  state.pending += wordsOfLink(link);
  state.push("link_close", "a", -1);
}

/** `==words==`: marked. Signs of equality between words or inside them mark nothing. */
function readMarked(state: StateInline, silent?: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== equals || src.charCodeAt(pos + 1) !== equals) return false;
  const end = src.indexOf("==", pos + 2);
  if (end < 0 || end + 2 > posMax) return false;
  const inner = src.slice(pos + 2, end);
  if (!/^[^\s=](?:[^=]*[^\s=])?$/.test(inner) || inner.includes("\n\n")) return false;
  if (/[\w=]/.test(src.charAt(pos - 1)) || /[\w=]/.test(src.charAt(end + 2))) return false;
  if (!silent) {
    state.push("mark_open", "mark", 1);
    state.pos = pos + 2;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push("mark_close", "mark", -1);
  }
  state.pos = end + 2;
  state.posMax = posMax;
  return true;
}

/** The name of a block at its end: six digits of a number to the base of 16, or words and digits with hyphens. */
const BLOCK_ID = /(?:^|\s)\^(?:[\da-f]{6}|(?=[a-z\d]*[-\d])(?=[\d-]*[a-z])[a-z\d-]{2,})$/;

function dropBlockIds({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.type === "inline" && token.content.includes("^"))
      token.content = token.content.replace(BLOCK_ID, "");
  }
}
