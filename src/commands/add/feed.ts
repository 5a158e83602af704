// readFeed: a feed is no article, but it says where its articles are.

import { type Element, isTag } from "domhandler";
import { childTags, elementsIn, textOf } from "../../compile/elements.ts";
import { parseAnyXml } from "../../compile/parseHtml.ts";
import { skipComments } from "../prologue.ts";

const declaration = /<\?[^>]*\?>|<!DOCTYPE[^>]*>/iy;
const root = /<(?:rss|feed|rdf:RDF)[\s>]/iy;

/** True for a feed in XML, whatever type its server gives it: RSS, Atom, RDF. */
export function isXmlFeed(text: string): boolean {
  let at = skipComments(text, text.startsWith("\uFEFF") ? 1 : 0);
  for (declaration.lastIndex = at; declaration.test(text); declaration.lastIndex = at)
    at = skipComments(text, declaration.lastIndex);
  root.lastIndex = at;
  return root.test(text);
}

/** True for a JSON Feed of any version (https://www.jsonfeed.org/). */
export function isJsonFeed(json: unknown): json is Readonly<Record<string, unknown>> & { items: unknown[] } {
  if (typeof json !== "object" || json === null) return false;
  const { version, items } = json as Readonly<Record<string, unknown>>;
  return /jsonfeed\.org\/version/.test(String(version)) && Array.isArray(items);
}

/** The addresses of a feed's entries in its order, mostly the newest first; null for what is no feed. */
export function readFeed(bytes: Uint8Array, address: string): string[] | null {
  const text = new TextDecoder().decode(bytes);
  const links = isXmlFeed(text)
    ? readXml(text, address)
    : readJson(text)?.map((link) => resolve(link, address));
  return links === undefined ? null : [...new Set(links.filter((link) => /^https?:/.test(link)))];
}

function readXml(text: string, address: string): string[] {
  const found: string[] = [];
  for (const element of elementsIn(parseAnyXml(text).children)) {
    if (/^(?:item|entry)$/i.test(element.name)) found.push(addressOf(childTags(element), address));
  }
  return found;
}

/** RFC 4287 §4.2.7.2: a link without `rel` is the alternate. RSS 2.0: an id is an address unless it says that it is not. */
function addressOf(children: readonly Element[], address: string): string {
  const links = children.filter(({ name }) => name === "link");
  const page = links.find(({ attribs }) => (attribs["rel"] ?? "alternate") === "alternate");
  const id = children.find(({ name, attribs }) => name === "guid" && attribs["isPermaLink"] !== "false");
  for (const said of [page, id]) {
    const link = said === undefined ? "" : (said.attribs["href"] ?? textOf(said.children)).trim();
    if (said !== undefined && link !== "") return resolve(link, baseOf(said, address));
  }
  return "";
}

/** What relative addresses in an element refer to: `xml:base` of its own and of all around it (RFC 4287 §2). */
function baseOf(element: Element, address: string): string {
  const bases: string[] = [];
  for (let at: Element["parent"] = element; at !== null; at = at.parent) {
    if (isTag(at) && at.attribs["xml:base"] !== undefined) bases.unshift(at.attribs["xml:base"]);
  }
  return bases.reduce((base, next) => resolve(next, base) || base, address);
}

function readJson(text: string): string[] | undefined {
  if (!/^\uFEFF?\s*\{/.test(text) || !text.includes("jsonfeed.org")) return undefined;
  try {
    const feed: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (!isJsonFeed(feed)) return undefined;
    const items = feed.items as readonly ({
      readonly url?: unknown;
      readonly external_url?: unknown;
    } | null)[];
    return items.map((item) => String(item?.url ?? item?.external_url ?? ""));
  } catch {
    return undefined;
  }
}

/** The absolute address; empty for what is none. */
function resolve(link: string, base: string): string {
  const trimmed = link.trim();
  return trimmed !== "" && URL.canParse(trimmed, base) ? new URL(trimmed, base).href : "";
}
