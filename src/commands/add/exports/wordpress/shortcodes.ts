// fillShortcodes: tags in brackets that WordPress fills in when it shows a post (https://codex.wordpress.org/Shortcode).

import { escapeText, webAddress } from "../elements.ts";
import { writeEmbed } from "../films.ts";

/** What a gallery is made of. */
export interface Picture {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
}

/** The pictures of a gallery: those of these numbers, or where there are none those of the post itself. */
export type FindPictures = (ids: readonly string[] | null) => readonly Picture[];

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly isClosing: boolean;
  readonly from: number;
  readonly to: number;
  /** Which tag closes it; null for none. */
  partner: number | null;
}

/** Stands for the name of a shortcode that is to be read, not filled in. */
const shown = "[";
const TAG = /\[(\/?)([A-Za-z][\w-]{0,60})((?:[\s=/][^[\]]{0,5000})?)\]/y;
/** Elements in which brackets are code. */
const CODE = /<(pre|code|script|style|textarea)(?=[\s>])/iy;

/**
 * HTML with captions, galleries, players and code in place of their shortcodes. Of others only what they enclose is left.
 * What is in brackets and no shortcode stays: `[sic]`, `[1]`.
 */
export function fillShortcodes(html: string, findPictures: FindPictures): string {
  if (!html.includes("[")) return html;
  const tags = pairTags(findTags(html));
  return write(0, tags.length, 0, html.length);

  /** What lies between two places, with the tags of these numbers filled in. */
  function write(first: number, end: number, from: number, to: number): string {
    let made = "";
    let at = from;
    for (let number = first; number < end; number++) {
      const tag = tags[number];
      if (tag === undefined || tag.from < at) continue;
      made += html.slice(at, tag.from);
      at = tag.to;
      if (tag.isClosing) continue;
      const closing = tag.partner === null ? undefined : tags[tag.partner];
      if (closing === undefined || tag.partner === null || closing.from > to)
        made += fill(tag, null, "", findPictures);
      else {
        const inner = write(number + 1, tag.partner, tag.to, closing.from);
        made += fill(tag, inner, html.slice(tag.to, closing.from), findPictures);
        at = closing.to;
        number = tag.partner;
      }
    }
    return made + html.slice(at, to);
  }
}

