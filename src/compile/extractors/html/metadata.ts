// readMetadata: what a page says about its article outside the text: meta elements, JSON-LD, links.

import type { Document, Element } from "domhandler";
import { cleanLine } from "../../characters.ts";
import { elementsIn, textOf } from "../../elements.ts";
import { resolveAddress } from "../../sanitize/addresses.ts";
import { chooseArticle, choosePage, isThing, readJsonLd, stringOf, type Thing, typesOf } from "./jsonld.ts";

/** A value a page states, and where. */
export interface Statement {
  readonly value: string;
  /** The property it was read from: `JSON-LD datePublished`, `meta og:title`. */
  readonly rule: string;
}

/** All a page states about its article, each list in the order of trust. */
export interface Metadata {
  readonly titles: readonly Statement[];
  /** True when the article is said to be news. */
  readonly isNews: boolean;
  /** Text of the title element. */
  readonly pageTitle: string;
  readonly siteName: Statement | null;
  readonly published: readonly Statement[];
  readonly updated: readonly Statement[];
  readonly authors: readonly (readonly Statement[])[];
  readonly descriptions: readonly Statement[];
  readonly images: readonly Statement[];
  /** The page's own address; null where it does not say. */
  readonly address: Statement | null;
  /** What relative addresses are resolved against; null where nothing is known. */
  readonly base: string | null;
  /** BCP 47 tag of the page itself. */
  readonly lang: string | null;
  /** The article's text as JSON-LD gives it. */
  readonly body: string | null;
}

/** Names of meta elements by what they state, the best first. Dublin Core, Highwire, Parse.ly and others among them. */
const META: Readonly<
  Record<"title" | "site" | "published" | "updated" | "author" | "description" | "image", string>
> = {
  title:
    "og:title twitter:title citation_title dc.title dcterms.title parsely-title sailthru.title hdl title headline",
  site: "og:site_name application-name apple-mobile-web-app-title dc.publisher citation_journal_title publisher al:android:app_name",
  published:
    "article:published_time og:article:published_time og:published_time article:published datepublished publishdate publish-date publish_date " +
    "publication_date publication-date publicationdate parsely-pub-date sailthru.date citation_publication_date citation_online_date " +
    "dcterms.created dcterms.issued dcterms.date dc.date.issued dc.date.created dc.date date.issued date_published pubdate pub_date ptime " +
    "originalpublicationdate article.published article:create_time article_date_original cxenseparse:recs:publishtime cxenseparse:publishtime rnews:datepublished " +
    "displaydate creation_date datecreated published_at published_time lp.article:published_time iso-8601-publish-date date",
  updated:
    "article:modified_time og:article:modified_time og:updated_time article:modified datemodified dcterms.modified dc.date.modified " +
    "lastmod last-modified last_modified date.modified moddate article.updated rnews:datemodified revised",
  author:
    "author article:author_name parsely-author sailthru.author citation_author dc.creator dcterms.creator dc.contributor byl byline twitter:data1 cxenseparse:author article:author og:article:author",
  description:
    "og:description description twitter:description dc.description dcterms.description sailthru.description",
  image:
    "og:image og:image:url og:image:secure_url twitter:image twitter:image:src sailthru.image.full parsely-image-url thumbnail",
};

type MetaKind = keyof typeof META;

/** What is longer than this, in characters, is no title, no name and no date. */
const LONGEST_NAME = 1000;
/** So many titles a page may state; each is compared with its headings and the others. */
const MOST_TITLES = 20;

