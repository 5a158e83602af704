// placeFiles: every mark of a draft becomes the address of a published file, another address, or nothing.

import type { Enclosure } from "../../catalog/article.ts";
import type { Site } from "../../catalog/catalog.ts";
import { absolute, mediaFolder } from "../../catalog/links.ts";
import type { Draft, Seed } from "../draft.ts";
import { elementsIn } from "../elements.ts";
import type { Problem } from "../problems.ts";
import { parseMarkup } from "../sanitize/parse.ts";
import { sanitizeNodes } from "../sanitize.ts";
import type { MediaLibrary } from "./library.ts";
import { addressOfLink } from "./linked.ts";
import { markBase, namesFile, noteSign, readMark } from "./marks.ts";
import { isRefusal, type PublishedFile, publishFile } from "./publish.ts";
import { reportRefusals, type Unplaced } from "./report.ts";
import { rewriteAddresses } from "./rewrite.ts";

/** A draft without marks, and what became of them. */
export interface Placed {
  readonly draft: Draft;
  /** The files that go with it by their absolute addresses, in the order it names them. */
  readonly files: ReadonlyMap<string, PublishedFile>;
  readonly problems: readonly Problem[];
}

/** Places the files a draft names. What is not published is left out and told; the rest of the draft stays as it is. */
export function placeFiles(draft: Draft, seed: Seed, library: MediaLibrary, site: Pick<Site, "url">): Placed {
  const files = new Map<string, PublishedFile>();
  const unplaced = new Map<string, Unplaced>();
  const find = (address: string): PublishedFile | null => {
    const mark = readMark(address);
    if (mark === null || mark.file === "") return null;
    const found = publishFile(mark.file, seed.path, library);
    if (isRefusal(found)) {
      const name = mark.file.startsWith(noteSign) ? mark.file.slice(noteSign.length) : mark.file;
      unplaced.set(mark.file, { ...found, name, replaced: mark.other !== null });
      return null;
    }
    files.set(absolute(site, found.path), found);
    return found;
  };
  const place = (address: string): string | null => {
    const mark = readMark(address);
    if (mark === null) return address;
    const found = find(address);
    const hash = mark.file.indexOf("#");
    const fragment = hash < 0 ? "" : mark.file.slice(hash);
    return found === null ? mark.other : absolute(site, found.path) + fragment;
  };
  const image = draft.image === null ? null : place(draft.image.value);
  const enclosures = draft.enclosures.flatMap((enclosure): Enclosure[] => {
    const url = place(enclosure.url);
    if (url === null) return [];
    const found = find(enclosure.url);
    // Feeds say of our own files what is answered for them, whatever the seed says.
    return [{ ...enclosure, url, ...(found === null ? {} : { type: found.type, length: found.length }) }];
  });
  const placeOrLink = (address: string): string | null => {
    const mark = readMark(address);
    return mark !== null && !namesFile(mark.file) ? addressOfLink(mark, seed.path) : place(address);
  };
  const html = placeInHtml(draft.html, placeOrLink, absolute(site, mediaFolder));
  return {
    draft: {
      ...draft,
      image: draft.image === null || image === null ? null : { ...draft.image, value: image },
      enclosures,
      html,
    },
    files,
    problems: reportRefusals([...unplaced.values()], seed),
  };
}

function placeInHtml(html: string, place: (address: string) => string | null, own: string): string {
  if (!html.includes(markBase)) return html;
  const children = parseMarkup(html);
  rewriteAddresses(children, place);
  for (const { attribs } of elementsIn(children)) {
    // Of two addresses readers may choose the foreign one, which can be gone tomorrow.
    const isOwn = attribs["src"]?.startsWith(own) === true;
    if (isOwn && attribs["srcset"]?.split(", ").some((each) => !each.startsWith(own))) {
      delete attribs["srcset"];
    }
  }
  return sanitizeNodes(children, null);
}
