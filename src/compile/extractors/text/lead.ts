// findLead: the paragraph a source sets in front of its article, and the newspaper's signature it may open with.

import type { Mark } from "../mark.ts";
import type { Facts } from "./facts.ts";

/** A lead: its line, whether a later paragraph says it again, and how it was known. */
export interface Lead {
  readonly index: number;
  readonly repeated: boolean;
  readonly rule: string;
}

/** Fewer words are no lead. */
const SHORTEST_LEAD = 10;

/** The lead of an article whose lines are marked so, or null. `title` is the title's index or -1. */
export function findLead(facts: readonly Facts[], marks: readonly Mark[], title: number): Lead | null {
  const index = marks.findIndex(({ verdict }) => verdict === "body");
  const later = marks.findIndex(({ verdict }, at) => at > index && verdict === "body");
  const fact = facts[index];
  if (fact === undefined || later < 0 || fact.line.words < SHORTEST_LEAD) return null;
  const words = squash(fact.text);
  const repeated = facts.some(
    (other, at) =>
      at > index &&
      marks[at]?.verdict === "body" &&
      other.line.words > fact.line.words &&
      squash(other.text).includes(words),
  );
  if (repeated) return { index, repeated, rule: "lead repeated word for word inside a later paragraph" };
  if (stripSignature(fact.text).name !== null) {
    return { index, repeated, rule: "paragraph opening with a newspaper's signature" };
  }
  const apart = later > index + 1 && setsApart(facts[index + 1], marks[index + 1]);
  return title >= 0 && apart
    ? { index, repeated, rule: "paragraph set apart between title and article" }
    : null;
}

/** True for what stands between a lead and the article: a picture, its caption, a date, a name. */
function setsApart(fact: Facts | undefined, mark: Mark | undefined): boolean {
  return fact?.line.words === 0 || mark?.verdict === "caption" || mark?.verdict === "metadata";
}

function squash(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A newspaper's name before a lead: "Kinhtedothi - ", "(Soha.vn) - ", "QĐND Online – ". */
const SIGNATURE =
  /^(?:\(([\p{L}\p{N}.]{2,20}(?:\s[\p{L}\p{N}.]{1,10})?)\)|(\p{Lu}[\p{L}\p{N}.]{1,15}|\p{Lu}{2,6}\sOnline))\s*[-–—]\s+(?=["“'‘]?[\p{Lu}\d])/u;

/** Parts a text from the signature it opens with; `name` is null where it has none. */
export function stripSignature(text: string): { readonly name: string | null; readonly text: string } {
  const match = SIGNATURE.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match === null || name === undefined
    ? { name: null, text }
    : { name, text: text.slice(match[0].length) };
}
