// Atom 1.0: https://www.rfc-editor.org/rfc/rfc4287

import { fault } from "../finding.ts";
import { atomUri, type FeedDocument, type FeedEntry, mediaUri, missing } from "./feedDocument.ts";
import { childrenOf, textOf, type XmlNode } from "./xmlTree.ts";

/** What a reader finds in a `<feed>` element. */
export function readAtom(root: XmlNode): FeedDocument {
  const entries = childrenOf(root, "entry", atomUri);
  const hasAuthor = (node: XmlNode): boolean => childrenOf(node, "author", atomUri).length > 0;
  const lacking = missing({
    id: (text(root, "id") ?? "") !== "",
    title: (text(root, "title") ?? "") !== "",
    updated: (text(root, "updated") ?? "") !== "",
    author: hasAuthor(root) || entries.every(hasAuthor),
  });
  return {
    format: "Atom 1.0",
    title: text(root, "title") ?? "",
    lang: root.attributes["xml:lang"] ?? null,
    updated: text(root, "updated"),
    page: link(root, "alternate"),
    self: link(root, "self"),
    hubs: links(root, "hub").map(({ attributes }) => attributes["href"] ?? ""),
    prevArchive: link(root, "prev-archive"),
    nextArchive: link(root, "next-archive"),
    current: link(root, "current"),
    entries: entries.map(readEntry),
    faults: lacking.map((name) =>
      fault("error", `it has no <${name}>`, "RFC 4287 §4.1.1 asks for id, title, updated, and an author"),
    ),
  };
}

function readEntry(entry: XmlNode): FeedEntry {
  const [title] = childrenOf(entry, "title", atomUri);
  const [content] = childrenOf(entry, "content", atomUri);
  return {
    id: text(entry, "id"),
    isPermalink: false,
    url: link(entry, "alternate"),
    title: title?.text.trim() ?? null,
    isMarkup: /^x?html$/.test(title?.attributes["type"] ?? ""),
    published: text(entry, "published"),
    updated: text(entry, "updated"),
    content: content?.text.trim() || content?.attributes["src"] || (text(entry, "summary") ?? ""),
    categories: childrenOf(entry, "category", atomUri).map(
      ({ attributes }) => attributes["label"] ?? attributes["term"] ?? "",
    ),
    enclosures: links(entry, "enclosure").map(({ attributes }) => ({
      url: attributes["href"] ?? "",
      type: attributes["type"] ?? null,
      length: attributes["length"] ?? null,
      needsLength: false,
    })),
    pictures: ["content", "thumbnail"].flatMap((name) =>
      childrenOf(entry, name, mediaUri)
        .filter(({ attributes }) => name === "thumbnail" || attributes["medium"] === "image")
        .flatMap(({ attributes }) => attributes["url"] ?? []),
    ),
    lacks: missing({
      updated: (text(entry, "updated") ?? "") !== "",
      "content or alternate link": content !== undefined || link(entry, "alternate") !== null,
    }),
  };
}

function text(node: XmlNode, name: string): string | null {
  return textOf(node, name, atomUri);
}

/** RFC 4287 §4.2.7.2: a link without a relation is "alternate". */
function links(node: XmlNode, rel: string): XmlNode[] {
  return childrenOf(node, "link", atomUri).filter(
    ({ attributes }) => (attributes["rel"] ?? "alternate") === rel,
  );
}

function link(node: XmlNode, rel: string): string | null {
  return links(node, rel)[0]?.attributes["href"] ?? null;
}
