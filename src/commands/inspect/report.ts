// The report of inspect: what was understood of a file and why, for a terminal and as JSON.

import { styleText } from "node:util";
import type { FileReport, Understood } from "../../compile/compile.ts";
import type { Claim, LineVerdict } from "../../compile/draft.ts";
import type { Problem } from "../../compile/problems.ts";
import type { TopicMatch } from "../../compile/topics.ts";
import { spellCount } from "../command.ts";

/** What `inspect --json` prints for one file. */
export function reportAsJson(report: FileReport) {
  return {
    kind: report.extraction.kind,
    articles: report.articles.map(articleAsJson),
    warnings: report.problems.map(({ line, level, what, fix }) => ({ line, level, what, fix })),
    lines: report.extraction.lines,
  };
}

function articleAsJson({ article, draft, topics, recognition, captures }: Understood) {
  return {
    id: article.id,
    title: article.title,
    titleDerived: article.titleDerived,
    published: draft.published?.value ?? null,
    updated: draft.updated?.value ?? null,
    firstSeen: article.firstSeen,
    lang: article.lang,
    byline: article.byline,
    source: article.source?.name ?? null,
    sourceUrl: article.source?.url ?? null,
    lead: draft.lead?.value ?? null,
    summary: article.summary,
    text: article.text,
    html: article.html,
    image: article.image,
    captions: article.captions,
    enclosures: article.enclosures,
    topics: article.topics,
    otherCaptures: captures,
    evidence: {
      title: draft.title,
      published: draft.published,
      updated: draft.updated,
      lang: draft.lang,
      byline: draft.byline,
      source: draft.sourceName,
      sourceUrl: draft.sourceUrl,
      image: draft.image,
      topics,
      identity: recognition === null ? null : { by: recognition.by, likeness: recognition.likeness },
    },
  };
}

type Style = Parameters<typeof styleText>[0];

/** One file for a terminal. `columns` is its width; colours are used where `colours` says so. */
export function reportAsText(report: FileReport, path: string, columns: number, colours: boolean): string {
  const paint = (style: Style, text: string): string =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  const out: string[] = [paint("bold", path), `  ${report.extraction.kind}`];
  for (const problem of report.problems) out.push(`  ${describeAt(problem, paint)}`);
  report.articles.forEach((one, index) => {
    out.push("", ...describeArticle(one, index, paint));
  });
  if (report.extraction.lines.length > 0) {
    out.push("", paint("bold", "  Line by line"));
    const widest = longestOf(report.extraction.lines.map((line) => line.rule));
    for (const line of report.extraction.lines) {
      out.push(describeLine(line, report.articles.length, widest, columns, paint));
    }
  }
  return `${out.join("\n")}\n`;
}

/** Many files at a glance: one row each. */
export function reportsAsTable(reports: readonly { path: string; report: FileReport }[]): string {
  const rows = reports.map(({ path, report }) => {
    const kept = report.extraction.lines.filter((line) => line.verdict !== "cut").length;
    const dated = report.articles.filter((one) => one.article.published !== null).length;
    const errors = report.problems.filter((problem) => problem.level === "error").length;
    return [
      path,
      String(report.articles.length),
      String(dated),
      [...new Set(report.articles.map((one) => one.article.lang))].join(" "),
      `${kept}/${report.extraction.lines.length}`,
      String(errors),
      String(report.problems.length - errors),
    ];
  });
  const table = [["file", "articles", "dated", "lang", "lines kept", "errors", "warnings"], ...rows];
  const widths = (table[0] ?? []).map((_, column) => longestOf(table.map((row) => row[column] ?? "")));
  return `${table
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")}\n`;
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((longest, { length }) => Math.max(longest, length), 0);
}

type Paint = (style: Style, text: string) => string;

function describeAt(problem: Problem, paint: Paint): string {
  const colour = problem.level === "error" ? "red" : "yellow";
  const line = problem.line === null ? "" : `line ${problem.line}: `;
  return paint(colour, `${problem.level}: ${line}${problem.what}. ${problem.fix}.`);
}

function describeArticle(one: Understood, index: number, paint: Paint): string[] {
  const { article, draft } = one;
  const identity =
    one.recognition === null
      ? "not seen before"
      : `known by ${one.recognition.by}, ${Math.round(one.recognition.likeness * 100)} % alike`;
  const rows: [string, string, string][] = [
    ["title", article.title, article.titleDerived ? "made from the first clause" : because(draft.title)],
    [
      "date",
      draft.published?.value ?? `none stated; first seen ${article.firstSeen}`,
      because(draft.published),
    ],
    ["language", article.lang, because(draft.lang)],
    ["byline", article.byline ?? "–", because(draft.byline)],
    [
      "source",
      [article.source?.name, article.source?.url].filter(Boolean).join(" ") || "–",
      because(draft.sourceUrl),
    ],
    ["id", article.id, identity],
  ];
  if (article.image !== null) {
    rows.push([
      "image",
      article.image,
      draft.image === null ? "first picture of the text" : because(draft.image),
    ]);
  }
  for (const { url, type, length } of article.enclosures) {
    rows.push(["file", url, length === null ? type : `${type}, ${length} bytes`]);
  }
  const lines = rows.map(([name, value, why]) => {
    return `  ${paint("dim", name.padEnd(9))}${value}${why === "" ? "" : `  ${paint("dim", `(${why})`)}`}`;
  });
  const topics = one.topics.map((topic) => describeTopic(topic, paint));
  if (topics.length > 0) lines.push(`  ${paint("dim", "topics")}`, ...topics);
  for (const caption of article.captions) lines.push(`  ${paint("dim", "caption".padEnd(9))}${caption}`);
  const words = spellCount(article.text.split(/\s+/u).length, "word");
  const heading = `  Article ${index + 1}: ${words} in ${spellCount(article.text.split("\n").length, "paragraph")}`;
  return [paint("bold", heading), ...lines];
}

function because(claim: Claim<unknown> | null): string {
  if (claim === null) return "";
  return claim.line === null ? claim.rule : `${claim.rule}, line ${claim.line}`;
}

function describeTopic(topic: TopicMatch, paint: Paint): string {
  const evidence = topic.evidence.map(
    ({ phrase, place, count }) => `"${phrase}" ${place}${count > 1 ? ` ×${count}` : ""}`,
  );
  const row = `${topic.id.padEnd(28)} ${String(topic.weight).padStart(3)}  ${evidence.join(", ")}`;
  return topic.assigned
    ? `    ${paint("green", "✓")} ${row}`
    : `    ${paint("dim", `· ${row} (in passing)`)}`;
}

const verdictStyle: Readonly<Record<LineVerdict["verdict"], Style>> = {
  title: ["green", "bold"],
  lead: "green",
  body: "green",
  caption: "cyan",
  metadata: "cyan",
  cut: "dim",
};

function describeLine(
  line: LineVerdict,
  articles: number,
  widest: number,
  columns: number,
  paint: Paint,
): string {
  const place = line.place !== null && articles > 1 ? ` ${line.place + 1}` : "";
  const verdict = `${line.verdict}${place}`.padEnd(9);
  const head = `  ${String(line.line).padStart(5)} ${line.verdict === "cut" ? "-" : "+"} ${verdict} ${line.rule.padEnd(widest)} `;
  const room = Math.max(20, columns - head.length);
  const letters = [...line.text.replace(/\s+/gu, " ").trim()];
  const text = letters.length > room ? `${letters.slice(0, room - 1).join("")}…` : letters.join("");
  return paint(verdictStyle[line.verdict], head + text);
}
