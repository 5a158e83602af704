// keepArticle: of a web page that was saved as Markdown, with all that stands around its article, the article.

import type { Draft, ExtractContext, LineVerdict } from "../../draft.ts";
import type { NoiseName } from "../../noise.ts";
import { type Facts, factsOf } from "../text/facts.ts";
import { readLines } from "../text/lines.ts";
import { splitRows } from "../text/rows.ts";
import { unwrapRows } from "../text/unwrap.ts";
import { extractText } from "../text.ts";
import { parseBlocks } from "./parser.ts";

/** A page that was saved as Markdown. */
export interface Clipping {
  /** What its lines say of the article. */
  readonly draft: Draft;
  /** The Markdown of the article. */
  readonly article: string;
  readonly lines: readonly LineVerdict[];
}

/** What pages have for their readers to press. No author writes several kinds of it into an article. */
const PRESSED: ReadonlySet<NoiseName> = new Set<NoiseName>([
  "site navigation",
  "share button",
  "account link",
  "advertisement",
  "comment control",
  "heading of comments",
  "call to subscribe",
  "player control",
]);

const leastKinds = 4;
const leastPressedKinds = 2;
const leastPressed = 4;

/** The article of such a page; null for a text an author wrote, which is published as it is. */
export function keepArticle(text: string, path: string, context: ExtractContext): Clipping | null {
  if (!isPage(readLines(unwrapRows(splitRows(text)).rows).map(factsOf))) return null;
  const { drafts, lines } = extractText(text, path, context);
  const [draft] = drafts;
  if (draft === undefined || drafts.length > 1) return null;
  const { kept, alone } = keptRows(text, lines);
  const article = text.split("\n").flatMap((row, index) => {
    if (alone.has(index + 1)) return [row.trim(), ""];
    return [kept.has(index + 1) || isReference(row) ? row : ""];
  });
  return {
    draft: { ...draft, lead: null, summary: null },
    article: article.join("\n"),
    lines: lines.map((line) =>
      kept.has(line.line) && line.verdict === "cut" ? { ...line, verdict: "body", place: 0 } : line,
    ),
  };
}

/** True where several kinds of clutter stand around the text. Headings and lists in the author's words are none. */
function isPage(facts: readonly Facts[]): boolean {
  const counts = new Map<NoiseName, number>();
  for (const fact of facts) {
    const [kind] = fact.noise;
    if (kind === undefined || fact.prose > 0 || !mayBeClutter(fact)) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const pressed = [...counts].filter(([kind]) => PRESSED.has(kind));
  return (
    counts.size >= leastKinds &&
    pressed.length >= leastPressedKinds &&
    pressed.reduce((sum, [, count]) => sum + count, 0) >= leastPressed
  );
}

function mayBeClutter({ line: { shape, raw } }: Facts): boolean {
  if (shape === "bullet") return isLinks(raw);
  return shape === "text" && !/^(?: {4}|\t|\s*\|)/.test(raw);
}

/** True for a line that holds no words but those of links. */
function isLinks(raw: string): boolean {
  if (!raw.includes("](")) return false;
  const rest = raw.replace(/!?\[[^[\]]*\]\([^()]*\)/g, "");
  return (rest.match(/\p{L}/gu)?.length ?? 0) < 3;
}

/** A line that only says what others refer to: it shows nothing by itself. */
function isReference(row: string): boolean {
  return /^ {0,3}\[[^[\]]+\]:\s*\S/.test(row);
}

interface Rows {
  /** Numbers of the lines that are the article's: whole blocks, and the pictures beside them. */
  readonly kept: ReadonlySet<number>;
  /** Those of them that are paragraphs by themselves, though nothing parts them from clutter. */
  readonly alone: ReadonlySet<number>;
}

function keptRows(text: string, lines: readonly LineVerdict[]): Rows {
  const verdicts = new Map(lines.map((line) => [line.line, line.verdict]));
  const isBody = (row: number) => /^(?:body|lead)$/.test(verdicts.get(row) ?? "");
  const kept = new Set([...verdicts.keys()].filter(isBody));
  const alone = new Set<number>();
  for (const { map, type } of parseBlocks(text)) {
    if (map === null || !/^(?:inline|fence|code_block|table_open)$/.test(type)) continue;
    const rows = Array.from({ length: map[1] - map[0] }, (_, index) => map[0] + index + 1);
    const own = rows.filter(isBody);
    if (own.length === 0 || own.length === rows.length) continue;
    for (const row of type === "inline" ? own : rows) (type === "inline" ? alone : kept).add(row);
  }
  lines.forEach(({ line, text: words, verdict }, index) => {
    const isPicture = verdict === "cut" && /^!\[[^\]]*\]\([^)]*\)$/.test(words);
    const beside = [lines[index - 1], lines[index + 1]];
    if (isPicture && beside.every((each) => /^(?:body|lead|caption)$/.test(each?.verdict ?? "")))
      kept.add(line);
  });
  return { kept, alone };
}
