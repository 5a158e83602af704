// fetchPage: a page of the web becomes an arrival; a feed is told apart, everything else is refused with what to do.

import { nameBinary } from "../../compile/encodings/binary.ts";
import { skipComments } from "../prologue.ts";
import { type Advice, type Arrival, isRefusal, type Refusal, refuse } from "./arrival.ts";
import { keepCharset } from "./charset.ts";
import { download, type Fetched, type Manners } from "./download.ts";
import { readFeed } from "./feed.ts";

/** A feed in place of a page: the addresses of its entries. */
export interface Feed {
  readonly entries: readonly string[];
}

/** Tells a feed from an arrival. */
export function isFeed(result: Arrival | Feed): result is Feed {
  return "entries" in result;
}

/** Media types → how the name of such a file ends. */
const endings: ReadonlyMap<string, string> = new Map([
  ["text/html", ".html"],
  ["application/xhtml+xml", ".html"],
  ["text/plain", ".txt"],
  ["text/markdown", ".md"],
  ["text/x-markdown", ".md"],
]);

/** Fetches one address. */
export async function fetchPage(asked: string, manners: Manners): Promise<Arrival | Feed | Refusal> {
  const document = await download(asked, manners);
  if (isRefusal(document)) return document;
  const { bytes, address, charset } = document;
  const entries = readFeed(bytes, address);
  if (entries !== null) return { entries };
  const ending = endingOf(document);
  if (typeof ending !== "string") return ending;
  return {
    asked,
    name: null,
    ending,
    bytes: keepCharset(bytes, charset, `page${ending}`),
    address,
    folder: null,
    ownFolder: "",
    companions: [],
    meta: null,
    notes: noteDetour(asked, address),
  };
}

/** What the server says it is, and where it says nothing of use, what it looks like. */
function endingOf({ bytes, type, address }: Fetched): string | Refusal {
  const binary = nameBinary(bytes);
  if (binary !== null) return refuseKind(`is ${binary}`);
  const stated = endings.get(type);
  if (stated === ".html" || looksLikePage(bytes)) return ".html";
  const named = /\.(md|markdown)$/i.test(new URL(address).pathname) ? ".md" : null;
  if (stated !== undefined) return named ?? stated;
  if (type === "" || type === "application/octet-stream") return named ?? ".txt";
  if (/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type)) return refuseKind(`is data (${type})`);
  return refuseKind(`is of the type ${type}`);
}

function looksLikePage(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const declared = /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>)?/i.exec(start)?.[0].length ?? 0;
  return /^<(?:!doctype\s+html|html)\b/i.test(start.slice(skipComments(start, declared)));
}

function refuseKind(what: string): Refusal {
  const fix = "Give the address of a page, or save what it says as text, HTML or Markdown and add that file";
  return refuse(`what lies there ${what}, and no article can be read from it`, fix);
}

/** A page that is gone is often answered with the front page. */
function noteDetour(asked: string, address: string): Advice[] {
  const [from, to] = [new URL(asked), new URL(address)];
  if (to.pathname !== "/" || to.search !== "" || from.pathname === "/") return [];
  const what = `the server sent on to its front page, ${address}`;
  return [{ what, fix: "Check whether this is the article, or delete the file" }];
}
