// What an article's own content shows and offers: its lead image, recordings and files, where nothing else names them.

import type { Element } from "domhandler";
import type { Enclosure } from "../../catalog/article.ts";
import { mediaTypeOf } from "../../catalog/media.ts";
import { joinSpaces } from "../characters.ts";
import { elementsIn, textOf } from "../elements.ts";
import { parseMarkup } from "../sanitize/parse.ts";
import type { PublishedFile } from "./publish.ts";

/** Narrower pictures are signs, not pictures. */
const narrowest = 100;

/** Address of the first picture of clean content; null where there is none. */
export function firstPicture(html: string): string | null {
  if (!html.includes("<img")) return null;
  for (const { name, attribs } of elementsIn(parseMarkup(html))) {
    if (name === "img" && Number(attribs["width"] ?? narrowest) >= narrowest) return attribs["src"] ?? null;
  }
  return null;
}

/** The recordings and films of clean content, and the files of our own it links to, each once. */
export function enclosuresIn(html: string, files: ReadonlyMap<string, PublishedFile>): Enclosure[] {
  const found = new Map<string, Enclosure>();
  if (files.size === 0 && !/<(?:audio|video)\b/.test(html)) return [];
  for (const element of elementsIn(parseMarkup(html))) {
    const url = addressOf(element)?.split("#", 1)[0];
    if (url === undefined || found.has(url)) continue;
    const file = files.get(url);
    const isLink = element.name === "a";
    const type = file?.type ?? (isLink ? null : mediaTypeOf(url));
    if (type === null || type.startsWith("image/")) continue;
    const title = isLink ? joinSpaces(textOf(element.children)) || null : null;
    found.set(url, { url, type, length: file?.length ?? null, title });
  }
  return [...found.values()];
}

function addressOf({ name, attribs }: Element): string | undefined {
  if (name === "a") return attribs["href"];
  return name === "audio" || name === "video" ? attribs["src"] : undefined;
}
