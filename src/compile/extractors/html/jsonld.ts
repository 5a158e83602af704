// readJsonLd: the things a page describes as JSON-LD (schema.org), and the article among them.

import type { Document } from "domhandler";
import { KnownWords } from "../../characters/knownWords.ts";
import { cleanCharacters } from "../../characters.ts";
import { elementsIn, textOf } from "../../elements.ts";
import { parseHtml } from "../../parseHtml.ts";

/** A thing with its properties as they stand. */
export type Thing = Readonly<Record<string, unknown>>;

/** Types of schema.org that are one text with an author and a date. */
const ARTICLE =
  /(?:^|[/:])(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|\w*Posting|Report|Review|HowTo|Recipe|OpinionNewsArticle|AnalysisNewsArticle|ReportageNewsArticle|ReviewNewsArticle|BackgroundNewsArticle)$/;
/** Types that are a page, of some use where no article is described. */
const PAGE = /(?:^|[/:])(?:WebPage|ItemPage|AboutPage|VideoObject|CreativeWork)$/;
/** Properties in which the article of a page may be nested. */
const NESTED = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "liveBlogUpdate"];

/** All things the page describes, nested ones too, in document order. Broken JSON is skipped. */
export function readJsonLd(document: Document): Thing[] {
  const things: Thing[] = [];
  for (const element of elementsIn(document.children)) {
    if (element.name !== "script" || !/ld\+json/i.test(element.attribs["type"] ?? "")) continue;
    collect(parseLoosely(textOf(element.children)), things, 0);
  }
  return things;
}

/** Properties that name people, sites and pictures, often by the `@id` of a thing that is described once for all. */
const REFERRING = ["author", "creator", "publisher", "image"];

const MOST_REFERENCES = 50;

/** The thing with what it refers to in place of the references. */
function fillReferences(thing: Thing | null, things: readonly Thing[]): Thing | null {
  if (thing === null) return null;
  const find = (value: unknown, depth = 0): unknown => {
    if (Array.isArray(value) && depth < DEEPEST)
      return value.slice(0, MOST_REFERENCES).map((one) => find(one, depth + 1));
    if (!isThing(value) || saysSomething(value)) return value;
    const described = things.find((one) => one["@id"] === value["@id"] && saysSomething(one));
    return described === undefined ? value : { ...described, ...value };
  };
  const filled = REFERRING.filter((key) => thing[key] !== undefined).map((key) => [key, find(thing[key])]);
  return { ...thing, ...Object.fromEntries(filled) };
}

function saysSomething(thing: Thing): boolean {
  return Object.keys(thing).some((key) => key !== "@id" && key !== "@type");
}

/** The article among the things; of several the one with the longest text, else the first. */
export function chooseArticle(things: readonly Thing[]): Thing | null {
  return fillReferences(findArticle(things), things);
}

function findArticle(things: readonly Thing[]): Thing | null {
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const first = articles[0];
  if (first === undefined) return null;
  const dated = articles.filter((thing) => stringOf(thing["datePublished"]) !== null);
  return dated.find((thing) => stringOf(thing["headline"]) !== null) ?? dated[0] ?? first;
}

/** The page, where the things describe one. */
export function choosePage(things: readonly Thing[]): Thing | null {
  const page = things.find((thing) => typesOf(thing).some((type) => PAGE.test(type)));
  return fillReferences(page ?? null, things);
}

/** Nothing is looked for deeper inside a property than this. */
const DEEPEST = 6;

/** A property as text: itself, its `@value`, `name` or first element; null where there is none. */
export function stringOf(value: unknown, depth = 0): string | null {
  if (typeof value === "string") return decodeText(value) || null;
  if (typeof value === "number") return String(value);
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) {
    for (const one of value) {
      const text = stringOf(one, depth + 1);
      if (text !== null) return text;
    }
    return null;
  }
  if (!isThing(value)) return null;
  return stringOf(value["@value"] ?? value["name"] ?? null, depth + 1);
}

/** True for a JSON object. */
export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The types a thing has. */
export function typesOf(thing: Thing): string[] {
  const type = thing["@type"];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
}

function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const one of value) collect(one, things, depth + 1);
  else if (isThing(value)) {
    things.push(value);
    for (const key of NESTED) collect(value[key], things, depth + 1);
  }
}

/** JSON as pages write it: with line feeds in strings, comment and CDATA marks around it, commas before brackets. */
function parseLoosely(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/s, "")
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|;)\s*$/, "");
  for (const attempt of [bare, flattenControls(bare), flattenControls(bare).replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt repairs more.
    }
  }
  return null;
}

function flattenControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what breaks JSON
  return text.replace(/[\u0000-\u001F]+/g, " ");
}

const knownEntities = new KnownWords(2000, (entity) => textOf(parseHtml(entity).children));

/** Texts in JSON-LD are often escaped once more, as if they stood in HTML; markup in them stays as it is. */
function decodeText(text: string): string {
  const plain = text.replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, (entity) => knownEntities.get(entity));
  return cleanCharacters(plain).trim();
}
