// readWordpress: an export of WordPress (WXR), an RSS file with elements of its own
// (https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php).

import type { Element } from "domhandler";
import type { Enclosure } from "../../../../catalog/article.ts";
import { mediaTypeOf } from "../../../../catalog/media.ts";
import { childTags } from "../../../../compile/elements.ts";
import { slugOf } from "../../../../compile/identity/ids.ts";
import { sourceKey } from "../../../../compile/identity/traits.ts";
import { decode } from "../../../../compile/media/paths.ts";
import { childrenOf, escapeText, markupOf, webAddress, wordsIn } from "../elements.ts";
import { readEnclosure } from "../feeds.ts";
import { readMoment, readTwice } from "../moments.ts";
import { leaveOut, type Post, type Reason, type Tally } from "../post.ts";
import { writeContent } from "./content.ts";
import type { Picture } from "./shortcodes.ts";

/** Reads the items of an export, one after the other; when all are read, `finish` makes the posts. */
export interface WordpressReader {
  readonly take: (item: Element) => void;
  readonly finish: (channel: Element | null) => Post[];
}

/** What is kept of an item until all are read: what it shows may come later. */
interface Row {
  readonly id: string;
  readonly title: string;
  readonly login: string;
  readonly name: string;
  readonly link: string;
  readonly date: string | null;
  readonly updated: string | null;
  readonly content: string;
  readonly excerpt: string;
  readonly thumbnail: string;
  readonly tags: readonly string[];
  readonly lang: string | null;
  readonly enclosures: readonly Enclosure[];
}

/** True for an item, or the channel, of an export. */
export function isOfWordpress(element: Element | null): boolean {
  return (
    element !== null &&
    childTags(element).some(({ name }) => /^wp:(?:status|post_type|wxr_version)$/.test(name))
  );
}

/** Opens one. What is not to be published is counted in `leftOut`. */
export function readWordpress(timeZone: string, leftOut: Tally): WordpressReader {
  const rows: Row[] = [];
  const pictures = new Map<string, Picture>();
  const files = new Map<string, string>();
  const picturesOf = new Map<string, string[]>();
  const blocks = new Map<string, string>();

  const takeAttachment = (item: Element, id: string): void => {
    leaveOut(leftOut, "attachment");
    const url = webAddress(wordsIn(item, "wp:attachment_url", "guid"));
    if (url === null) return;
    files.set(id, url);
    if (mediaTypeOf(url)?.startsWith("image/") !== true) return;
    const alt = valuesOf(item).get("_wp_attachment_image_alt") ?? "";
    pictures.set(id, { url, alt, caption: wordsIn(item, "excerpt:encoded") });
    const parent = wordsIn(item, "wp:post_parent");
    picturesOf.set(parent, [...(picturesOf.get(parent) ?? []).slice(-mostPictures), id]);
  };

  const take = (item: Element): void => {
    const id = wordsIn(item, "wp:post_id");
    const type = wordsIn(item, "wp:post_type");
    const comments = childrenOf(item, "wp:comment").length;
    if (comments > 0) leaveOut(leftOut, "comment", comments);
    const reason = reasonAgainst(item, type);
    if (type === "attachment") takeAttachment(item, id);
    else if (type === "wp_block") blocks.set(id, wordsIn(item, "content:encoded"));
    else if (reason !== null) leaveOut(leftOut, reason);
    else rows.push(readRow(item, id, timeZone));
  };

  const finish = (channel: Element | null): Post[] => {
    const names = readAuthors(channel);
    const addresses = new Map(rows.flatMap(({ id, link }) => (link === "" ? [] : [[id, link] as const])));
    const blog = webAddress(wordsIn(channel, "wp:base_blog_url", "link"));
    return rows.map((row): Post => {
      const { login, link, name, excerpt, content, thumbnail, id, ...rest } = row;
      const around = {
        findPictures: (ids: readonly string[] | null) =>
          (ids ?? picturesOf.get(id) ?? []).flatMap((one) => pictures.get(one) ?? []),
        findBlock: (block: string) => blocks.get(block) ?? null,
      };
      return {
        ...rest,
        name: name === "" ? null : decode(name),
        authors: login === "" ? [] : [names.get(login) ?? login],
        address: webAddress(link),
        summary: excerpt,
        image: files.get(thumbnail) ?? null,
        html: nameFully(writeContent(content, around), addresses, blog),
      };
    });
  };
  return { take, finish };
}

/** A post with more pictures than this shows the last of them. */
const mostPictures = 500;

