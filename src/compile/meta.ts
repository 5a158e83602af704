// applyMeta: the file beside a capture (NAME.meta.toml) that corrects what was understood, without touching it.

import { namesById } from "./correction.ts";
import type { Draft, ExtractContext, NamedCorrection } from "./draft.ts";
import { type Entries, isSyntaxProblem, type SyntaxProblem } from "./frontmatter/entries.ts";
import type { Entry } from "./frontmatter/entry.ts";
import { readFields } from "./frontmatter/fields.ts";
import { guessKey } from "./frontmatter/keys.ts";
import { overrideDraft } from "./frontmatter.ts";
import { hasErrors, type Problem } from "./problems.ts";

/** What the drafts became. */
export interface Corrected {
  readonly drafts: readonly Draft[];
  /** Those for an article that is named by its id. */
  readonly corrections: readonly NamedCorrection[];
  readonly problems: readonly Problem[];
}

/** How the name of such a file ends: `a.txt` has `a.txt.meta.toml`. */
export const META_ENDING = ".meta.toml";

/** A meta file as `parseTomlEntries` reads it. */
export type ParsedMeta = Entries | SyntaxProblem;

/**
 * Corrects drafts by their meta file. Keys at the top are for the one article of a capture, and for what the articles of
 * a digest share; `[[article]]` tables with `place = 1` and so on, or with `id = "urn:uuid:…"`, are for one of several.
 * Anything that cannot be read, an unknown key or a place that is not there is an error with its line, and none of the
 * drafts is published then: what could not be read may be that one was taken back, or has to wait.
 */
export function applyMeta(
  drafts: readonly Draft[],
  parsed: ParsedMeta,
  metaPath: string,
  context: ExtractContext,
): Corrected {
  if (isSyntaxProblem(parsed)) {
    const what = `the file is no TOML: ${parsed.what}`;
    return refused([{ path: metaPath, line: parsed.line, level: "error", what, fix: "Correct the line" }]);
  }
  const problems: Problem[] = [];
  const fail = (line: number, what: string, fix: string) => {
    problems.push({ path: metaPath, line, level: "error", what, fix });
  };
  const read = (entries: readonly Entry[], corrected: readonly Draft[]) => {
    const place = { path: metaPath, offset: 0, rule: "meta file" };
    const [lang = null, ...others] = new Set(corrected.map((draft) => draft.lang?.value ?? null));
    const reading = readFields(entries, place, context, others.length === 0 ? lang : null);
    for (const problem of reading.problems) problems.push(problem);
    for (const { key, value, line } of reading.unknown) {
      if (key === "article" && typeof value === "object") {
        const fix = "Write [[article]] with two brackets, once for each article";
        fail(line, "[article] is one table", fix);
        continue;
      }
      const meant = guessKey(key);
      const fix = meant === null ? "Take the line out" : `Write \`${meant}\` if that is what was meant`;
      fail(line, `\`${key}\` is no field of an article`, fix);
    }
    return reading.fields;
  };
  const { title, id, summary, lead, ...shared } = read(parsed.top, drafts);
  if (drafts.length > 1) {
    for (const claim of [title, id, summary, lead]) {
      if (claim?.line == null) continue;
      fail(
        claim.line,
        "the capture holds several articles, which cannot share this",
        "Put it into an [[article]] table with place = 1, 2, …",
      );
    }
  }
  const own = {
    ...(title && { title }),
    ...(id && { id }),
    ...(summary && { summary }),
    ...(lead && { lead }),
  };
  const corrected = drafts.map((draft) =>
    overrideDraft(draft, drafts.length > 1 ? shared : { ...shared, ...own }),
  );
  const indexes = new Map(corrected.map((draft, index) => [draft.place + 1, index]));
  const corrections = new Map<string | null, NamedCorrection>();
  for (const [name, tables] of parsed.tables) {
    for (const table of tables) {
      const line = table[0]?.line ?? 1;
      if (name !== "article") {
        fail(line, `[[${name}]] is no table of a meta file`, "Write [[article]]");
        continue;
      }
      const stated = table.find(({ key }) => key === "place");
      const place = stated === undefined ? null : Number(stated.value);
      const index = (place === null ? undefined : indexes.get(place)) ?? -1;
      const draft = corrected[index];
      const fields = read(
        table.filter((entry) => entry !== stated),
        draft === undefined ? corrected : [draft],
      );
      const correction = { id: fields.id?.value ?? null, place, path: metaPath, line };
      if (draft === undefined && place !== null) {
        fail(line, "the capture has no article at this place", choosePlace(drafts.length));
      } else if (namesById(correction)) {
        const twice = corrections.has(correction.id);
        if (twice) fail(line, `${correction.id} has a table already`, "Put both into one");
        else corrections.set(correction.id, { ...correction, fields });
      } else if (draft === undefined) {
        const fix = 'Write place = 1, 2, … or id = "urn:uuid:…", as ledger.jsonl has it';
        fail(line, "the [[article]] table does not say which article it is for", fix);
      } else corrected[index] = { ...overrideDraft(draft, fields), correction };
    }
  }
  return hasErrors(problems)
    ? refused(problems)
    : { drafts: corrected, corrections: [...corrections.values()], problems };
}

/** What to do about a place where no article is, by how many there are. */
function choosePlace(articles: number): string {
  if (articles === 0) return "Look at npm run inspect for what was cut, and why";
  if (articles === 1) return "It has one article: write place = 1, or no [[article]] table";
  return `Give the [[article]] table a place from 1 to ${articles}`;
}

/** The address a meta file states for all of a capture, which is read with it; null for none. */
export function sourceIn(parsed: ParsedMeta, context: ExtractContext): string | null {
  // What is wrong with it is told when it is applied.
  if (isSyntaxProblem(parsed)) return null;
  const { fields } = readFields(parsed.top, { path: "", offset: 0, rule: "" }, context, null);
  return fields.sourceUrl?.value ?? null;
}

function refused(problems: readonly Problem[]): Corrected {
  return { drafts: [], corrections: [], problems };
}
