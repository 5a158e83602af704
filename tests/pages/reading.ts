// How the tests read a page: through a parser that knows nothing of how the page was made.

import { parseHTML } from "linkedom";

/** What the tests ask of an element. */
export interface PageElement {
  readonly localName: string;
  readonly id: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
}

/** A page that has been parsed. */
export interface ParsedPage {
  /** The first element that matches; a test that asks for one expects it to be there. */
  readonly one: (selector: string) => PageElement;
  readonly all: (selector: string) => readonly PageElement[];
  readonly texts: (selector: string) => readonly string[];
}

/** Parses a page. */
export function readPage(html: string): ParsedPage {
  const { document } = parseHTML(html);
  const all = (selector: string): readonly PageElement[] => [...document.querySelectorAll(selector)];
  return {
    all,
    one: (selector) => {
      const [found] = all(selector);
      if (found === undefined) throw new Error(`the page has no ${selector}`);
      return found;
    },
    texts: (selector) => all(selector).map((element) => collapse(element.textContent)),
  };
}

/** The page as element and attribute names in order: what markup there is, whatever the texts and where they may wrap. */
export function shapeOf(page: ParsedPage): readonly string[] {
  return page
    .all("*")
    .filter((element) => element.localName !== "wbr")
    .map((element) =>
      [element.localName, ...[...element.attributes].map(({ name }) => name).sort()].join(" "),
    );
}

/** The language a part of the page is in, as a browser finds it: the nearest `lang`. */
export function langAt(element: PageElement): string | null {
  return element.closest("[lang]")?.getAttribute("lang") ?? null;
}

/** Text as it is shown, with white space collapsed. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
