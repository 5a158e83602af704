// writeContent: the content of a post as WordPress stores it, as the HTML it shows: blocks without their comments
// (https://developer.wordpress.org/block-editor/), paragraphs, shortcodes, players.

import { webAddress } from "../elements.ts";
import { writeEmbed } from "../films.ts";
import { makeParagraphs } from "./paragraphs.ts";
import { type FindPictures, fillShortcodes } from "./shortcodes.ts";

/** What content may refer to. */
export interface Around {
  readonly findPictures: FindPictures;
  /** The content of a block that several posts share, by its number; null for one that is not in the export. */
  readonly findBlock: (id: string) => string | null;
}

/** The HTML of a post. */
export function writeContent(stored: string, around: Around): string {
  const content = fillShared(stored, around.findBlock).replaceAll("<!--nextpage-->", "");
  const filled = fillShortcodes(content, around.findPictures);
  const html = filled.includes("<!-- wp:") ? writeBlocks(filled) : makeParagraphs(filled);
  return html.replace(COMMENT, "\n").trim();
}

const SHARED = /<!--\s+wp:block\s+\{[^}]{0,200}?"ref":\s?(\d+)[^}]{0,200}\}\s+\/-->/g;
/** A shared block may hold another one; nobody nests deeper. */
const deepest = 3;

function fillShared(content: string, findBlock: Around["findBlock"], depth = 0): string {
  if (depth === deepest || !content.includes("wp:block")) return content;
  return content.replace(SHARED, (_, id: string) => fillShared(findBlock(id) ?? "", findBlock, depth + 1));
}

/** The comments around blocks. Their attributes are JSON in which `--` is escaped. */
const COMMENT = /(?:\s*<!--\s+\/?wp:(?:(?!-->).)*?-->)+\s*/gs;
const MARK = /<!--\s+(\/?)wp:([a-z][\w/-]*)(?:(?!-->).)*?(\/?)-->/gs;
/** The address inside of a block that embeds it. */
const EMBED = /<div class="wp-block-embed__wrapper">\s*(https?:\/\/[^\s<]+)\s*<\/div>/g;

/** Content of blocks; what stands outside of them, or in one of the classic editor, has its paragraphs made. */
function writeBlocks(content: string): string {
  let made = "";
  let at = 0;
  let depth = 0;
  const add = (text: string, isClassic: boolean): void => {
    made += isClassic && text.trim() !== "" ? makeParagraphs(text) : text;
  };
  /** How deep the classic block is that is open; null for none. */
  let classic: number | null = null;
  for (const { 0: whole, 1: slash, 2: name, 3: alone, index } of content.matchAll(MARK)) {
    add(content.slice(at, index), depth === 0 || classic !== null);
    at = index + whole.length;
    if (alone === "/") continue;
    if (slash === "/") {
      depth = Math.max(0, depth - 1);
      if (classic === depth) classic = null;
    } else {
      if (name === "freeform" && classic === null) classic = depth;
      depth += 1;
    }
  }
  add(content.slice(at), depth === 0);
  return made.replace(EMBED, (whole, address: string) => {
    const url = webAddress(address.replaceAll("&amp;", "&"));
    return url === null ? whole : writeEmbed(url);
  });
}