/** All that looks like a shortcode, outside of tags, comments and code. */
function findTags(html: string): Tag[] {
  const tags: Tag[] = [];
  const small = html.toLowerCase();
  /** Endings of which there is none any more. */
  const missing = new Set<string>();
  const behind = (ending: string, from: number): number => {
    if (missing.has(ending)) return from;
    const at = small.indexOf(ending, from);
    if (at < 0) missing.add(ending);
    return at < 0 ? from : at + ending.length;
  };
  const next = /[<[]/g;
  for (let match = next.exec(html); match !== null; match = next.exec(html)) {
    const at = match.index;
    if (match[0] === "[") {
      TAG.lastIndex = at;
      const [whole, slash = "", name = "", attributes = ""] = TAG.exec(html) ?? [];
      if (whole === undefined) continue;
      const to = at + whole.length;
      next.lastIndex = to;
      // Two brackets are how a shortcode is written that is to be read.
      if (html[at - 1] === "[" && html[to] === "]") {
        tags.push({
          name: shown,
          attributes: whole,
          isClosing: false,
          from: at - 1,
          to: to + 1,
          partner: null,
        });
        continue;
      }
      tags.push({
        name: name.toLowerCase(),
        attributes,
        isClosing: slash !== "",
        from: at,
        to,
        partner: null,
      });
      continue;
    }
    CODE.lastIndex = at;
    const code = CODE.exec(html)?.[1]?.toLowerCase();
    const ending = html.startsWith("<!--", at) ? "-->" : code === undefined ? ">" : `</${code}>`;
    if (code !== undefined || /[a-z/!]/i.test(html[at + 1] ?? "")) next.lastIndex = behind(ending, at + 1);
  }
  return tags;
}

/** The tags that are shortcodes, each with the one that closes it. */
function pairTags(found: Tag[]): Tag[] {
  const open = new Map<string, number[]>();
  const paired = new Set<number>();
  for (const [number, { name, isClosing, attributes }] of found.entries()) {
    if (!isClosing) {
      if (!attributes.endsWith("/")) open.set(name, [...(open.get(name) ?? []).slice(1 - deepest), number]);
      continue;
    }
    const opening = open.get(name)?.pop();
    const tag = opening === undefined ? undefined : found[opening];
    if (opening === undefined || tag === undefined) continue;
    tag.partner = number;
    paired.add(opening).add(number);
  }
  const kept = [...found.keys()].filter((number) => {
    const tag = found[number];
    return tag !== undefined && (paired.has(number) || (!tag.isClosing && isShortcode(tag)) || isEnd(tag));
  });
  const numbers = new Map(kept.map((number, at) => [number, at]));
  return kept.flatMap((number) => {
    const tag = found[number];
    return tag === undefined
      ? []
      : [{ ...tag, partner: tag.partner === null ? null : (numbers.get(tag.partner) ?? null) }];
  });
}

/** Nobody nests deeper. */
const deepest = 100;

const KNOWN = new Set(
  "audio caption dailymotion embed facebook form gallery instagram playlist soundcloud spotify tiktok toc tweet twitter video vimeo youtube".split(
    " ",
  ),
);
/** Attributes with their values, and nothing else. */
const ATTRIBUTES = /^(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"']+)|\s+[\w-]+)*\s*\/?\s*$/;

/** True for what has a name no word has, or attributes; words in brackets are words. */
function isShortcode({ name, attributes }: Tag): boolean {
  if (KNOWN.has(name) || name === shown || attributes.endsWith("/")) return true;
  return (name.includes("_") || attributes.includes("=")) && ATTRIBUTES.test(attributes);
}

/** The end of a tag that begins nowhere, of a name no word has. */
function isEnd({ name, isClosing }: Tag): boolean {
  return isClosing && (KNOWN.has(name) || name.includes("_"));
}

/** Shortcodes whose words are of use to a program alone. */
const FOR_PROGRAMS = /^(?:vc_raw_(?:html|js)|contact-.*|wpforms?|gravityforms?|mc4wp_form)$/;
/** Names of languages that plugins for code take as shortcodes beside `code` and `sourcecode`. */
const LANGUAGES = new Set("bash cpp csharp css html java javascript js php python ruby sql xml".split(" "));

function fill(tag: Tag, inner: string | null, raw: string, findPictures: FindPictures): string {
  const { name, attributes } = tag;
  if (name === shown) return attributes;
  const values = readValues(attributes);
  if (FOR_PROGRAMS.test(name)) return "";
  if (inner !== null && (name === "code" || name === "sourcecode" || LANGUAGES.has(name)))
    return writeCode(raw, values.get("language") ?? values.get("lang") ?? (LANGUAGES.has(name) ? name : ""));
  switch (name) {
    case "caption":
    case "wp_caption":
      return writeCaption(inner ?? "", values.get("caption") ?? null);
    case "gallery": {
      const ids = values.get("ids") ?? values.get("include");
      return findPictures(ids === undefined ? null : (ids.match(/\d+/g) ?? []))
        .map(writePicture)
        .join("\n");
    }
    case "audio":
    case "video":
      return writeRecording(name, values) || embed(tag, inner) || (inner ?? "");
    default:
      return (KNOWN.has(name) ? embed(tag, inner) : "") || (inner ?? "");
  }
}

/** The player of an address or a number: `[embed]https://…[/embed]`, `[youtube https://…]`, `[vimeo 123]`. */
function embed({ name, attributes }: Tag, inner: string | null): string {
  const stated = (inner ?? "").replace(/<[^>]*>/g, "").trim() || attributes.replace(/^[\s=]+/, "");
  const address = /https?:\/\/[^\s"'<>\]]+/.exec(
    stated.replaceAll("&amp;", "&").replaceAll("&#038;", "&"),
  )?.[0];
  const url = address === undefined ? null : webAddress(address);
  if (url !== null) return writeEmbed(url);
  const number = /^(?:id=)?["']?([\w-]{6,})["']?(?:\s|$)/.exec(stated)?.[1];
  if (number === undefined) return "";
  if (name === "vimeo") return writeEmbed(`https://vimeo.com/${number}`);
  return name === "youtube" ? writeEmbed(`https://youtu.be/${number}`) : "";
}

function readValues(attributes: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, key = "", double, single, bare] of attributes.matchAll(
    /([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g,
  ))
    values.set(key.toLowerCase(), double ?? single ?? bare ?? "");
  return values;
}

/** A picture, which may be a link, and what is said of it. */
const PICTURE = /^\s*(?:<p[^>]*>)?\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)/i;

function writeCaption(inner: string, stated: string | null): string {
  const [whole = "", picture] = PICTURE.exec(inner) ?? [];
  if (picture === undefined) return inner;
  const words = (stated ?? inner.slice(whole.length)).replace(/<\/?p\b[^>]*>/gi, " ").trim();
  return `<figure>${picture}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

/** A picture of the library, with its caption. */
export function writePicture({ url, alt, caption }: Picture): string {
  const words = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${escapeText(url)}" alt="${escapeText(alt)}">${words}</figure>`;
}

/** The kinds of files that these shortcodes take as attributes. */
const FILES = ["src", "mp3", "m4a", "ogg", "wav", "flac", "mp4", "m4v", "webm", "ogv"];

function writeRecording(name: "audio" | "video", values: ReadonlyMap<string, string>): string {
  const src = FILES.map((key) => values.get(key)).find((value) => value !== undefined);
  const url = src === undefined ? null : webAddress(src);
  if (url === null) return "";
  return /\.\w{2,4}$/.test(new URL(url).pathname)
    ? `<${name} controls src="${escapeText(url)}"></${name}>`
    : writeEmbed(url);
}

/** Code, which was stored as it is, or by the editor with its signs as entities. */
function writeCode(code: string, language: string): string {
  const plain = code.replace(/^\s*\n|\s+$/g, "");
  const isEscaped = !plain.includes("<") && /&(?:lt|gt|amp);/.test(plain);
  const html = isEscaped ? plain : escapeText(plain);
  const name = /^[\w+#.-]+$/.test(language) ? ` class="language-${language.toLowerCase()}"` : "";
  return `<pre><code${name}>${html}</code></pre>`;
}
