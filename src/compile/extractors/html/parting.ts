// partWords: a space where only a style sheet parts two words, as after the place a report is from.

import { type ChildNode, type Document, type Element, isTag, isText, Text } from "domhandler";
import { elementsIn, textOf } from "../../elements.ts";
import { conceptsOf } from "./tokens.ts";
import { isBlockElement } from "./tree.ts";

/** Inline elements that templates style. */
const STYLED = new Set(["a", "b", "em", "i", "label", "small", "span", "strong", "time"]);
/** Parts of a word may be styled too, of "YouTube" or "WiFi": shorter elements count where they are named for what they hold. */
const FEWEST_LETTERS = 4;

/** The longest word is looked for in so many characters. */
const LONGEST_WORD = 100;

/** So many words are looked for in the rest of a page; no page has more that are parted by its style. */
const MOST_COUNTED = 300;

/** Puts the spaces in, in place. A place at the beginning of a paragraph is parted as newspapers do: "Huế - …". */
export function partWords(document: Document): void {
  const parted: { readonly element: Element; readonly joined: string }[] = [];
  for (const element of elementsIn(document.children)) {
    if (isDate(element)) partDate(element);
    if (!STYLED.has(element.name) || element.attribs["class"] === undefined) continue;
    const joined = joinedWord(element);
    if (joined !== null) parted.push({ element, joined });
  }
  if (parted.length === 0) return;
  const text = textOf(document.children);
  const counts = new Map<string, number>();
  for (const { element, joined } of parted) {
    // A word that stands elsewhere in one piece is one word.
    const count = counts.get(joined) ?? (counts.size < MOST_COUNTED ? countOf(joined, text) : 0);
    counts.set(joined, count);
    if (count > 1) continue;
    const isPlace =
      conceptsOf(element).includes("location") && isFirst(element) && isParagraph(element.parent);
    const sign = new Text(isPlace ? " - " : " ");
    sign.parent = element;
    element.children.push(sign);
  }
}

const DAY = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?!\d)/;

/** True for an inline element that is named for the date it holds, or begins with one. */
function isDate(element: Element): boolean {
  if (element.name === "time") return true;
  return element.name === "span" && (conceptsOf(element).includes("date") || DAY.test(edgeOf(element, 0)));
}

/** Parts a date from what stands beside it without a space: "Ann Lee" and "3.11.2026", the day and the hour. */
function partDate(element: Element): void {
  const { prev, next } = element;
  const isGlued = (left: string, right: string): boolean =>
    LETTER.test(left.slice(-1)) && LETTER.test(right.slice(0, 1));
  const [first, last] = [edgeOf(element, 0), edgeOf(element, -1)];
  if (prev !== null && isGlued(edgeOf(prev, -1), first)) addSpace(element, 0);
  if (next !== null && isGlued(last, edgeOf(next, 0))) addSpace(element, element.children.length);
}

function addSpace(element: Element, at: number): void {
  const space = new Text(" ");
  space.parent = element;
  element.children.splice(at, 0, space);
}

/** The word that an element's last one and the first behind it make together; null where they are parted. */
function joinedWord(element: Element): string | null {
  const last = /[\p{L}\p{M}]+$/u.exec(edgeOf(element, -1).slice(-LONGEST_WORD))?.[0];
  if (last === undefined || !/\p{Ll}\p{M}*$/u.test(last)) return null;
  if (textOf(element.children).trim().length < FEWEST_LETTERS && conceptsOf(element).length === 0)
    return null;
  const next = /^\p{Lu}[\p{L}\p{M}]*/u.exec(element.next === null ? "" : edgeOf(element.next, 0))?.[0];
  return next === undefined ? null : last + next;
}

/** How often a word stands in a text, two at most. */
function countOf(word: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < 2; at = text.indexOf(word, at + word.length)) {
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) count += 1;
  }
  return count;
}

const LETTER = /[\p{L}\p{N}]/u;

/** The first or last text of a node that begins no line. */
function edgeOf(node: ChildNode, at: 0 | -1): string {
  let inner: ChildNode | undefined = node;
  while (inner !== undefined && isTag(inner)) {
    if (isBlockElement(inner) || inner.name === "br" || inner.name === "script") return "";
    inner = inner.children.at(at);
  }
  return inner !== undefined && isText(inner) ? inner.data : "";
}

function isFirst({ prev }: Element): boolean {
  return prev === null || (isText(prev) && prev.data.trim() === "" && prev.prev === null);
}

function isParagraph(parent: Element["parent"]): boolean {
  return parent !== null && isTag(parent as ChildNode) && isBlockElement(parent as Element);
}
