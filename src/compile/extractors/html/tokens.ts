// conceptsOf: what an element is called by its template, in its class, id, role and other naming attributes.

import type { Element } from "domhandler";
import { KnownWords } from "../../characters/knownWords.ts";
import { CONCEPTS } from "./concepts.ts";

const NAMING = [
  "class",
  "id",
  "role",
  "data-testid",
  "data-component",
  "data-qa",
  "data-type",
  "data-module",
  "data-name",
];
/** What the commonest of publishing systems says in the class of a post: its state, and where its author filed it. */
const FILED = /(?<!\S)(?:status|category|tag|series|format|author|post_tag)-\S+/g;
/** Words shorter than this are found only as whole parts of a name. */
const LONG = 6;

const conceptsByWord = new Map<string, string[]>();
for (const [concept, words] of Object.entries(CONCEPTS)) {
  for (const word of words.split(" "))
    conceptsByWord.set(word, [...(conceptsByWord.get(word) ?? []), concept]);
}
const longWords = [...conceptsByWord.keys()].filter((word) => word.length >= LONG);
/** Names made by machines are many, and of most pages their own. */
const knownWords = new KnownWords(8000, learnConcepts);
const knownElements = new WeakMap<Element, readonly string[]>();

/** The concepts an element is named after, without repeats: `articleBody__share-bar` → article, body, share. */
export function conceptsOf(element: Element): readonly string[] {
  const found = knownElements.get(element);
  if (found !== undefined) return found;
  const concepts = new Set<string>();
  for (const attribute of NAMING) {
    const value = element.attribs[attribute];
    if (value === undefined || value.length > 600) continue;
    const names =
      attribute === "class" && value.includes("status-publish") ? value.replace(FILED, "") : value;
    for (const word of names.replace(/([a-z])([A-Z])/g, "$1 $2").split(/[^A-Za-z]+/)) {
      for (const concept of conceptsOfWord(word.toLowerCase())) concepts.add(concept);
    }
  }
  const property = element.attribs["itemprop"] ?? element.attribs["property"];
  if (property !== undefined && property.length < 40)
    concepts.add(`property ${property.toLowerCase().replace(/^.*:/, "")}`);
  const list = [...concepts];
  knownElements.set(element, list);
  return list;
}

function conceptsOfWord(word: string): readonly string[] {
  return word.length < 2 ? [] : knownWords.get(word);
}

function learnConcepts(word: string): readonly string[] {
  const exact = conceptsByWord.get(word);
  const inside = () =>
    longWords.filter((part) => word.includes(part)).flatMap((part) => conceptsByWord.get(part) ?? []);
  return exact ?? (word.length > LONG ? [...new Set(inside())] : []);
}
