// writeSeed: a post as a file of the seeds folder: HTML below front matter.

import { cleanCharacters, cleanLine } from "../../../compile/characters.ts";
import { slugOf } from "../../../compile/identity/ids.ts";
import { yaml } from "../../../compile/packages.ts";
import { htmlToText, sanitizeHtml } from "../../../compile/sanitize.ts";
import { datedName } from "../names.ts";
import { type Post, readLanguage } from "./post.ts";

/** The text of its file. */
export function writeSeed(post: Post): string {
  const matter = yaml().stringify(matterOf(post), { lineWidth: 0 });
  return `---\n${matter}---\n\n${cleanCharacters(hideTags(post.html)).trim()}\n`;
}

/** `2024-05-02-new-boat.html`: named by its day and as its address names it, else by its title. */
export function nameOfSeed({ name, date, title, address }: Post): string {
  const words = name !== null && slugOf(name) !== "" ? name : htmlToText(title);
  return datedName(date?.slice(0, 10) ?? null, words, address, ".html");
}

/** What is stated of it, in the spellings that front matter is read in; what is not stated is left out. */
function matterOf(post: Post): Readonly<Record<string, unknown>> {
  const { title, date, updated, authors, tags, address, lang, summary, image, enclosures } = post;
  const stated = {
    title: cleanLine(title),
    date: date ?? "",
    updated: updated !== null && date !== null && Date.parse(updated) > Date.parse(date) ? updated : "",
    author: writeNames(authors.map(cleanLine)),
    tags: [...new Set(tags.map(idOf).filter((tag) => tag !== ""))],
    source: address ?? "",
    lang: readLanguage(lang ?? "") ?? "",
    summary: plainText(summary),
    image: image ?? "",
    enclosure: enclosures.map(({ url, type, length, title: name }) => ({
      url,
      type,
      ...(length === null ? {} : { length }),
      ...(name === null ? {} : { title: cleanLine(name) }),
    })),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value.length > 0));
}

/** One name as it is; a list where there are several, or where a sign in it would be taken to part two. */
function writeNames(names: readonly string[]): string | readonly string[] {
  const [first = "", ...others] = names.filter((name) => name !== "");
  if (others.length === 0 && !/[,;&]|\band\b/.test(first)) return first;
  return [first, ...others].filter((name) => name !== "");
}

/** A tag as the id of a topic, in letters an address has where it has such. */
export function idOf(tag: string): string {
  const name = htmlToText(tag);
  return slugOf(name) || cleanLine(name).replace(/[,;]/g, " ").trim();
}

function plainText(html: string): string {
  return cleanLine(htmlToText(sanitizeHtml(html, null)).replaceAll("\n", " "));
}

/** HTML in which nothing looks like a tag or a comment of a site generator, which would be filled in or taken out. */
function hideTags(html: string): string {
  return html.replace(/\{(?=[{%#:])/g, "&#123;").replace(/%(?=%)/g, "&#37;");
}
