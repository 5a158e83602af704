// receive: what is asked for becomes an arrival, wherever it is.

import { readFileSync, realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { seedLimit } from "../../compile/encodings.ts";
import { isWithin } from "../../compile/seeds/within.ts";
import { type Arrival, isRefusal, type Refusal, refuse } from "./arrival.ts";
import type { Desk } from "./desk.ts";
import { collectPieces, openExport, readPosts } from "./exports/open.ts";
import type { Export } from "./exports/post.ts";
import { readFeed } from "./feed.ts";
import { readFile, readInput } from "./file.ts";
import { withEnding } from "./names.ts";
import { fetchPage, isFeed } from "./page.ts";

/** What is asked for beside the thing itself. */
export interface Terms {
  /** The name it is to have; null for none. */
  readonly name: string | null;
  /** How many articles of a feed are wanted; null where none was expected. */
  readonly newest: number | null;
  /** How long a server may take, in milliseconds. */
  readonly patience: number;
  /** The address of the feed it was named by; null where the publisher did. */
  readonly from: string | null;
}

/** A file that lies in the seeds folder, from which its path is. */
export interface Inside {
  readonly inside: string;
}

/** Other things to ask for instead. */
export interface Instead {
  readonly addresses: readonly string[];
  /** The address of what names them. */
  readonly from: string;
}

/** Many posts in one file. */
export interface Posts {
  readonly found: Export;
}

/** True for what is an address, and no file. */
function isAddress(asked: string): boolean {
  return /^https?:/i.test(asked);
}

/** The path of a file, which may be given by its address (RFC 8089); null for an address of none on this machine. */
function pathOf(asked: string): string | null {
  if (!/^file:\/\//i.test(asked)) return asked;
  try {
    return fileURLToPath(asked);
  } catch {
    return null;
  }
}

/** Reads or fetches it. */
export async function receive(
  asked: string,
  desk: Desk,
  { name, newest, patience, from }: Terms,
): Promise<Arrival | Inside | Instead | Posts | Refusal> {
  if (isAddress(asked)) {
    if (!URL.canParse(asked)) return refuse("this is no address", "Write it as your browser shows it");
    const manners = { limit: seedLimit, patience, lang: desk.settings.site.lang, from };
    const found = await fetchPage(asked, manners);
    if (isRefusal(found)) return found;
    if (isFeed(found)) return chooseEntries(found.entries, newest, asked);
    return name === null ? found : { ...found, name: withEnding(name, found.ending) };
  }
  const { timeZone } = desk.settings.site;
  if (asked === "-") {
    const pieces = await collectPieces(process.stdin);
    if (!Array.isArray(pieces)) return pieces;
    const found = readPosts(pieces, timeZone);
    if (found === null) return readInput(Buffer.concat(pieces), name);
    return isRefusal(found) ? found : choosePosts(found, Buffer.concat(pieces), { name, newest });
  }
  const file = pathOf(asked);
  if (file === null) return refuse("this is no address of a file here", "Write its path");
  const found = openExport(file, timeZone);
  if (found !== null) return isRefusal(found) ? found : choosePosts(found, file, { name, newest });
  const arrival = readFile(file, name);
  if (isRefusal(arrival)) return arrival;
  const [folder, place] = [realpathSync(desk.folder), realpathSync(file)];
  return isWithin(place, folder) ? { inside: relative(folder, place).split(sep).join("/") } : arrival;
}

/** Of a feed the pages of its entries may be wanted; of other exports all posts are. */
function choosePosts(
  found: Export,
  file: string | Uint8Array,
  { name, newest }: Pick<Terms, "name" | "newest">,
): Instead | Posts | Refusal {
  if (name !== null)
    return refuse(`this is a ${found.kind}, and --name is for one article`, "Leave --name out");
  if (newest === null) return { found };
  if (!found.isFeed)
    return refuse(`this is a ${found.kind}, whose posts come in whole and all at once`, "Leave --newest out");
  const bytes = typeof file === "string" ? readFileSync(file) : file;
  // Nobody knows who wrote it: like a feed of the web it leads to none of our own machines.
  return chooseEntries(readFeed(bytes, "file:///") ?? [], newest, "https://feed.invalid/");
}

function chooseEntries(entries: readonly string[], newest: number | null, from: string): Instead | Refusal {
  const [first] = entries;
  if (first === undefined)
    return refuse(
      "this is a feed, and no entry of it says where its article is",
      "Add the articles by their own addresses",
    );
  if (newest !== null) return { addresses: entries.slice(0, newest), from };
  const what = `this is a feed of ${entries.length} articles`;
  return refuse(
    what,
    `Add them with --newest ${Math.min(entries.length, 5)}, or one by its own address: ${first}`,
  );
}
