// The only file that knows the npm package `feed` (6.0.0): it lays out the elements of RSS and Atom, and what it
// does wrong ends here.
//
// `feed` escapes only in part: control characters, a second `]]>`, `<` and `&` in attributes come out as they went in,
// ids and addresses are rewritten, what is no URI throws. So our values never pass through it: it is asked for a layout
// (see layout.ts), and the values are put into that.

import { Feed as Document, type FeedOptions, type Item } from "feed";
import type { Entry, FeedHead } from "./feed.ts";
import { fillLayout, layOut, slot, slotDate, type Values } from "./layout.ts";
import { type Cdata, escapeText, findChild, isElement, type XmlElement } from "./xml.ts";

/** The `<rss>` element of a feed, its `<channel>` without items (RSS 2.0). */
export function writeRss(feed: FeedHead): XmlElement {
  const hub = feed.hub !== null;
  // "url is the URL of a GIF, JPEG or PNG image"
  const image = /\.(?:gif|jpe?g|png)$/i.test(feed.icon ?? "");
  const layout = layOut(`rss ${hub} ${image}`, () => {
    const docs = "https://www.rssboard.org/rss-specification";
    const options = { ...feedOptions(hub), docs, language: slot("lang") };
    return new Document(image ? { ...options, image: slot("icon") } : options).rss2();
  });
  return fillLayout(layout, { ...feedValues(feed), self: feed.self.rss, updated: rfc822Date(feed.updated) });
}

/** The `<item>` of an entry (RSS 2.0), as far as `feed` knows of it. */
export function writeRssItem(entry: Entry): XmlElement {
  const count = entry.categories.length;
  const layout = layOut(`item ${count}`, () => {
    const document = new Document(feedOptions(false));
    document.addItem(itemOf(count));
    return document.rss2();
  });
  return fillLayout(findChild(findChild(layout, "channel"), "item"), {
    ...entryValues(entry),
    // A description is HTML: the plain text is escaped into that here, and like all text when it is written.
    summary: escapeText(entry.summary),
    published: rfc822Date(entry.published),
  });
}

/** The `<feed>` element of a feed, without entries (RFC 4287 §4.1.1). */
export function writeAtom(feed: FeedHead): XmlElement {
  const hub = feed.hub !== null;
  const icon = feed.icon !== null;
  const layout = layOut(`feed ${hub} ${icon}`, () => {
    const options = { ...feedOptions(hub), author: { name: slot("author") } };
    return new Document(icon ? { ...options, favicon: slot("icon") } : options).atom1();
  });
  return fillLayout(layout, { ...feedValues(feed), self: feed.self.atom });
}

/** The `<entry>` of an entry (RFC 4287 §4.1.2), as far as `feed` knows of it. */
export function writeAtomEntry(entry: Entry): XmlElement {
  const count = entry.categories.length;
  const byline = entry.byline !== null;
  const layout = layOut(`entry ${count} ${byline}`, () => {
    const document = new Document(feedOptions(false));
    document.addItem(byline ? { ...itemOf(count), author: [{ name: slot("byline") }] } : itemOf(count));
    return document.atom1();
  });
  return markPlainText(fillLayout(findChild(layout, "entry"), entryValues(entry)));
}

/** An instant as RFC 822 has it, with the four-digit year of RFC 1123. One that is none throws. */
export function rfc822Date(instant: string): string {
  return dateAt(instant).toUTCString();
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

function feedValues(feed: FeedHead): Values {
  const { id, title, description, page, entriesLang: lang, author } = feed;
  const updated = checkInstant(feed.updated);
  return { id, title, description, page, lang, author, updated, hub: feed.hub ?? "", icon: feed.icon ?? "" };
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

function entryValues(entry: Entry): Values {
  const { id, title, url, summary } = entry;
  const values: Record<string, string | Cdata> = {
    id,
    title,
    url,
    summary,
    content: { cdata: entry.content },
  };
  values["updated"] = checkInstant(entry.updated);
  values["published"] = checkInstant(entry.published);
  values["byline"] = entry.byline ?? "";
  for (const [at, { term, label }] of entry.categories.entries()) {
    values[`term${at}`] = term;
    values[`label${at}`] = label;
  }
  return values;
}

/** Title and summary are text (RFC 4287 §3.1.1.1). `feed` says HTML, and most readers then show `R&amp;D`. */
function markPlainText(entry: XmlElement): XmlElement {
  const children = entry.children.map((child) =>
    isElement(child) && (child.name === "title" || child.name === "summary")
      ? { ...child, attributes: {} }
      : child,
  );
  return { ...entry, children };
}

/** The instant as it is spelled. One that is none throws; `feed` would publish it as "Invalid Date". */
export function checkInstant(instant: string): string {
  dateAt(instant);
  return instant;
}

/** In UTC, as the catalog has it. `Date` alone takes "Ngày 98" for a day in 1998. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function dateAt(instant: string): Date {
  const date = new Date(instant);
  if (!rfc3339.test(instant) || Number.isNaN(date.getTime())) throw new Error(`"${instant}" is no instant`);
  return date;
}
