// Which document bytes are: one of the three formats, or why no reader can make anything of them.

import { skipComments } from "../../prologue.ts";
import { type Fault, fault, messageOf } from "../finding.ts";
import { readAtom } from "./atomDocument.ts";
import { atomUri, type FeedDocument } from "./feedDocument.ts";
import { readJsonFeed } from "./jsonDocument.ts";
import { readRss } from "./rssDocument.ts";
import { readXmlTree } from "./xmlTree.ts";

/** Reads a feed; what it cannot be read for comes back in its place. */
export function readDocument(bytes: Uint8Array, contentType: string): FeedDocument | Fault {
  const text = readText(bytes, contentType);
  if (typeof text !== "string") return text;
  const first = text.trimStart().charAt(0);
  if (first === "{" || first === "[") return readAsJson(text);
  if (first === "<" && !isPage(text)) return readAsXml(text);
  const what = isPage(text) ? "it is a page for people, not a feed" : "it is no feed";
  return fault("error", what, "Answer with RSS 2.0, Atom 1.0 or JSON Feed 1.1");
}

/** True for a document that could be read. */
export function isFeed(document: FeedDocument | Fault): document is FeedDocument {
  return "entries" in document;
}

/** True for HTML. */
export function isPage(text: string): boolean {
  const at = skipComments(text);
  return /^<(?:!doctype html|html\b)/i.test(text.slice(at, at + 20));
}

/** Decodes text as its type or its XML declaration says; UTF-8 where neither does. */
export function readText(bytes: Uint8Array, contentType: string): string | Fault {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const label =
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ??
    /^(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(start)?.[1] ??
    "utf-8";
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return fault("error", `it says it is ${label}, and its bytes are not`, "Write and declare UTF-8");
  }
}

function readAsJson(text: string): FeedDocument | Fault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fault("error", `it is no JSON (${messageOf(error)})`, "Write it with a JSON serializer");
  }
  return (
    readJsonFeed(value) ??
    fault("error", "it is JSON, but no JSON Feed", 'Write version: "https://jsonfeed.org/version/1.1"')
  );
}

function readAsXml(text: string): FeedDocument | Fault {
  try {
    const root = readXmlTree(text);
    if (root.name === "rss" && root.uri === "") return readRss(root);
    if (root.name === "feed" && root.uri === atomUri) return readAtom(root);
    return fault("error", `its root is <${root.name}>, which is no feed`, "Write <rss> or Atom's <feed>");
  } catch (error) {
    return fault(
      "error",
      `it is not well-formed XML (${messageOf(error)})`,
      "Escape text, and leave out what XML forbids; a serializer does both",
    );
  }
}
