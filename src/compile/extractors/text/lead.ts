// findLead: the paragraph a source sets in front of its article, and the newspaper's signature it may open with.

import type { LineVerdict } from "../../draft.ts";
import type { Facts } from "./facts.ts";

/** A lead: its line, whether a later paragraph says it again, and how it was known. */
export interface Lead {
  readonly index: number;
  readonly repeated: boolean;
  readonly rule: string;
}

/** Fewer words are no lead. */
const SHORTEST_LEAD = 10;

/** The lead of an article whose lines have these verdicts, or null. */
export function findLead(
  facts: readonly Facts[],
  verdicts: readonly LineVerdict["verdict"][],
  title: number,
): Lead | null {
  const index = verdicts.indexOf("body");
  const fact = facts[index];
  if (fact === undefined || fact.line.words < SHORTEST_LEAD) return null;
  const later = verdicts.indexOf("body", index + 1);
  if (later < 0) return null;
  const words = squash(fact.text);
  const repeated = facts.some(
    (other, at) =>
      at > index &&
      verdicts[at] === "body" &&
      other.line.words > fact.line.words &&
      squash(other.text).includes(words),
  );
  if (repeated) return { index, repeated, rule: "lead repeated word for word inside a later paragraph" };
  if (stripSignature(fact.text).name !== null)
    return { index, repeated, rule: "paragraph opening with a newspaper's signature" };
  if (title >= 0 && later > index + 1)
    return { index, repeated, rule: "paragraph set apart between title and article" };
  return null;
}

function squash(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A newspaper's name before a lead: "Kinhtedothi - ", "(Soha.vn) - ", "TTO – ". */
const SIGNATURE =
  /^(?:\(([\p{L}\p{N}.]{2,20}(?:\s[\p{L}\p{N}.]{1,10})?)\)|(\p{Lu}[\p{L}\p{N}.]{1,15}))\s*[-–—]\s+(?=["“'‘]?[\p{Lu}\d])/u;

/** Parts a text from the signature it opens with; `name` is null where it has none. */
export function stripSignature(text: string): { readonly name: string | null; readonly text: string } {
  const match = SIGNATURE.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match === null || name === undefined
    ? { name: null, text }
    : { name, text: text.slice(match[0].length) };
}
