// readRssItem, readAtomEntry: posts of plain feeds that were saved as files, and of exports of Blogger, which are Atom.

import type { Element } from "domhandler";
import type { Enclosure } from "../../../catalog/article.ts";
import { mediaTypeOf } from "../../../catalog/media.ts";
import { textOf } from "../../../compile/elements.ts";
import {
  childrenOf,
  innerMarkup,
  markupOf,
  nameInAddress,
  paragraphsOf,
  webAddress,
  wordsIn,
} from "./elements.ts";
import { readMoment } from "./moments.ts";
import type { Post } from "./post.ts";
import { isWhole } from "./whole.ts";

/** A post of a feed, and whether it has all of its text. */
export interface Entry {
  readonly post: Post;
  readonly isWhole: boolean;
}

/** WordPress gives a category to what has none. */
function isTag(term: string): boolean {
  return term !== "" && !/^uncategorized$/i.test(term);
}

/** An item of RSS 2.0 or 1.0, with its modules `content`, `dc` and `itunes`. */
export function readRssItem(item: Element, timeZone: string): Entry {
  const content = markupOf(childrenOf(item, "content:encoded")[0]);
  const description = markupOf(childrenOf(item, "description")[0]);
  const id = childrenOf(item, "guid").find(({ attribs }) => attribs["isPermaLink"] !== "false");
  const address =
    webAddress(wordsIn(item, "link")) ?? (id === undefined ? null : webAddress(textOf(id.children)));
  const html = content === "" ? description : content;
  return {
    isWhole: isWhole(html, content !== ""),
    post: {
      title: wordsIn(item, "title"),
      name: nameInAddress(address),
      date: readMoment(wordsIn(item, "pubDate", "dc:date", "dcterms:issued"), timeZone),
      updated: readMoment(wordsIn(item, "dcterms:modified", "atom:updated"), timeZone),
      authors: authorsOf(item),
      tags: [...childrenOf(item, "category"), ...childrenOf(item, "dc:subject")]
        .map((term) => textOf(term.children).trim())
        .filter(isTag),
      address,
      lang: item.attribs["xml:lang"] ?? (wordsIn(item, "dc:language") || null),
      summary: content === "" ? "" : summaryOf(description),
      image: null,
      enclosures: childrenOf(item, "enclosure").flatMap(({ attribs }) =>
        readEnclosure(attribs["url"], attribs["type"], attribs["length"]),
      ),
      html: html.includes("<") ? html : paragraphsOf(html),
    },
  };
}

/** RSS has an address for mail where others have a name: `ada@example.org (Ada)`. */
function authorsOf(item: Element): string[] {
  const creators = childrenOf(item, "dc:creator").map(({ children }) => textOf(children).trim());
  const stated = wordsIn(item, "author", "itunes:author");
  const [, inBrackets] = /^\S+@\S+\s+\((.+)\)$/.exec(stated) ?? [];
  const author = inBrackets ?? (stated.includes("@") ? "" : stated);
  return (creators.some((name) => name !== "") ? creators : [author]).filter((name) => name !== "");
}

/** What is cut off is no summary, but a beginning. */
function summaryOf(html: string): string {
  return html.length > longestSummary || /(?:…|\.{3}|&#8230;|&hellip;)\]?\s*(?:<\/p>)?\s*$/.test(html)
    ? ""
    : html;
}

const longestSummary = 2000;

/** An entry of Atom (RFC 4287). `author` is that of the feed, for entries that name none. */
export function readAtomEntry(entry: Element, timeZone: string, author: readonly string[]): Entry {
  const content = childrenOf(entry, "content")[0];
  const summary = childrenOf(entry, "summary")[0];
  const html = content === undefined ? "" : textConstruct(content);
  const short = summary === undefined ? "" : textConstruct(summary);
  const links = childrenOf(entry, "link");
  const page = links.find(
    ({ attribs }) => (attribs["rel"] ?? "alternate") === "alternate" && attribs["href"],
  );
  const address = webAddress(
    page?.attribs["href"] ?? "",
    webAddress(entry.attribs["xml:base"] ?? "") ?? undefined,
  );
  const own = childrenOf(entry, "author")
    .map((one) => wordsIn(one, "name"))
    .filter((name) => name !== "");
  return {
    isWhole: isWhole(html === "" ? short : html, html !== ""),
    post: {
      title: wordsIn(entry, "title"),
      name: nameInAddress(address),
      date: readMoment(wordsIn(entry, "published", "issued", "updated"), timeZone),
      updated: readMoment(wordsIn(entry, "updated", "modified"), timeZone),
      authors: own.length > 0 ? own : author,
      tags: childrenOf(entry, "category")
        .map(({ attribs }) => (attribs["label"] ?? attribs["term"] ?? "").trim())
        .filter(isTag),
      address,
      lang: content?.attribs["xml:lang"] ?? entry.attribs["xml:lang"] ?? null,
      summary: html === "" ? "" : summaryOf(short),
      image: null,
      enclosures: links
        .filter(({ attribs }) => attribs["rel"] === "enclosure")
        .flatMap(({ attribs }) => readEnclosure(attribs["href"], attribs["type"], attribs["length"])),
      html: html === "" ? short : html,
    },
  };
}

/** RFC 4287 §3.1: text, HTML written as text, or XHTML in a `div`. */
function textConstruct(element: Element): string {
  const type = element.attribs["type"] ?? "text";
  if (type === "xhtml") return innerMarkup(childrenOf(element, "div")[0] ?? element);
  const held = markupOf(element);
  return type === "html" || type === "text/html" || /<\/?(?:p|br|a|img|div)\b/i.test(held)
    ? held
    : paragraphsOf(held);
}

/** A recording or another file that goes with a post. */
export function readEnclosure(address = "", type = "", length = ""): Enclosure[] {
  const url = webAddress(address);
  if (url === null) return [];
  const bytes = /^\d{1,15}$/.test(length.trim()) ? Number(length) : 0;
  return [
    {
      url,
      type: type.trim() || (mediaTypeOf(url) ?? "application/octet-stream"),
      length: bytes > 0 ? bytes : null,
      title: null,
    },
  ];
}
