// The one door content passes last: what comes out holds nothing but the tags and attributes of `allowed.ts`.

import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { cleanCharacters, joinSpaces } from "./characters.ts";
import { BLOCKS, DROPPED } from "./sanitize/allowed.ts";
import { writeBlocks } from "./sanitize/flow.ts";
import { parseMarkup } from "./sanitize/parse.ts";

/**
 * Content as a sequence of clean blocks, one a line, that reads the same as HTML and as XML: allowed tags and
 * attributes only, addresses absolute against `baseUrl` (relative ones are dropped when it is null), lazy pictures
 * with their real address, players as links, no pixels. Accepts any text and never throws; clean content stays as it is.
 */
export function sanitizeHtml(html: string, baseUrl: string | null): string {
  if (html === last.clean && baseUrl === last.baseUrl && !html.includes("<figure")) return html;
  let clean = sanitizeNodes(parseMarkup(html), baseUrl);
  // What a figure frames decides what it is, and what is beside it may go only then: looked at until nothing moves.
  for (let look = 0; look < looks && clean.includes("<figure"); look++) {
    const again = sanitizeNodes(parseMarkup(clean), baseUrl);
    if (again === clean) break;
    clean = again;
  }
  return clean;
}

const looks = 4;

/** The same for nodes of a tree that is there already. */
export function sanitizeNodes(nodes: readonly ChildNode[], baseUrl: string | null): string {
  const clean = writeBlocks(nodes, baseUrl).join("\n");
  last = { clean, baseUrl };
  return clean;
}

/** What was made last. Most content comes through the door twice, and the second time right after the first. */
let last: { readonly clean: string; readonly baseUrl: string | null } = { clean: "", baseUrl: null };

/** What stands beside the text: pictures, recordings, players, their captions, and how a word is read. */
const BESIDE = new Set(["figcaption", "video", "audio", "iframe", "rp", "rt"]);

/** The text of content, one paragraph, heading, list item or table row a line; without figures and captions. */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = "";
  let kept = false;
  const end = () => {
    const text = kept ? line.trim() : joinSpaces(line);
    if (text !== "") lines.push(text);
    line = "";
  };
  // A node to enter, or what is to be done after its children.
  const stack: (ChildNode | (() => void))[] = parseMarkup(html).toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "function") next();
    else if (isText(next)) line += next.data;
    else if (isTag(next) && !DROPPED.has(next.name) && !BESIDE.has(next.name) && !isPictureFigure(next)) {
      const isBlock = BLOCKS.has(next.name);
      const { name, children } = next;
      if (name === "br") {
        if (kept) line += "\n";
        else end();
      } else if (name === "td" || name === "th") {
        stack.push(() => {
          line += " ";
        });
      } else if (isBlock) {
        end();
        if (name === "pre") kept = true;
        stack.push(() => {
          end();
          if (name === "pre") kept = false;
        });
      }
      for (let at = children.length - 1; at >= 0; at -= 1) stack.push(children[at] as ChildNode);
    }
  }
  end();
  return cleanCharacters(lines.join("\n"));
}

/** True for a figure that shows something; one around a table, code or a quotation is text. */
function isPictureFigure(element: Element): boolean {
  if (element.name !== "figure") return false;
  return !element.children.some((child) => isTag(child) && /^(?:table|pre|blockquote)$/.test(child.name));
}