/** Reads all a page states. Never throws. `document` is the whole page. */
export function readMetadata(document: Document): Metadata {
  const metas = new Map<string, string[]>();
  const links: Element[] = [];
  const times: Element[] = [];
  const names: Element[] = [];
  const headlines: Element[] = [];
  let lang: string | null = null;
  let pageTitle = "";
  let baseHref: string | null = null;
  for (const element of elementsIn(document.children)) {
    const { name, attribs } = element;
    if (name === "meta") noteMeta(element, metas);
    else if (name === "html") lang = attribs["lang"] ?? attribs["xml:lang"] ?? null;
    else if (name === "title" && pageTitle === "" && element.parent?.type === "tag")
      pageTitle = readName(element);
    else if (name === "base") baseHref ??= attribs["href"] ?? null;
    else if (name === "link") links.push(element);
    else if (/(?:^|\s)headline(?:\s|$)/.test(attribs["itemprop"] ?? "")) headlines.push(element);
    else if (name === "time" || /date(?:Published|Modified|Created)/.test(attribs["itemprop"] ?? ""))
      times.push(element);
    else if (/\bauthor\b/.test(`${attribs["rel"] ?? ""} ${attribs["itemprop"] ?? ""}`)) names.push(element);
  }
  const list = (kind: MetaKind): Statement[] =>
    META[kind]
      .split(" ")
      .flatMap((name) => (metas.get(name) ?? []).map((value) => ({ value, rule: `meta ${name}` })));

  const things = readJsonLd(document);
  const article = chooseArticle(things);
  const page = choosePage(things);
  const address = findAddress(document, links, metas, article);
  const base = resolveAddress(baseHref ?? undefined, address?.value ?? null) ?? address?.value ?? null;
  const thing = (from: Thing | null, key: string): Statement[] => {
    const value = stringOf(from?.[key]);
    return value === null ? [] : [{ value, rule: `JSON-LD ${key}` }];
  };
  const marked = (property: string): Statement[] =>
    times
      .filter(
        (element) =>
          (element.attribs["itemprop"] ?? "").includes(property) ||
          (property === "datePublished" && "pubdate" in element.attribs),
      )
      .map((element) => ({
        value: element.attribs["datetime"] ?? element.attribs["content"] ?? readName(element),
        rule: `itemprop ${property}`,
      }));
  return {
    titles: chooseTitles([
      ...thing(article, "headline"),
      ...thing(article, "name"),
      ...list("title"),
      ...thing(page, "headline"),
      ...headlines
        .map((element) => ({ value: readName(element), rule: "itemprop headline" }))
        .filter(({ value }) => value !== "")
        .slice(0, 1),
    ]),
    isNews: article !== null && typesOf(article).some((type) => type.includes("News")),
    pageTitle,
    siteName: [...list("site"), ...thing(article, "publisher")].find(isName) ?? null,
    published: [
      ...thing(article, "datePublished"),
      ...list("published"),
      ...marked("datePublished"),
      ...thing(article, "dateCreated"),
      ...thing(article, "uploadDate"),
      ...thing(page, "datePublished"),
      ...marked("dateCreated"),
    ],
    updated: [
      ...thing(article, "dateModified"),
      ...list("updated"),
      ...marked("dateModified"),
      ...thing(page, "dateModified"),
    ],
    authors: [
      readAuthors(article, "author"),
      ...authorLists(list("author")),
      readAuthors(article, "creator"),
      readAuthors(page, "author"),
      names.map((element) => ({
        value: element.attribs["content"] ?? readName(element),
        rule: "link to the author",
      })),
    ]
      .map((authors) => authors.filter(isName))
      .filter((one) => one.length > 0),
    descriptions: [...list("description"), ...thing(article, "description")],
    images: [...list("image"), ...imageOf(article)],
    address,
    base,
    lang: readTag(lang),
    body: stringOf(article?.["articleBody"]) ?? stringOf(article?.["text"]),
  };
}

/** A tag as pages write it: `vi`, `pt_BR`. */
function readTag(lang: string | null): string | null {
  const tag = lang?.trim().replaceAll("_", "-") ?? "";
  return /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(tag) ? tag : null;
}

function isName({ value }: Statement): boolean {
  return value.length <= LONGEST_NAME;
}

