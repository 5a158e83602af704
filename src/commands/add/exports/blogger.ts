// readBloggerEntry: entries of an export of Blogger, `blog-05-02-2024.xml` of its old settings or `feed.atom` of Google Takeout:
// Atom in which posts, pages, comments and settings are entries alike.

import type { Element } from "domhandler";
import { childrenOf, nameInAddress, webAddress, wordsIn } from "./elements.ts";
import { readAtomEntry } from "./feeds.ts";
import { leaveOut, type Post, type Reason, type Tally } from "./post.ts";

/** A post with the path it has on its blog, where that is told without the blog's address. */
export interface BloggerPost {
  readonly post: Post;
  readonly path: string | null;
}

const KIND = /^https?:\/\/schemas\.google\.com\/g\/2005#kind$/;

/**
 * What an entry is: `post`, `page`, `comment`, `settings` and so on; null for an entry of a plain feed. The feeds of a blog
 * name kinds too, but may have summaries alone, which no export has.
 */
export function kindOfEntry(entry: Element): string | null {
  const stated = wordsIn(entry, "blogger:type");
  if (stated !== "") return stated.toLowerCase();
  const kind = childrenOf(entry, "category").find(({ attribs }) => KIND.test(attribs["scheme"] ?? ""))
    ?.attribs["term"];
  const isSummary = childrenOf(entry, "content").length === 0 && childrenOf(entry, "summary").length > 0;
  return kind === undefined || isSummary ? null : kind.replace(/^.*#/, "").toLowerCase();
}

/** Reads an entry of that kind; null for one that is not to be published, which is counted in `leftOut`. */
export function readBloggerEntry(
  entry: Element,
  kind: string,
  timeZone: string,
  leftOut: Tally,
): BloggerPost | null {
  const reason = reasonAgainst(entry, kind);
  if (reason !== null) {
    leaveOut(leftOut, reason);
    return null;
  }
  const { post } = readAtomEntry(entry, timeZone, []);
  const path = wordsIn(entry, "blogger:filename") || null;
  const labels = childrenOf(entry, "category").filter(({ attribs }) => !KIND.test(attribs["scheme"] ?? ""));
  return {
    path,
    post: {
      ...post,
      name: post.name ?? (path === null ? null : nameInAddress(webAddress(path, "https://blog.invalid/"))),
      tags: labels.map(({ attribs }) => (attribs["term"] ?? "").trim()).filter((term) => term !== ""),
      summary: wordsIn(entry, "blogger:metaDescription"),
      html: post.html.replace(MORE, "<!--more-->").replace(CAPTIONED, writeFigure),
    },
  };
}

/** How the editor of Blogger marks what stands below the part that lists show. */
const MORE = /<a\s+name=["']more["']\s*(?:\/>|>\s*<\/a>)/gi;

/** Its tables of a picture and, in a row of its own, what is said of it. */
const CAPTIONED =
  /<table\b[^>]{0,300}\btr-caption-container\b[^>]{0,300}>((?:(?!<\/table>)[\s\S]){1,5000})<\/table>/gi;
const PICTURE = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i;
const CAPTION = /<td\b[^>]*\btr-caption\b[^>]*>((?:(?!<\/td>)[\s\S])*)<\/td>/i;

function writeFigure(table: string, inner: string): string {
  const [picture] = PICTURE.exec(inner) ?? [];
  const words = CAPTION.exec(inner)?.[1]?.trim() ?? "";
  if (picture === undefined) return table;
  return `<figure>${picture}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

/** Why an entry is no article; null for one that is. */
function reasonAgainst(entry: Element, kind: string): Reason | null {
  if (kind === "page" || kind === "comment") return kind;
  if (kind !== "post") return "setting";
  if (wordsIn(entry, "blogger:trashed") !== "") return "trash";
  const [control] = childrenOf(entry, "app:control");
  if (wordsIn(control ?? null, "app:draft") === "yes") return "draft";
  const status = wordsIn(entry, "blogger:status").toUpperCase();
  if (status === "" && childrenOf(entry, "blogger:type").length === 0) return null;
  if (status === "LIVE" || status === "SCHEDULED") return null;
  if (status === "DRAFT") return "draft";
  return /TRASH/.test(status) ? "trash" : "unclear";
}

/**
 * The posts with their addresses. An export of Takeout says the path of each and nowhere the blog's own address: that is the
 * host most of their links to each other name.
 */
export function addressPosts(found: readonly BloggerPost[]): Post[] {
  const paths = new Set(found.flatMap(({ path }) => path ?? []));
  const hosts = new Map<string, number>();
  if (paths.size > 0) {
    for (const { post } of found) {
      for (const [, address = ""] of post.html.matchAll(LINK)) {
        if (!URL.canParse(address)) continue;
        const { origin, pathname } = new URL(address);
        if (paths.has(pathname)) hosts.set(origin, (hosts.get(origin) ?? 0) + 1);
      }
    }
  }
  const [most] = [...hosts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return found.map(({ post, path }) => {
    if (post.address !== null || path === null || most === undefined) return post;
    return { ...post, address: webAddress(path, most[0]) };
  });
}

const LINK = /\shref=["'](https?:\/\/[^"'\s]{1,500})["']/g;
