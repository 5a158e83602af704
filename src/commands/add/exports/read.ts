// readExport: a file that holds many posts, told by its content whatever its name: an export of WordPress, Blogger or Ghost,
// or a feed that was saved.

import type { Element } from "domhandler";
import { primaryLanguage } from "../../../catalog/language.ts";
import { childTags } from "../../../compile/elements.ts";
import { byteOrderMark } from "../../../compile/encodings/byteOrder.ts";
import { detectLanguage } from "../../../compile/language.ts";
import { htmlToText } from "../../../compile/sanitize.ts";
import { type Advice, type Refusal, refuse } from "../arrival.ts";
import { isJsonFeed, isXmlFeed } from "../feed.ts";
import { addressPosts, type BloggerPost, kindOfEntry, readBloggerEntry } from "./blogger.ts";
import { childrenOf, wordsIn } from "./elements.ts";
import { type Entry, readAtomEntry, readRssItem } from "./feeds.ts";
import { findGhost, readGhost, readJsonFeed } from "./json.ts";
import { type Export, type Post, readLanguage, type Tally } from "./post.ts";
import { isOfWordpress, readWordpress } from "./wordpress/read.ts";
import { readXml } from "./xml.ts";

/** A file as it lies there: its pieces, again from the first whenever they are asked for. */
export type Pieces = () => Iterable<Uint8Array>;

/** How much of a file is looked at to tell what it is. */
const glance = 65_536;

/** What a file may hold, told by how it begins; null for what holds no posts. */
export function guessExport(start: Uint8Array): "xml" | "json" | null {
  const bytes = start.subarray(0, glance);
  const text = new TextDecoder(byteOrderMark(bytes)?.encoding).decode(bytes);
  if (isXmlFeed(text)) return "xml";
  return /^\s*\{\s*"/.test(text) ? "json" : null;
}

/** Reads a file of that kind; null for JSON that is neither an export nor a feed. Never throws for what is in it. */
export function readExport(guess: "xml" | "json", pieces: Pieces, timeZone: string): Export | Refusal | null {
  return guess === "xml" ? readXmlExport(pieces, timeZone) : readJsonExport(pieces, timeZone);
}

function readXmlExport(pieces: Pieces, timeZone: string): Export | Refusal {
  const leftOut: Tally = new Map();
  const wordpress = readWordpress(timeZone, leftOut);
  const ofBlogger: BloggerPost[] = [];
  const items: { readonly element: Element; readonly entry: Entry }[] = [];
  let kind = "";
  const { root, isCut, damaged } = readXml(pieces(), (item) => {
    if (isOfWordpress(item)) {
      kind = "WordPress export";
      return wordpress.take(item);
    }
    const isAtom = /^entry$/i.test(item.name);
    const what = isAtom ? kindOfEntry(item) : null;
    if (what !== null) {
      kind = "Blogger export";
      const found = readBloggerEntry(item, what, timeZone, leftOut);
      if (found !== null) ofBlogger.push(found);
      return;
    }
    const entry = isAtom ? readAtomEntry(item, timeZone, []) : readRssItem(item, timeZone);
    items.push({ element: item, entry });
  });
  const channel = childrenOf(root, "channel")[0] ?? root;
  const isWordpress = kind === "WordPress export" || isOfWordpress(channel);
  // In an export, what does not say whether it is published is not.
  if (isWordpress && items.length > 0) leftOut.set("unclear", (leftOut.get("unclear") ?? 0) + items.length);
  const entries = isWordpress ? [] : items.map(({ entry }) => withAuthor(entry, channel));
  const lang = root?.attribs["xml:lang"] ?? wordsIn(channel, "language", "dc:language");
  const own = isWordpress ? wordpress.finish(channel) : addressPosts(ofBlogger);
  const whole = entries.filter((entry) => entry.isWhole).map(({ post }) => post);
  const name = isWordpress ? "WordPress export" : kind || "feed";
  return {
    kind: name,
    posts: [...own, ...whole].map((post) => stateLanguage(post, lang)),
    leftOut,
    losses: [...noteSummaries(entries, whole.length), ...noteCut(isCut, name)],
    notes: noteDamage(damaged),
    isFeed: name === "feed",
  };
}

/** An entry of a feed whose author is named once for all. */
function withAuthor(entry: Entry, channel: Element | null): Entry {
  if (entry.post.authors.length > 0 || channel === null) return entry;
  const name = wordsIn(childTags(channel).find((child) => child.name === "author") ?? null, "name");
  return name === "" ? entry : { ...entry, post: { ...entry.post, authors: [name] } };
}

/** What a file says of its language is true of a post where the post's own letters do not say otherwise. */
function stateLanguage(post: Post, stated: string): Post {
  const tag = readLanguage(stated);
  if (post.lang !== null || tag === null) return post;
  const { lang, sure } = detectLanguage(htmlToText(post.html), tag);
  return sure && primaryLanguage(lang) !== primaryLanguage(tag) ? post : { ...post, lang: tag };
}

function noteSummaries(entries: readonly Entry[], whole: number): Advice[] {
  const short = entries.length - whole;
  if (short === 0) return [];
  const posts = short === 1 ? "1 post" : `${short} posts`;
  const what =
    whole === 0
      ? "this feed has only the beginnings of its posts"
      : `of ${posts} the feed has only the beginning`;
  const number = Math.min(entries.length, 100);
  return [{ what, fix: `--newest ${number} fetches ${number === 1 ? "it" : "them"} from the pages instead` }];
}

function noteCut(isCut: boolean, name: string): Advice[] {
  if (!isCut) return [];
  const what = "the file ends in the middle, so posts are missing";
  return [{ what, fix: name === "feed" ? "Save it again" : "Export the blog again, and add that file too" }];
}

function noteDamage(damaged: number): Advice[] {
  if (damaged === 0) return [];
  const what = damaged === 1 ? "1 letter is damaged" : `${damaged} letters are damaged`;
  return [{ what: `${what} in the file`, fix: "Search the new files for \uFFFD" }];
}

function readJsonExport(pieces: Pieces, timeZone: string): Export | Refusal | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(Buffer.concat([...pieces()])));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    // One text of the engine holds no more than half a gigabyte.
    return refuse("it is too long for JSON to be read at once", "Export the blog in several parts");
  }
  const leftOut: Tally = new Map();
  const data = findGhost(json);
  if (data !== null) {
    const lacking: string[] = [];
    const posts = readGhost(data, timeZone, leftOut, lacking);
    const losses = lacking.map((title) => {
      return { what: `"${title}" has no HTML in it`, fix: "Open and save it in Ghost, and export again" };
    });
    return { kind: "Ghost export", posts, leftOut, losses, notes: notePictures(posts), isFeed: false };
  }
  if (!isJsonFeed(json)) return null;
  const entries = readJsonFeed(json, timeZone);
  const posts = entries.filter((entry) => entry.isWhole).map(({ post }) => post);
  return {
    kind: "feed",
    posts,
    leftOut,
    losses: noteSummaries(entries, posts.length),
    notes: [],
    isFeed: true,
  };
}

/** Ghost keeps pictures beside its export. */
function notePictures(posts: readonly Post[]): Advice[] {
  const folder = "/content/images/";
  if (!posts.some(({ html, image }) => html.includes(`"${folder}`) || image?.startsWith(folder))) return [];
  const what = "pictures of this blog lie in its folder content/images, which is no part of the export";
  return [{ what, fix: "Copy that folder, as content/images, to the top of the seeds folder" }];
}
