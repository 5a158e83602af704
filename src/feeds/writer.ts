// The only file that knows the npm package `feed` (6.0.0): it lays out the elements of RSS and Atom, and what it
// does wrong ends here. It is asked when the site is compiled; at the edge its layouts are filled.
//
// `feed` escapes only in part: control characters, a second `]]>`, `<` and `&` in attributes come out as they went in,
// ids and addresses are rewritten, what is no URI throws. So our values never pass through it: it is asked for a layout
// (see layout.ts), and the values are put into that.

import { Feed as Document, type FeedOptions, type Item } from "feed";
import { type HeadLayouts, headShape, slot, slotDate } from "./layout.ts";
import { parseXml } from "./parser.ts";
import { findChild, type XmlElement } from "./xml.ts";

let heads: HeadLayouts | null = null;

/** The layouts of all heads: `<rss>` with its `<channel>` without items (RSS 2.0), `<feed>` without entries (RFC 4287 §4.1.1). */
export function headLayouts(): HeadLayouts {
  heads ??= Object.fromEntries(
    [false, true].flatMap((hub) =>
      [false, true].flatMap((picture) => [
        [headShape("rss", hub, picture), layOutRss(hub, picture)],
        [headShape("atom", hub, picture), layOutAtom(hub, picture)],
      ]),
    ),
  );
  return heads;
}

function layOutRss(hub: boolean, picture: boolean): string {
  const docs = "https://www.rssboard.org/rss-specification";
  const options = { ...feedOptions(hub), docs, language: slot("lang") };
  return new Document(picture ? { ...options, image: slot("icon") } : options).rss2();
}

function layOutAtom(hub: boolean, picture: boolean): string {
  const options = { ...feedOptions(hub), author: { name: slot("author") } };
  return new Document(picture ? { ...options, favicon: slot("icon") } : options).atom1();
}

const entries = new Map<string, XmlElement>();

/** The layout of an `<item>` with so many categories (RSS 2.0), as far as `feed` knows of it. */
export function itemLayout(categories: number): XmlElement {
  return layOut(`item ${categories}`, () => {
    const document = new Document(feedOptions(false));
    document.addItem(itemOf(categories));
    return findChild(findChild(parseXml(document.rss2()), "channel"), "item");
  });
}

/** The layout of an `<entry>` with so many categories (RFC 4287 §4.1.2), as far as `feed` knows of it. */
export function entryLayout(categories: number, byline: boolean): XmlElement {
  return layOut(`entry ${categories} ${byline}`, () => {
    const document = new Document(feedOptions(false));
    const item = itemOf(categories);
    document.addItem(byline ? { ...item, author: [{ name: slot("byline") }] } : item);
    return findChild(parseXml(document.atom1()), "entry");
  });
}

/** The layout of a shape; it is asked for once. */
function layOut(shape: string, ask: () => XmlElement): XmlElement {
  const layout = entries.get(shape) ?? ask();
  entries.set(shape, layout);
  return layout;
}

/** What both formats say of a feed. `updated` is always given: left out, `feed` takes the present moment. */
function feedOptions(hub: boolean): FeedOptions {
  const options = {
    id: slot("id"),
    title: slot("title"),
    description: slot("description"),
    link: slot("page"),
    feed: slot("self"),
    updated: slotDate("updated"),
    generator: "topicwire",
  };
  return hub ? { ...options, hub: slot("hub") } : options;
}

/** What both formats say of an entry. Enclosures are not here: `feed` guesses their types from their names. */
function itemOf(categories: number): Item {
  return {
    title: slot("title"),
    id: slot("id"),
    link: slot("url"),
    date: slotDate("updated"),
    published: slotDate("published"),
    description: slot("summary"),
    content: slot("content"),
    category: Array.from({ length: categories }, (_, at) => ({
      term: slot(`term${at}`),
      name: slot(`label${at}`),
    })),
  };
}
