// findByline: who wrote the article, as the metadata or the lines around it say.

import type { Element } from "domhandler";
import { joinSpaces, trimEndSigns } from "../../characters.ts";
import { findDates } from "../../dates.ts";
import type { Claim } from "../../draft.ts";
import { textOf } from "../../elements.ts";
import { findCredits } from "../text/credits.ts";
import type { Place } from "../text/published.ts";
import type { Block } from "./blocks.ts";
import type { Metadata, Statement } from "./metadata.ts";
import { isSiteName } from "./siteName.ts";
import { conceptsOf } from "./tokens.ts";
import { ancestorsOf } from "./tree.ts";

const LABEL =
  /^(?:(?:(?:an |ein )?(?:article|story|artikel|beitrag|bericht|text|kommentar) )?(?:by|von)|(?:posted|written|submitted|published|reported|words) by|(?:geschrieben|erstellt|verfasst|veröffentlicht|gespeichert|eingereicht) von|(?:publié|écrit|soumis) par|(?:escrito|publicado|enviado) por|(?:scritto|pubblicato) da|par|por|di|av|door|autor(?:in)?|author|text|tác giả|bài|przez|af|tekst|yazan|автор)\s*[:：]?\s+/iu;
/** The same behind a date: "Posted on June 14, 2025 by Ann Lee". */
const BEHIND_DATE = /^[\s,|·•–—-]*(?:by|von|par|por|di|av|door|bởi|tác giả|przez|af)\s*[:：]?\s+(.+)$/iu;
/** What leads from a name to a date behind it: "By Ann Lee on June 14, 2025". */
const TO_DATE =
  /(?:[\s,|·•–—-]+(?:(?:posted|published|updated|last updated) )?(?:on|am|le|el|vom|den|at|in)?)\s*$/iu;
const ROLE = /\s*[,–—(/].*$/u;
/** What parts a name from the date and the section beside it. */
const BESIDE = /\s*[|•·].*$/u;
const NO_NAME =
  /https?:|www\.|@|^\s*(?:admin|administrator|no author|editor|staff|redaktion|redaktionen|redaction|rédaction|webmaster|author|unknown|guest|user|null|undefined)\s*$|^\d+\s|\d{3}/i;
/** Longest line that names somebody, in characters. */
const LONGEST_BYLINE = 300;
const LONGEST_NAME = 60;
/** How far above the first paragraph and below the last a byline may stand. */
const ABOVE = 14;
const BELOW = 4;

/** The names of those who wrote the article, in one line; null where the page does not say. `lang` is the article's. */
export function findByline(
  blocks: readonly Block[],
  place: Place,
  metadata: Metadata,
  lang: string,
): Claim<string> | null {
  // The site itself is named where no person is.
  let site: Claim<string> | null = null;
  for (const list of metadata.authors) {
    const claim = nameAuthors(list, metadata.siteName?.value ?? "");
    if (claim === null) continue;
    if (!isSiteName(claim.value, metadata)) return claim;
    site ??= claim;
  }
  return findNamed(blocks, place, lang) ?? site;
}

/** The names the lines around the article give. */
function findNamed(blocks: readonly Block[], place: Place, lang: string): Claim<string> | null {
  const from = Math.max(0, Math.min(place.title < 0 ? place.first : place.title, place.first) - ABOVE);
  const order = [
    ...blocks.slice(from, place.first + 3),
    ...blocks.slice(place.last + 1, place.last + 1 + BELOW),
  ];
  for (const block of order) {
    const { text, words } = block.facts.line;
    if (
      words > 16 ||
      words === 0 ||
      text.length > LONGEST_BYLINE ||
      block.facts.end === "sentence" ||
      block.index === place.title
    )
      continue;
    const dated = nameBesideDate(text) ?? nameInPart(block);
    if (dated !== null && isName(dated) && dated.includes(" ")) {
      return { value: dated, rule: "line that names an author", quote: text, line: block.index + 1 };
    }
    const card = nameOnCard(block);
    if (card !== null)
      return { value: card, rule: "name on the author's card", quote: text, line: block.index + 1 };
    const labelled = LABEL.test(text);
    const named = block.around.slice(0, 3).some(isOfAuthor);
    if (!labelled && !named) continue;
    const name = cleanName(text).replace(BESIDE, "");
    if (isName(name) && (labelled || name.includes(" "))) {
      return {
        value: name,
        rule: labelled ? "line that names an author" : "element named after the author",
        quote: text,
        line: block.index + 1,
      };
    }
  }
  const facts = blocks.map((block) => block.facts);
  return findCredits(facts, place, lang).byline;
}

function nameAuthors(statements: readonly Statement[], siteName: string): Claim<string> | null {
  const names = new Set<string>();
  for (const { value } of statements) {
    const name = cleanName(value);
    if (name !== "" && !NO_NAME.test(name) && name !== siteName) names.add(name);
  }
  const [first] = statements;
  if (names.size === 0 || first === undefined) return null;
  const quote = statements.map(({ value }) => value).join(", ");
  return { value: [...names].join(", "), rule: first.rule, quote, line: null };
}

/** The name a line gives beside its date, behind a label that says what it is; null where there is none. */
function nameBesideDate(text: string): string | null {
  const [date] = findDates(text, "UTC");
  if (date === undefined) return null;
  const behind = BEHIND_DATE.exec(text.slice(date.end))?.[1];
  const before = text.slice(0, date.start).replace(TO_DATE, "");
  const name = behind ?? (LABEL.test(before) ? before : null);
  return name === null ? null : trimEndSigns(cleanName(name).replace(BESIDE, ""), /[\s,]/);
}

/** True for an element named after the author. */
function isOfAuthor(element: Element): boolean {
  const concepts = conceptsOf(element);
  return (concepts.includes("author") || concepts.includes("byline")) && !concepts.includes("bio");
}

/** The name in the part of a line that is named after the author; null where there is none. */
function nameInPart({ nodes, around }: Block): string | null {
  const whole = new Set(around);
  for (const node of nodes) {
    const parts = ancestorsOf(node).slice(0, 3);
    const part = parts.find((element) => !whole.has(element) && isOfAuthor(element));
    if (part !== undefined) return cleanName(joinSpaces(textOf(part.children)));
  }
  return null;
}

/** The name on the card of the author (hCard, h-card: class `fn` or `p-name` in `vcard` or `h-card`), which may be one word. */
function nameOnCard({ nodes }: Block): string | null {
  for (const node of nodes) {
    const around = ancestorsOf(node).slice(0, 5);
    const name = around.find((element) => hasClass(element, /^(?:fn|p-name)$/));
    if (name === undefined || !around.some((element) => hasClass(element, /^(?:vcard|h-card|p-author)$/)))
      continue;
    const text = cleanName(joinSpaces(textOf(name.children)));
    if (text !== "" && text.length <= LONGEST_NAME && !NO_NAME.test(text)) return text;
  }
  return null;
}

function hasClass({ attribs }: Element, pattern: RegExp): boolean {
  return (attribs["class"] ?? "").split(/\s+/).some((name) => pattern.test(name));
}

function cleanName(text: string): string {
  return text.replace(LABEL, "").replace(/\s+/g, " ").trim();
}

/** True for one to some names: words that begin with capitals, in scripts that have them. */
function isName(text: string): boolean {
  const bare = text.replace(ROLE, "");
  const words = bare.split(/\s+/);
  if (bare === "" || NO_NAME.test(bare) || /\d/.test(bare) || words.length > 8) return false;
  return words.filter((word) => /^(?:\p{Lu}|\p{Lo})/u.test(word)).length >= Math.min(2, words.length);
}
