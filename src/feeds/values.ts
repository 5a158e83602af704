// Values: what is put into layouts of feeds and entries, the same in RSS and Atom.

import type { Entry, FeedHead } from "./feed.ts";
import type { Values } from "./layout.ts";
import type { Cdata } from "./xml.ts";

/** What both formats say of a feed. */
export function feedValues(feed: FeedHead): Values {
  const { id, title, description, page, entriesLang: lang, author } = feed;
  const updated = checkInstant(feed.updated);
  return { id, title, description, page, lang, author, updated, hub: feed.hub ?? "", icon: feed.icon ?? "" };
}

/** What both formats say of an entry. */
export function entryValues(entry: Entry): Values {
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

/** An instant as RFC 822 has it, with the four-digit year of RFC 1123. What is not an instant throws. */
export function rfc822Date(instant: string): string {
  return dateAt(instant).toUTCString();
}

/** The instant as it is spelled. What is not one throws; `feed` would publish it as "Invalid Date". */
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
