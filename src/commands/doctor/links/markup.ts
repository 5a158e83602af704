// What a page or an entry's content refers to: addresses, pictures, links of the head, and its words.

import { Parser } from "htmlparser2";

export interface Markup {
  /** Of links and of what is shown in place. */
  readonly addresses: readonly string[];
  readonly pictures: readonly string[];
  /** `<link rel="alternate">`: how readers find the feeds of a page. */
  readonly alternates: readonly Alternate[];
  /** All words, with one space between them. */
  readonly text: string;
}

export interface Alternate {
  readonly type: string;
  readonly href: string;
}

const silent = new Set(["script", "style", "template"]);

/** Reads HTML as browsers do: it never throws. */
export function readMarkup(html: string): Markup {
  const addresses: string[] = [];
  const pictures: string[] = [];
  const alternates: Alternate[] = [];
  let text = "";
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name, { href, src, rel = "", type = "" }) => {
      if (silent.has(name)) hidden += 1;
      if (name === "a" && href !== undefined) addresses.push(href.trim());
      if (src !== undefined) addresses.push(src.trim());
      if (name === "img" && src !== undefined) pictures.push(src.trim());
      const isAlternate = name === "link" && rel.toLowerCase().split(/\s+/).includes("alternate");
      if (isAlternate && href !== undefined)
        alternates.push({ type: type.trim().toLowerCase(), href: href.trim() });
    },
    onclosetag: (name) => {
      if (silent.has(name)) hidden -= 1;
    },
    ontext: (data) => {
      if (hidden === 0) text += data;
    },
  });
  parser.end(html);
  return { addresses, pictures, alternates, text: text.replace(/\s+/g, " ").trim() };
}

const feedTypes = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/json",
]);

/** The feeds a page names, as absolute addresses. */
export function feedsNamed({ alternates }: Markup, base: string): string[] {
  const named = alternates.filter(({ type }) => feedTypes.has(type));
  return named.flatMap(({ href }) => (URL.canParse(href, base) ? [new URL(href, base).href] : [href]));
}
