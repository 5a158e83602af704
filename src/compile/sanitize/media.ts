// Pictures, recordings and players as markup that loads nothing but what it shows.

import type { Element } from "domhandler";
import { escapeClean } from "../../feeds/xml.ts";
import { childTags } from "../elements.ts";
import { resolveAddress } from "./addresses.ts";
import { ATTRIBUTES } from "./allowed.ts";
import { readPicture } from "./images.ts";
import { writeAttribute, writeTag } from "./markup.ts";
import { addressOfPlayer, findPlayer } from "./players.ts";

/** An `img` or `picture` as one `img`; nothing when it is a pixel or its address is lost. */
export function writeImage(element: Element, base: string | null): string {
  const parts = element.name === "picture" ? childTags(element) : [];
  const image = element.name === "picture" ? parts.find((part) => /^(?:amp-)?img$/.test(part.name)) : element;
  const sources = parts.filter((part) => part.name === "source").map((part) => part.attribs);
  const attributes = image?.attribs ?? {};
  const picture = readPicture(attributes, base, sources);
  if (picture === null) return "";
  const srcset = picture.srcset === "" ? "" : writeAttribute("srcset", picture.srcset);
  const stated = { ...attributes, alt: attributes["alt"] ?? "" };
  const rest = writeTag("img", stated, ATTRIBUTES.get("img") ?? [], base, "/");
  return rest.replace(/^<img/, () => `<img${writeAttribute("src", picture.src)}${srcset}`);
}

/** A `video` or `audio` with controls and absolute addresses; nothing when no recording is left. */
export function writeEmbed(element: Element, base: string | null): string {
  const { attribs } = element;
  const name = element.name.replace(/^amp-/, "");
  const sources = childTags(element).filter((part) => part.name === "source");
  const addresses = [attribs["src"] ?? attribs["data-src"], ...sources.map((part) => part.attribs["src"])];
  const found = addresses
    .map((address) => resolveAddress(address, base))
    .filter((address) => address !== null);
  const [src] = found;
  if (src === undefined) return "";
  const poster = name === "video" ? resolveAddress(attribs["poster"], base) : null;
  const extra = `${writeAttribute("src", src)}${poster === null ? "" : writeAttribute("poster", poster)} controls="controls"`;
  return `<figure>${writeTag(name, attribs, ATTRIBUTES.get(name) ?? [], base, extra)}</${name}></figure>`;
}

/** A known player as a link to its page; nothing for any other frame. */
export function writePlayer(element: Element): string {
  const { attribs } = element;
  const addresses = [
    addressOfPlayer(element.name, attribs) ?? undefined,
    attribs["src"],
    attribs["data-src"],
    attribs["data-lazy-src"],
    attribs["data"],
    attribs["data-litespeed-src"],
  ];
  for (const address of addresses) {
    const url = resolveAddress(address, null);
    const player = url === null ? null : findPlayer(url);
    if (player === null) continue;
    const title = attribs["title"]?.trim() ?? "";
    const label = title === "" || /player/i.test(title) ? player.name : `${player.name}: ${title}`;
    return `<figure><a${writeAttribute("href", player.url)}>${escapeClean(label)}</a></figure>`;
  }
  return "";
}
