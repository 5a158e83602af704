// What the elements of a feed or an export say.

import { type Element, isTag, isText } from "domhandler";
import { childTags, textOf } from "../../../compile/elements.ts";
import { decode } from "../../../compile/media/paths.ts";
import { htmlParser } from "../../../compile/packages.ts";

/** The children of this name. */
export function childrenOf(element: Element | null, name: string): Element[] {
  return element === null ? [] : childTags(element).filter((child) => child.name === name);
}

/** The text of the first child of one of these names that has any; empty for none. */
export function wordsIn(element: Element | null, ...names: readonly string[]): string {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child.children).trim();
      if (text !== "") return text;
    }
  }
  return "";
}

/**
 * The HTML an element holds: as text, or, where somebody forgot to write it as such, as elements. A CDATA section that ends
 * too early leaves its rest as elements too.
 */
export function markupOf(element: Element | undefined): string {
  if (element === undefined) return "";
  const { DomUtils } = htmlParser();
  return element.children
    .map((node) => {
      if (isText(node)) return node.data;
      return isTag(node) ? DomUtils.getOuterHTML(node, { encodeEntities: "utf8" }) : textOf([node]);
    })
    .join("")
    .replace(/\]\]>\s*$/, "")
    .trim();
}

/** The HTML of an element that holds XHTML. */
export function innerMarkup(element: Element): string {
  return htmlParser().DomUtils.getInnerHTML(element, { encodeEntities: "utf8" }).trim();
}

/** Text as HTML that shows it, a paragraph for what blank lines part. */
export function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => `<p>${escapeText(part).replaceAll("\n", "<br>\n")}</p>`)
    .join("\n");
}

/** Text as HTML. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** An absolute address of the web; null for anything else. */
export function webAddress(text: string, base?: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || !URL.canParse(trimmed, base)) return null;
  const { href, protocol } = new URL(trimmed, base);
  return /^https?:$/.test(protocol) ? href : null;
}

/** The last step of an address, which names a post; null where it names none. */
export function nameInAddress(address: string | null): string | null {
  if (address === null) return null;
  const last = new URL(address).pathname.split("/").findLast((step) => step !== "") ?? "";
  const name = decode(last).replace(/\.\w{2,5}$/, "");
  return name === "" ? null : name;
}
