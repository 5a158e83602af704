// Query: which articles a feed or a page holds. Parsing, the one canonical spelling, and why an expression is refused.
//
//   expression = all-of *( "," all-of )        "," either; binds loosest
//   all-of     = term *( "+" term )            "+" both
//   term       = [ "!" ] topic                 "!" not

import { ALL } from "./catalog.ts";
import { primaryLanguage } from "./language.ts";
import { searchWords } from "./words.ts";

/** A topic, or its opposite. */
export interface Term {
  readonly topic: string;
  readonly not: boolean;
}

/** Words that must stand in an article: one word, or several that follow one another. */
export type Phrase = readonly string[];

/** A question. `any` holds alternatives, each a list of terms that all hold; no alternative at all takes everything. */
export interface Query {
  readonly any: readonly (readonly Term[])[];
  /** Primary language subtag, in lower case; null for every language. */
  readonly lang: string | null;
  /** In lower case, NFC; every phrase must be found. */
  readonly phrases: readonly Phrase[];
}

/** Why an expression is no query. */
export type Refusal =
  | { readonly reason: "unknown-topic"; readonly topic: string }
  | { readonly reason: "malformed"; readonly near: string }
  | { readonly reason: "too-many-terms" }
  | { readonly reason: "never-true" }
  | { readonly reason: "bad-language"; readonly lang: string }
  | { readonly reason: "too-many-words" };

/** The bounds of a query: work at the edge stays small whatever is asked. */
export const limits = { terms: 8, words: 8, searchLength: 200 } as const;

/** The parameters of an address that are part of its query. */
export const queryParameters = ["lang", "q"] as const;

/** Everything. */
export const everythingQuery: Query = { any: [], lang: null, phrases: [] };

/**
 * Reads an expression (already percent-decoded) and the parameters `lang` and `q`; others are ignored. Equal questions
 * give equal queries as far as order, repetition and terms that add nothing go.
 */
export function parseQuery(
  expression: string,
  parameters: URLSearchParams,
  isTopic: (id: string) => boolean,
): Query | Refusal {
  const any = parseExpression(expression, isTopic);
  if ("reason" in any) return any;
  const lang = parameters.get("lang")?.trim().toLowerCase() ?? "";
  if (lang !== "" && !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(lang)) return { reason: "bad-language", lang };
  const phrases = parsePhrases(parameters.get("q") ?? "");
  if ("reason" in phrases) return phrases;
  return { any, lang: lang === "" ? null : primaryLanguage(lang), phrases };
}

/** Tells a refusal from a query. */
export function isRefusal(result: Query | Refusal): result is Refusal {
  return "reason" in result;
}

/** The canonical spelling: the expression for the path, and the parameters with their question mark, if any. */
export function spellQuery({ any, lang, phrases }: Query): {
  readonly expression: string;
  readonly search: string;
} {
  const expression = any.length === 0 ? ALL : any.map(spellTerms).join(",");
  const parameters = new URLSearchParams();
  if (lang !== null) parameters.set("lang", lang);
  if (phrases.length > 0) parameters.set("q", spellPhrases(phrases));
  const search = parameters.toString();
  return { expression, search: search === "" ? "" : `?${search}` };
}

/** The topic a query is, where it is nothing but one, or `all`; null for every other query. */
export function plainTopic({ any, lang, phrases }: Query): string | null {
  if (lang !== null || phrases.length > 0 || any.length > 1) return null;
  if (any.length === 0) return ALL;
  const [terms = []] = any;
  const [only] = terms;
  return terms.length === 1 && only !== undefined && !only.not ? only.topic : null;
}

function spellTerms(terms: readonly Term[]): string {
  return terms.map(({ topic, not }) => (not ? `!${topic}` : topic)).join("+");
}

function spellPhrases(phrases: readonly Phrase[]): string {
  return phrases.map((words) => (words.length === 1 ? words.join() : `"${words.join(" ")}"`)).join(" ");
}

function parseExpression(expression: string, isTopic: (id: string) => boolean): Query["any"] | Refusal {
  const alternatives: Term[][] = [];
  let count = 0;
  let takesAll = false;
  for (const part of expression.split(",")) {
    const terms: Term[] = [];
    let possible = true;
    for (const word of part.split(/[+ ]/)) {
      const [, marks = "", topic = ""] = /^(!?)([a-z0-9-]+)$/.exec(word.toLowerCase()) ?? [];
      if (topic === "") return { reason: "malformed", near: word };
      if (topic !== ALL && !isTopic(topic)) return { reason: "unknown-topic", topic };
      count += 1;
      if (count > limits.terms) return { reason: "too-many-terms" };
      const not = marks === "!";
      if (topic === ALL) possible &&= !not;
      else terms.push({ topic, not });
    }
    const settled = settleTerms(terms);
    if (!possible || settled === null) continue;
    if (settled.length === 0) takesAll = true;
    alternatives.push(settled);
  }
  if (takesAll) return [];
  return alternatives.length === 0 ? { reason: "never-true" } : settleAlternatives(alternatives);
}

/** Terms in order, each once; null when one of them is also denied. */
function settleTerms(terms: readonly Term[]): Term[] | null {
  const byName = new Map(terms.map((term) => [spellTerms([term]), term]));
  if (terms.some((term) => byName.has(spellTerms([{ ...term, not: !term.not }])))) return null;
  return [...byName.values()].sort((a, b) => Number(a.not) - Number(b.not) || (a.topic < b.topic ? -1 : 1));
}

/** Alternatives in order, each once, without those that another one already takes: `a,a+b` is `a`. */
function settleAlternatives(alternatives: readonly Term[][]): Term[][] {
  const names = alternatives.map((terms) => new Set(terms.map((term) => spellTerms([term]))));
  const kept = alternatives.filter((_, index) => {
    return !names.some((other, at) => {
      const wider = at !== index && [...other].every((name) => names[index]?.has(name));
      return wider && (other.size < (names[index]?.size ?? 0) || at < index);
    });
  });
  return kept.sort((a, b) => (spellTerms(a) < spellTerms(b) ? -1 : 1));
}

function parsePhrases(text: string): readonly Phrase[] | Refusal {
  if (text.length > limits.searchLength) return { reason: "too-many-words" };
  const found = new Map<string, Phrase>();
  let count = 0;
  for (const [, quoted, bare] of text.matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/g)) {
    // A word with a hyphen or an apostrophe in it is a phrase of its parts.
    const phrase = searchWords(quoted ?? bare ?? "");
    if (phrase.length === 0) continue;
    count += phrase.length;
    found.set(phrase.join(" "), phrase);
  }
  const phrases = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, phrase]) => phrase);
  // The canonical spelling may be longer, by quotation marks around "a-b", and has to be a query itself.
  const isLong = count > limits.words || spellPhrases(phrases).length > limits.searchLength;
  return isLong ? { reason: "too-many-words" } : phrases;
}
