// readJsonExport: an export of Ghost (https://docs.ghost.org/migration/custom), or a JSON Feed (https://www.jsonfeed.org/).

import { slugOf } from "../../../compile/identity/ids.ts";
import { nameInAddress, paragraphsOf, webAddress } from "./elements.ts";
import type { Entry } from "./feeds.ts";
import { readEnclosure } from "./feeds.ts";
import { readMoment } from "./moments.ts";
import { leaveOut, type Post, type Reason, type Tally } from "./post.ts";
import { isWhole } from "./whole.ts";

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function textIn(fields: Fields | undefined, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = fields?.[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return "";
}

/** The tables of an export of Ghost; null for other JSON. */
export function findGhost(json: unknown): Fields | null {
  if (!isFields(json)) return null;
  const [database] = listOf(json["db"]);
  const data = database?.["data"] ?? json["data"];
  return isFields(data) && Array.isArray(data["posts"]) ? data : null;
}

/** Its published posts; what is not for everybody is counted in `leftOut`. `lacking` gets the titles of those without HTML. */
export function readGhost(data: Fields, timeZone: string, leftOut: Tally, lacking: string[]): Post[] {
  const named = (table: string, key: string) =>
    new Map(listOf(data[table]).map((row) => [String(row["id"]), textIn(row, key)]));
  const [tagNames, tagSlugs, people] = [named("tags", "name"), named("tags", "slug"), named("users", "name")];
  const tagsOf = linksOf(data["posts_tags"], "tag_id");
  const authorsOf = linksOf(data["posts_authors"], "author_id");
  const about = new Map(listOf(data["posts_meta"]).map((row) => [String(row["post_id"]), row]));
  return listOf(data["posts"]).flatMap((row): Post[] => {
    const id = String(row["id"]);
    const meta = about.get(id);
    const reason = reasonAgainst(row, meta);
    if (reason !== null) {
      leaveOut(leftOut, reason);
      return [];
    }
    const title = textIn(row, "title");
    const html = textIn(row, "html");
    if (html === "") {
      lacking.push(title);
      return [];
    }
    const writers = authorsOf.get(id) ?? [String(row["author_id"] ?? "")];
    return [
      {
        title,
        name: textIn(row, "slug") || null,
        date: momentOf(row["published_at"], timeZone),
        updated: momentOf(row["updated_at"], timeZone),
        authors: writers.flatMap((writer) => people.get(writer) || []),
        tags: (tagsOf.get(id) ?? []).flatMap((tag) => nameOfTag(tagNames.get(tag), tagSlugs.get(tag))),
        address: webAddress(textIn(row, "canonical_url")),
        lang: textIn(row, "locale") || null,
        summary:
          textIn(row, "custom_excerpt") ||
          textIn(meta, "meta_description") ||
          textIn(row, "meta_description"),
        image: textIn(row, "feature_image", "image").replace(SITE, "") || null,
        enclosures: [],
        html: html.replace(LINK, nameShortly).replace(SITE, ""),
      },
    ];
  });
}

/** Stands for the address of the site, which an export does not tell. */
const SITE = /__GHOST_URL__/g;
const LINK = /(\shref=["'])__GHOST_URL__\/([a-z0-9-]+)\/?(?=["'#?])/g;

/** A link to another post, by the name its file will have. */
function nameShortly(_: string, before: string, name: string): string {
  return `${before}/${slugOf(name) || name}/`;
}

/** Tags that begin with `#` are for the theme alone. */
function nameOfTag(name = "", slug = ""): string[] {
  if (name.startsWith("#")) return [];
  return slug !== "" && /^[a-z0-9-]+$/.test(slug) ? [slug] : name === "" ? [] : [name];
}

/** Ids of posts → the ids a table links them to, in its order. */
function linksOf(table: unknown, key: string): Map<string, string[]> {
  const links = new Map<string, string[]>();
  const rows = listOf(table).map((row) => ({ row, order: Number(row["sort_order"] ?? 0) }));
  for (const { row } of rows.sort((a, b) => a.order - b.order)) {
    const id = String(row["post_id"]);
    const found = links.get(id) ?? [];
    links.set(id, found);
    found.push(String(row[key]));
  }
  return links;
}

function reasonAgainst(row: Fields, meta: Fields | undefined): Reason | null {
  if (row["type"] === "page" || row["page"] === 1 || row["page"] === true) return "page";
  const isForAll =
    row["visibility"] === undefined || row["visibility"] === null || row["visibility"] === "public";
  switch (row["status"]) {
    case "published":
    case "scheduled":
      if (!isForAll) return "members";
      return meta?.["email_only"] === 1 || meta?.["email_only"] === true ? "mail" : null;
    case "draft":
      return "draft";
    case "sent":
      return "mail";
    default:
      return "unclear";
  }
}

/** Ghost writes milliseconds, or a date in UTC. */
function momentOf(value: unknown, timeZone: string): string | null {
  if (typeof value === "number" && Math.abs(value) < 8e15)
    return readMoment(new Date(value).toISOString(), timeZone);
  if (typeof value !== "string") return null;
  const isPlain = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value);
  return readMoment(isPlain ? `${value.replace(" ", "T")}Z` : value, timeZone);
}

/** The items of a JSON Feed. */
export function readJsonFeed(feed: Fields, timeZone: string): Entry[] {
  const feedAuthors = namesIn(feed);
  return listOf(feed["items"]).map((item): Entry => {
    const address = webAddress(textIn(item, "url")) ?? webAddress(textIn(item, "id"));
    const html = textIn(item, "content_html");
    const text = textIn(item, "content_text");
    const short = textIn(item, "summary");
    const body = html || paragraphsOf(text || short);
    const own = namesIn(item);
    const tags = Array.isArray(item["tags"]) ? item["tags"] : [];
    return {
      isWhole: isWhole(body, html !== "" || text !== ""),
      post: {
        title: textIn(item, "title"),
        name: nameInAddress(address),
        date: readMoment(textIn(item, "date_published"), timeZone),
        updated: readMoment(textIn(item, "date_modified"), timeZone),
        authors: own.length > 0 ? own : feedAuthors,
        tags: tags.filter((tag) => typeof tag === "string" && tag.trim() !== ""),
        address,
        lang: textIn(item, "language") || textIn(feed, "language") || null,
        summary: html === "" && text === "" ? "" : short,
        image: webAddress(textIn(item, "image", "banner_image")),
        enclosures: listOf(item["attachments"]).flatMap((file) =>
          readEnclosure(textIn(file, "url"), textIn(file, "mime_type"), String(file["size_in_bytes"] ?? "")),
        ),
        html: body,
      },
    };
  });
}

/** JSON Feed 1.1 has `authors`, 1.0 one `author`. */
function namesIn(fields: Fields): string[] {
  const authors = listOf(fields["authors"]);
  const all = authors.length > 0 ? authors : listOf([fields["author"]]);
  return all.map((author) => textIn(author, "name")).filter((name) => name !== "");
}
