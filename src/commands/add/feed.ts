// readFeed: a feed is no article, but it says where its articles are.

import type { Element } from "domhandler";
import { childTags, elementsIn, textOf } from "../../compile/elements.ts";
import { htmlParser } from "../../compile/packages.ts";
import { skipComments } from "../prologue.ts";

const declaration = /<\?[^>]*\?>|<!DOCTYPE[^>]*>/iy;
const root = /<(?:rss|feed|rdf:RDF)[\s>]/iy;

/** True for a feed in XML, whatever type its server gives it: RSS, Atom, RDF. */
function isXmlFeed(text: string): boolean {
  let at = skipComments(text, text.startsWith("\uFEFF") ? 1 : 0);
  for (declaration.lastIndex = at; declaration.test(text); declaration.lastIndex = at)
    at = skipComments(text, declaration.lastIndex);
  root.lastIndex = at;
  return root.test(text);
}

/** The addresses of a feed's entries in its order, mostly the newest first; null for what is no feed. */
export function readFeed(bytes: Uint8Array, address: string): string[] | null {
  const text = new TextDecoder().decode(bytes);
  const links = isXmlFeed(text) ? readXml(text) : readJson(text);
  if (links === null) return null;
  return [...new Set(links.flatMap((link) => resolve(link, address)))];
}

function readXml(text: string): string[] {
  const found: string[] = [];
  for (const element of elementsIn(htmlParser().parseDocument(text, { xmlMode: true }).children)) {
    if (/^(?:item|entry)$/i.test(element.name)) found.push(addressOf(childTags(element)));
  }
  return found;
}

/** RFC 4287 §4.2.7.2: a link without `rel` is the alternate. RSS 2.0: an id is an address unless it says that it is not. */
function addressOf(children: readonly Element[]): string {
  const links = children.filter(({ name }) => name === "link");
  const page = links.find(({ attribs }) => (attribs["rel"] ?? "alternate") === "alternate");
  const stated = page?.attribs["href"] ?? (page === undefined ? "" : textOf(page.children));
  const id = children.find(({ name, attribs }) => name === "guid" && attribs["isPermaLink"] !== "false");
  return stated.trim() || (id === undefined ? "" : textOf(id.children));
}

function readJson(text: string): string[] | null {
  if (!/^\uFEFF?\s*\{/.test(text) || !text.includes("jsonfeed.org")) return null;
  try {
    const feed = JSON.parse(text.replace(/^\uFEFF/, "")) as {
      readonly version?: unknown;
      readonly items?: unknown;
    };
    if (!/jsonfeed\.org\/version/.test(String(feed.version)) || !Array.isArray(feed.items)) return null;
    return feed.items.map((item: { url?: unknown; external_url?: unknown } | null) =>
      String(item?.url ?? item?.external_url ?? ""),
    );
  } catch {
    return null;
  }
}

function resolve(link: string, address: string): string[] {
  const trimmed = link.trim();
  if (trimmed === "" || !URL.canParse(trimmed, address)) return [];
  const { protocol, href } = new URL(trimmed, address);
  return /^https?:$/.test(protocol) ? [href] : [];
}
