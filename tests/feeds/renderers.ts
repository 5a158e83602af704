// Renderers of whole documents: what is joined of ready-made parts must read like what they make.

import type { FeedExtension } from "../../src/catalog/links.ts";
import { wholeFormats } from "../../src/feeds/ahead.ts";
import type { Entry, Feed, FeedHead } from "../../src/feeds/feed.ts";
import type { Format } from "../../src/feeds/formats.ts";
import { headLayouts } from "../../src/feeds/writer.ts";

/** A format that renders all there is. */
export interface Renderer extends Omit<Format, "head"> {
  readonly head: (feed: FeedHead) => string;
  /** An entry, */
  readonly entry: (entry: Entry) => string;
  /** and a document. */
  readonly render: (feed: Feed) => string;
}

/** In the order people are offered them. */
export const renderers: readonly Renderer[] = wholeFormats.map((format) => {
  const head = (feed: FeedHead): string => format.head(feed, headLayouts());
  const entry = (one: Entry): string => {
    const { open, lead, content, close } = format.parts(one);
    return open + lead + content + close;
  };
  const render = (feed: Feed): string => joinFeed(format, head(feed), feed.entries.map(entry));
  return { ...format, head, entry, render };
});

/** By file name extension. */
export const rendererOf = Object.fromEntries(
  renderers.map((format) => [format.extension, format]),
) as Readonly<Record<FeedExtension, Renderer>>;

/** A whole document from ready-made parts. */
export function joinFeed(
  format: Pick<Format, "separator" | "tail">,
  head: string,
  entries: readonly string[],
): string {
  return head + entries.join(format.separator) + format.tail();
}
