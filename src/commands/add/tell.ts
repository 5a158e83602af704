// tellAdded: what was understood of what was added, and what the publisher may want to do about it.

import type { Claim } from "../../compile/draft.ts";
import { META_ENDING } from "../../compile/meta.ts";
import { describeProblem } from "../../compile/problems.ts";
import type { ReadDraft } from "../../compile/read.ts";
import { advise } from "./advice.ts";
import type { Advice } from "./arrival.ts";
import type { Added } from "./bring.ts";

/** More articles than these are told in a row each. */
const most = 3;

/** Several lines for people; `shown` is the seeds folder as it is called in messages. */
export function tellAdded(added: Added, shown: string): string {
  const { path, done, reading, relations } = added;
  const head = `${shown}${path} ${done === "there already" ? "is there already" : `was ${done}`}`;
  if (done === "there already") return `${head}\n`;
  const { articles, extraction } = reading;
  const lines = [`${head}: ${extraction.kind}`];
  if (articles.length > most) for (const one of articles) lines.push(`  ${dayOf(one)}  ${one.title}`);
  else for (const one of articles) lines.push(...describe(one));
  const tell = ({ what, fix }: Advice): void => void lines.push(`  note: ${what}. ${fix}.`);
  added.notes.forEach(tell);
  advise(added, `${shown}${path}${META_ENDING}`, shown).forEach(tell);
  for (const problem of [...reading.problems, ...relations.problems])
    lines.push(`  ${describeProblem(problem, shown)}`);
  return `${lines.join("\n")}\n`;
}

function describe({ title, text, lang, source, draft, accepted, topicIds }: ReadDraft): string[] {
  const rows: (readonly [string, string, string])[] = [
    ["title", title, because(draft.title)],
    ["date", draft.published?.value ?? "none is stated", because(draft.published)],
    ["language", lang, because(draft.lang)],
    ["byline", accepted.byline ?? "–", because(draft.byline)],
    ["source", source ?? "–", because(draft.sourceUrl)],
    ["topics", topicIds.join(", ") || "–", ""],
    ["words", String(countWords(text)), ""],
  ];
  return rows.map(([name, value, why]) => `  ${name.padEnd(9)}${value}${why === "" ? "" : `  (${why})`}`);
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/u).length;
}

function dayOf({ draft }: ReadDraft): string {
  return draft.published?.value.slice(0, 10) ?? "no date   ";
}

function because(claim: Claim<unknown> | null): string {
  if (claim === null) return "";
  return claim.line === null ? claim.rule : `${claim.rule}, line ${claim.line}`;
}
