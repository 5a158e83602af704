// JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/

import { type Fault, fault } from "../finding.ts";
import { type FeedDocument, type FeedEntry, missing } from "./feedDocument.ts";

type Values = Readonly<Record<string, unknown>>;

/** What a reader finds in a JSON value that says it is a JSON Feed; null where it does not. */
export function readJsonFeed(value: unknown): FeedDocument | null {
  const feed = valuesOf(value);
  const version = stringOf(feed["version"]) ?? "";
  if (!version.includes("jsonfeed.org/version/")) return null;
  const faults: Fault[] = [];
  if (!/\/version\/1(\.1)?$/.test(version)) {
    faults.push(fault("warning", `it is of version ${version}`, "Write https://jsonfeed.org/version/1.1"));
  }
  const there = { title: stringOf(feed["title"]) !== null, items: Array.isArray(feed["items"]) };
  for (const name of missing(there)) {
    faults.push(fault("error", `it has no ${name}`, "JSON Feed 1.1 asks for version, title and items"));
  }
  const own = valuesOf(feed["_topicwire"]);
  return {
    format: "JSON Feed 1.1",
    title: stringOf(feed["title"]) ?? "",
    lang: stringOf(feed["language"]),
    updated: stringOf(own["updated"]),
    page: stringOf(feed["home_page_url"]),
    self: stringOf(feed["feed_url"]),
    hubs: listOf(feed["hubs"]).flatMap((hub) => stringOf(hub["url"]) ?? []),
    prevArchive: stringOf(feed["next_url"]),
    nextArchive: stringOf(own["nextArchive"]),
    current: stringOf(own["current"]),
    entries: listOf(feed["items"]).map(readItem),
    faults,
  };
}

function readItem(item: Values): FeedEntry {
  const content = stringOf(item["content_html"]) ?? stringOf(item["content_text"]);
  const tags = Array.isArray(item["tags"]) ? item["tags"] : [];
  return {
    // "If an id is presented as a number …, a JSON Feed reader should coerce it to a string."
    id: typeof item["id"] === "number" ? String(item["id"]) : stringOf(item["id"]),
    isPermalink: false,
    url: stringOf(item["url"]),
    title: stringOf(item["title"])?.trim() ?? null,
    isMarkup: false,
    published: stringOf(item["date_published"]),
    updated: stringOf(item["date_modified"]),
    content: content?.trim() || (stringOf(item["summary"]) ?? ""),
    categories: tags.filter((tag) => typeof tag === "string"),
    enclosures: listOf(item["attachments"]).map((attachment) => ({
      url: stringOf(attachment["url"]) ?? "",
      type: stringOf(attachment["mime_type"]),
      length: attachment["size_in_bytes"] === undefined ? null : String(attachment["size_in_bytes"]),
      needsLength: false,
    })),
    pictures: ["image", "banner_image"].flatMap((name) => stringOf(item[name]) ?? []),
    lacks: content === null ? ["content_html or content_text"] : [],
  };
}

function valuesOf(value: unknown): Values {
  return typeof value === "object" && value !== null ? (value as Values) : {};
}

function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.map(valuesOf) : [];
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