/** The text of an element in one line; empty for one that holds much more than a name. */
function readName(element: Element): string {
  const text = textOf(element.children, 10 * LONGEST_NAME);
  const name = text.length > 10 * LONGEST_NAME ? "" : cleanLine(text);
  return name.length > LONGEST_NAME ? "" : name;
}

/** Titles in one line each. */
function chooseTitles(stated: readonly Statement[]): Statement[] {
  return stated
    .filter(({ value }) => value.length <= 10 * LONGEST_NAME)
    .map((title) => ({ ...title, value: cleanLine(title.value) }))
    .filter(isName)
    .slice(0, MOST_TITLES);
}

function noteMeta({ attribs }: Element, metas: Map<string, string[]>): void {
  const content = cleanLine(attribs["content"] ?? attribs["value"] ?? "");
  if (content === "") return;
  for (const key of ["property", "name", "itemprop", "http-equiv"]) {
    const name = attribs[key]?.trim().toLowerCase();
    if (name === undefined || name === "") continue;
    const contents = metas.get(name);
    if (contents === undefined) metas.set(name, [content]);
    else contents.push(content);
  }
}

/** Each name of meta element is a list of its own: pages repeat it for several authors. */
function authorLists(statements: readonly Statement[]): Statement[][] {
  const lists = new Map<string, Statement[]>();
  for (const one of statements) {
    const list = lists.get(one.rule);
    if (list === undefined) lists.set(one.rule, [one]);
    else list.push(one);
  }
  return [...lists.values()];
}

function readAuthors(thing: Thing | null, key: string): Statement[] {
  const value = thing?.[key];
  return (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const name = stringOf(one);
    return name === null ? [] : [{ value: name, rule: `JSON-LD ${key}` }];
  });
}

function imageOf(thing: Thing | null): Statement[] {
  const value = thing?.["image"] ?? thing?.["thumbnailUrl"];
  const first = Array.isArray(value) ? value[0] : value;
  const url = isThing(first)
    ? stringOf(first["url"] ?? first["contentUrl"] ?? first["@id"])
    : stringOf(first);
  return url === null ? [] : [{ value: url, rule: "JSON-LD image" }];
}

/** The page's own address: canonical link, og:url, JSON-LD, or the note a browser leaves when it saves a page. */
function findAddress(
  document: Document,
  links: readonly Element[],
  metas: ReadonlyMap<string, readonly string[]>,
  article: Thing | null,
): Statement | null {
  const canonical = links.find((link) => /\bcanonical\b/i.test(link.attribs["rel"] ?? ""))?.attribs["href"];
  const main = article?.["mainEntityOfPage"];
  const candidates: (readonly [string | null | undefined, string])[] = [
    [canonical, "canonical link"],
    [metas.get("og:url")?.[0], "meta og:url"],
    [stringOf(article?.["url"]), "JSON-LD url"],
    [isThing(main) ? stringOf(main["@id"]) : stringOf(main), "JSON-LD mainEntityOfPage"],
    [metas.get("twitter:url")?.[0], "meta twitter:url"],
    [savedFrom(document), "note of the browser that saved the page"],
    [links.find((link) => link.attribs["rel"] === "shortlink")?.attribs["href"], "short link"],
  ];
  const found = candidates.flatMap(([value, rule]) => {
    const url = resolveAddress(value ?? undefined, null);
    return url === null ? [] : [{ value: url, rule }];
  });
  return found.find(({ value }) => new URL(value).pathname !== "/") ?? found[0] ?? null;
}

/** "saved from url=(0034)https://…" of browsers, "url: https://…" of SingleFile. */
function savedFrom(document: Document): string | null {
  for (const node of [
    ...document.children,
    ...document.children.flatMap((child) => ("children" in child ? child.children : [])),
  ]) {
    if (node.type !== "comment") continue;
    const match =
      /(?:saved from url=\(\d+\)|^(?:Page saved with SingleFile\s*)?url:\s*)(https?:\/\/\S+)/i.exec(
        (node as unknown as { readonly data: string }).data.trimStart(),
      );
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}
