// Front matter: what stands between `---` (YAML) or `+++` (TOML), or as an object (JSON), at the top of a file, or there
// without fences, and what it claims.

import type { Draft, ExtractContext, Extraction, Fields, LineVerdict } from "./draft.ts";
import {
  type Entries,
  isSyntaxProblem,
  parseTomlEntries,
  parseYamlEntries,
  type Repeated,
  type SyntaxProblem,
} from "./frontmatter/entries.ts";
import type { Entry } from "./frontmatter/entry.ts";
import { readFields } from "./frontmatter/fields.ts";
import { readHeader } from "./frontmatter/header.ts";
import { findJson, parseJsonEntries } from "./frontmatter/json.ts";
import { guessKey, isField } from "./frontmatter/keys.ts";
import type { Problem } from "./problems.ts";

/** A text with its front matter taken off. */
export interface MatterSplit {
  /** The text with the lines of the front matter left empty, so that all others keep their numbers. */
  readonly body: string;
  /** What the front matter claims; null for a text that has none. */
  readonly fields: Fields | null;
  readonly problems: readonly Problem[];
  /** A verdict on each of its lines. */
  readonly lines: readonly LineVerdict[];
}

const FENCES =
  /^(?:---(?<lang>yaml|json|toml)?|(?<toml>\+{3}))[ \t]*\n(?<matter>.*?)(?<=\n)(?:---|\.\.\.|\+{3})[ \t]*(?:\n|$)/s;

/**
 * Takes front matter off a text. `strict` is for kinds of file that are expected to carry it: broken front matter is
 * an error there, while a capture that merely begins with a rule is left as it is.
 */
export function splitFrontMatter(
  text: string,
  path: string,
  context: ExtractContext,
  strict: boolean,
): MatterSplit {
  const none: MatterSplit = { body: text, fields: null, problems: [], lines: [] };
  const found = findMatter(text, strict);
  if (found === null) {
    const header = strict ? readHeader(text) : null;
    if (header !== null) {
      const taken = takeOff(text, header.rows, header.entries, { path, offset: 0 }, context);
      const [unread] = taken.problems.filter(({ level }) => level === "error");
      const isText = unread !== undefined && !header.isMeant;
      return isText ? { ...none, problems: [noteText(unread)] } : taken;
    }
    return isLeftOpen(text, strict) ? { ...none, fields: {}, problems: [refuseOpen(path, text)] } : none;
  }
  const { matter, whole, offset, language } = found;
  const parsed = PARSERS[language](matter);
  if (isSyntaxProblem(parsed)) {
    const rows = matter.split("\n");
    const begins = strict && (language === "JSON" || KEY.test(rows.find((row) => row.trim() !== "") ?? ""));
    if (!begins && !rows.some(statesField)) return none;
    const what = `the front matter is broken: ${parsed.what}`;
    const line = parsed.line + offset;
    return { ...none, fields: {}, problems: [{ path, line, level: "error", what, fix: FIXES[language] }] };
  }
  if (!strict && !parsed.top.some(({ key }) => isField(key))) return none;
  const rows = whole.replace(/\n$/, "").split("\n").length;
  const taken = takeOff(text, rows, parsed.top, { path, offset }, context);
  const doubts = (parsed.repeated ?? []).map((each) => warnOfRepeated(each, path, offset));
  return { ...taken, problems: [...doubts, ...taken.problems] };
}

/** What to say of lines that begin like metadata and are none. */
function noteText({ path, line, what, fix }: Problem): Problem {
  const alike = "lines that are read as text";
  const said = `${what}, so the first lines are read as text and not as metadata`;
  return { path, line, level: "note", what: said, fix: `${fix} if they are metadata`, alike };
}

/** Takes the first lines off a text, which these entries were read from; `offset` is added to the lines of those. */
function takeOff(
  text: string,
  count: number,
  entries: readonly Entry[],
  { path, offset }: { readonly path: string; readonly offset: number },
  context: ExtractContext,
): MatterSplit {
  const { fields, problems, unknown } = readFields(entries, { path, offset, rule: "front matter" }, context);
  const rows = text.split("\n", count);
  // The last of them may be the last of the file.
  const length = Math.min(
    text.length,
    rows.reduce((sum, row) => sum + row.length + 1, 0),
  );
  const ends = text.endsWith("\n", length) ? count : count - 1;
  return {
    body: "\n".repeat(ends) + text.slice(length),
    fields,
    problems: [...problems, ...unknown.flatMap((entry) => warnOfSlip(entry, path, offset))],
    lines: rows.flatMap((row, index) => (row.trim() === "" ? [] : [judge(row, index)])),
  };
}