/** Why an item is no article; null for one that is. Nothing is published that does not say that it is. */
function reasonAgainst(item: Element, type: string): Reason | null {
  const status = wordsIn(item, "wp:status");
  if (type === "page") return "page";
  if (type === "revision") return "revision";
  if (/^nav_menu|^wp_navigation/.test(type)) return "menu";
  if (/^(?:custom_css|customize_changeset|oembed_cache|user_request|wp_\w+)$/.test(type)) return "setting";
  if (type !== "post" && type !== "") return "other";
  if (wordsIn(item, "wp:post_password") !== "") return "password";
  switch (status) {
    case "publish":
    case "future":
      return null;
    case "draft":
    case "auto-draft":
      return "draft";
    case "pending":
      return "waits for review";
    case "private":
      return "private";
    case "trash":
      return "trash";
    default:
      return "unclear";
  }
}

function readRow(item: Element, id: string, timeZone: string): Row {
  const values = valuesOf(item);
  const moment = (key: string) => readTwice(wordsIn(item, key), wordsIn(item, `${key}_gmt`), timeZone);
  const terms = childrenOf(item, "category");
  const described = values.get("_yoast_wpseo_metadesc") ?? "";
  return {
    id,
    title: wordsIn(item, "title"),
    login: wordsIn(item, "dc:creator"),
    name: wordsIn(item, "wp:post_name"),
    link: wordsIn(item, "link"),
    date: moment("wp:post_date") ?? readMoment(wordsIn(item, "pubDate"), timeZone),
    updated: moment("wp:post_modified"),
    content: markupOf(childrenOf(item, "content:encoded")[0]),
    // Plugins for search engines write variables between such signs.
    excerpt: wordsIn(item, "excerpt:encoded") || (described.includes("%%") ? "" : described),
    thumbnail: values.get("_thumbnail_id") ?? "",
    tags: terms.flatMap((term) => readTerm(term)),
    lang: terms.find(({ attribs }) => attribs["domain"] === "language")?.attribs["nicename"] ?? null,
    enclosures: childrenOf(item, "wp:postmeta").flatMap(readRecording),
  };
}

/** A category or tag; the one WordPress gives what has none says nothing. */
function readTerm(term: Element): string[] {
  const { domain, nicename = "" } = term.attribs;
  if (domain !== "category" && domain !== "post_tag" && domain !== "tag") return [];
  if (nicename === "uncategorized") return [];
  const slug = decode(nicename);
  const name = nameIn(term);
  // A tag that is called like a category has a number behind its name.
  const isNumbered = slugOf(name) !== "" && slug.replace(/-\d+$/, "") === slugOf(name);
  const tag = /^[a-z0-9-]+$/.test(slug) && !isNumbered ? slug : name;
  return tag === "" ? [] : [tag];
}

function nameIn(element: Element): string {
  return markupOf(element).replaceAll("&amp;", "&");
}

/** The fields plugins and themes keep with an item; of one that stands several times the first. */
function valuesOf(item: Element): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of childrenOf(item, "wp:postmeta")) {
    const key = wordsIn(meta, "wp:meta_key");
    if (!values.has(key)) values.set(key, wordsIn(meta, "wp:meta_value"));
  }
  return values;
}

/** WordPress keeps a recording as its address, its length and its type, a line each. */
function readRecording(meta: Element): Enclosure[] {
  if (wordsIn(meta, "wp:meta_key") !== "enclosure") return [];
  const [address = "", length = "", type = ""] = wordsIn(meta, "wp:meta_value").split(/\r?\n/);
  return readEnclosure(address, type, length);
}

/** Logins → the names people read. */
function readAuthors(channel: Element | null): Map<string, string> {
  const names = new Map<string, string>();
  for (const author of childrenOf(channel, "wp:author")) {
    const shown = wordsIn(author, "wp:author_display_name");
    if (shown !== "") names.set(wordsIn(author, "wp:author_login"), shown);
  }
  return names;
}

const NUMBERED = /(\shref=["'])([^"'\s]{1,200}[?&](?:amp;|#038;)?p=(\d+)[^"'\s]{0,100})(?=["'])/g;

/** The HTML with links that name a post by its number leading to its address. */
function nameFully(html: string, addresses: ReadonlyMap<string, string>, blog: string | null): string {
  if (blog === null || !html.includes("p=")) return html;
  const home = sourceKey(blog);
  return html.replace(NUMBERED, (whole, before: string, address: string, id: string) => {
    const found = addresses.get(id);
    const isHere =
      URL.canParse(address, blog) && sourceKey(new URL(address, blog).href).replace(/\?.*$/, "") === home;
    return found === undefined || !isHere ? whole : before + escapeText(found);
  });
}
