// Cross links: links from one article to another. A seed names the other's file, calls it by its name as notes do, or gives
// the address it had on the site both are from; what its address is here, is known only when all files are read. Until
// then the link leads to an address no real host has.

import type { ArticleFacts } from "../catalog/article.ts";
import { primaryLanguage } from "../catalog/language.ts";
import { absolute, articlePath } from "../catalog/links.ts";
import { sourceKey } from "./identity/traits.ts";

/** How the address of every such link begins until it is known (RFC 2606 §2). */
const base = "https://article.invalid/";
const LINK = /<a href="https:\/\/article\.invalid\/([\w-]*)"([^<>]*)>(.*?)<\/a>/gs;

/** The address of a link until it is known: what it names, and where it leads if that is no article here. */
export function addressUntilKnown(target: string, other: string | null): string {
  return base + Buffer.from(JSON.stringify([target, other])).toString("base64url");
}

/** What the links of an article name, each once: paths of files, names of notes or addresses elsewhere. */
export function linksIn(html: string): string[] {
  if (!html.includes(base)) return [];
  const targets = [...html.matchAll(LINK)].map(([, code]) => readLink(code).target);
  return [...new Set(targets)].filter((target) => target !== "");
}

/** The HTML with its links leading to these addresses, by what they name; of what has none only the words are left. */
export function resolveLinks(html: string, addresses: ReadonlyMap<string, string>): string {
  if (!html.includes(base)) return html;
  return html.replace(LINK, (_, code: string, more: string, words: string) => {
    const { target, other } = readLink(code);
    const address = addresses.get(target) ?? other;
    return address === null ? words : `<a href="${escapeAddress(address)}"${more}>${words}</a>`;
  });
}

function readLink(code = ""): { readonly target: string; readonly other: string | null } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(code, "base64url").toString());
    const [target, other] = Array.isArray(parts) ? parts : [];
    const isWeb = typeof other === "string" && /^https?:\/\//.test(other) && !other.startsWith(base);
    return { target: String(target ?? ""), other: isWeb ? other : null };
  } catch {
    return { target: "", other: null };
  }
}

function escapeAddress(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

/** An article others may link to. */
export interface Linkable {
  /** Its file, and where in it: the same for the one article of a file. */
  readonly path: string;
  readonly from: string;
  /** The address it has elsewhere. */
  readonly source?: string | null;
  readonly facts: Pick<ArticleFacts, "slug" | "shortId" | "lang">;
}

/** Finds the addresses of what links name, as far as there are any; an article's link to itself leads nowhere. */
export type FindLinks = (
  targets: readonly string[],
  own: Pick<ArticleFacts, "shortId" | "lang">,
) => readonly (readonly [target: string, address: string])[];

/**
 * Finds the addresses of articles by what links name: the path of a file, with or without its ending, or where there is no
 * such file the article whose file, or whose folder, has that name, with or without the day it begins with; or the address
 * it has on the site it is from. Of several that are called so, the one in the language of the article with the link is
 * meant, `post.vi.md` beside `post.md` or the same name in another folder; else none.
 */
export function indexLinks(articles: readonly Linkable[], site: { readonly url: string }): FindLinks {
  const [byPath, byName, byBareName, bySource] = [new Index(), new Index(), new Index(), new Index()];
  for (const article of articles) {
    if (article.from !== article.path) continue;
    if (article.source != null) bySource.add(sourceKey(article.source), article);
    const path = article.path.replace(ENDING, "");
    for (const key of new Set([article.path, path])) byPath.add(key, article);
    const name = nameOf(path);
    for (const key of new Set([name, name.replace(DAY, "")])) {
      byName.add(key, article);
      for (const bare of new Set([key, key.replace(LANGUAGE, "")])) byBareName.add(bare, article);
    }
  }
  const findNamed = (name: string, lang: string): Linkable | null =>
    byBareName.inLanguage(name, lang) ?? byName.only(name) ?? byBareName.only(name);
  return (targets, own) =>
    targets.flatMap((target) => {
      const found = ADDRESS.test(target)
        ? bySource.only(sourceKey(target))
        : (byPath.only(target) ?? findNamed(nameOf(target.replace(ENDING, "")), own.lang));
      const isOther = found !== null && found.facts.shortId !== own.shortId;
      return isOther ? [[target, absolute(site, articlePath(found.facts))] as const] : [];
    });
}

/** Articles by what they are called. */
class Index {
  readonly #called = new Map<string, Linkable[]>();

  add(key: string, article: Linkable): void {
    const others = this.#called.get(key);
    if (others === undefined) this.#called.set(key, [article]);
    else others.push(article);
  }

  /** The one that is called so; null where there is none, or more than one. */
  only(key: string): Linkable | null {
    const [one, ...others] = this.#called.get(key) ?? [];
    return others.length === 0 ? (one ?? null) : null;
  }

  /** The one of a language (BCP 47) that is called so. */
  inLanguage(key: string, lang: string): Linkable | null {
    const [one, ...others] = (this.#called.get(key) ?? []).filter(
      ({ facts }) => primaryLanguage(facts.lang) === primaryLanguage(lang),
    );
    return others.length === 0 ? (one ?? null) : null;
  }
}

const ADDRESS = /^https?:\/\//i;
const ENDING = /\.(?:mdx?|markdown|x?html?|te?xt)$/i;
const DAY = /^\d{4}-\d{1,2}-\d{1,2}[-_. ]+(?=.)/;
/** What stands at the end of the names of translations. */
const LANGUAGE = /\.[a-z]{2}(?:-[a-z]{2,4})?$/i;
/** Names of files that say nothing: their folders are named. */
const GENERAL = /^_?(?:index|readme)(?:\.[a-z]{2}(?:-[A-Za-z]{2,4})?)?$/i;

function nameOf(path: string): string {
  const [file = "", folder = ""] = path.split("/").toReversed();
  return (GENERAL.test(file) && folder !== "" ? folder : file).toLowerCase();
}