interface Matter {
  readonly language: "YAML" | "TOML" | "JSON";
  readonly matter: string;
  /** The same with its fences. */
  readonly whole: string;
  /** How many lines stand above it. */
  readonly offset: number;
}

const PARSERS: Readonly<Record<Matter["language"], (text: string) => Entries | SyntaxProblem>> = {
  JSON: parseJsonEntries,
  TOML: parseTomlEntries,
  YAML: parseYamlEntries,
};

const FIXES: Readonly<Record<Matter["language"], string>> = {
  JSON: "Correct the JSON at the top of the file",
  TOML: "Correct the TOML between the +++ lines",
  YAML: "Correct the YAML between the --- lines; texts with a colon need quotes",
};

function findMatter(text: string, strict: boolean): Matter | null {
  const match = FENCES.exec(text);
  const { matter, toml, lang } = match?.groups ?? {};
  if (match !== null && matter !== undefined) {
    const isToml = toml !== undefined || lang === "toml";
    return { language: isToml ? "TOML" : "YAML", matter, whole: match[0], offset: 1 };
  }
  const json = strict ? findJson(text) : null;
  return json === null ? null : { language: "JSON", matter: json, whole: json, offset: 0 };
}

/** How a line of front matter begins. */
const KEY = /^["']?([A-Za-z][\w-]*)["']?\s*[:=]/;

function statesField(line: string): boolean {
  return isField(KEY.exec(line)?.[1] ?? "");
}

/** True for a text that has front matter below a first fence, and no second one: in a capture, nothing else up to a blank line. */
function isLeftOpen(text: string, strict: boolean): boolean {
  const block = /^(?:---(?:yaml|toml|json)?|\+{3})[ \t]*\n(.+?)(?:\n[ \t]*\n|\s*$)/s.exec(text)?.[1];
  const rows = block?.split("\n") ?? [];
  if (strict && statesField(rows[0] ?? "")) return true;
  return rows.some(statesField) && rows.every((row) => KEY.test(row) || INNER.test(row));
}

/** A line inside a value, or between values. */
const INNER = /^(?:\s|[-#\]}[{]|$)/;

function refuseOpen(path: string, text: string): Problem {
  const fence = text.startsWith("+++") ? "+++" : "---";
  const fix = `Write ${fence} on a line of its own below it, or a blank line under the first one if it is a rule`;
  return { path, line: 1, level: "error", what: "the front matter is not closed", fix };
}

/** The draft with the claims of the fields in place of its own; those they do not make stay. */
export function overrideDraft(draft: Draft, fields: Fields): Draft {
  return { ...draft, ...fields, titleDerived: fields.title === undefined ? draft.titleDerived : false };
}

/**
 * An extraction corrected by the front matter above it. Where the file holds several articles, only what they can
 * share is taken over.
 */
export function overrideExtraction(extraction: Extraction, split: MatterSplit): Extraction {
  if (split.fields === null) return { ...extraction, problems: [...split.problems, ...extraction.problems] };
  const { title: _, id: __, summary: ___, lead: ____, ...shared } = split.fields;
  const fields = extraction.drafts.length > 1 ? shared : split.fields;
  const isBroken = split.problems.some(({ level }) => level === "error");
  return {
    ...extraction,
    drafts: isBroken ? [] : extraction.drafts.map((draft) => overrideDraft(draft, fields)),
    lines: [...split.lines, ...extraction.lines],
    problems: [...split.problems, ...extraction.problems],
  };
}

function judge(row: string, index: number): LineVerdict {
  return { line: index + 1, text: row.trim(), verdict: "metadata", rule: "front matter", place: 0 };
}

function warnOfRepeated({ key, first, last }: Repeated, path: string, offset: number): Problem {
  const what = `\`${key}\` stands in line ${first + offset} and here, with another value; this one counts`;
  const alike = "keys that stand twice";
  return { path, line: last + offset, level: "warning", what, fix: "Take one of them out", alike };
}

function warnOfSlip({ key, line }: Entry, path: string, offset: number): Problem[] {
  const meant = guessKey(key);
  if (meant === null) return [];
  const what = `the front matter has \`${key}\`, which is not read`;
  return [
    {
      path,
      line: line + offset,
      level: "warning",
      what,
      fix: `Write \`${meant}\` if that is what was meant`,
      alike: "keys that are not read",
    },
  ];
}
