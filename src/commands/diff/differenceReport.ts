// The report of diff: what subscribers would see, for a terminal and as JSON.

import type { Alarm, Differences, Listed, Listing } from "../../compile/identity/differences.ts";
import { spellCount } from "../command.ts";

/** So many articles are listed of each sort; the rest is counted. */
const shown = 40;

/** What `diff --json` prints. */
export function differencesAsJson(differences: Differences, against: string, before: Listing): string {
  const { added, changed, retracted, leftOut, returned, unchanged, feeds, alarms } = differences;
  const report = {
    against,
    complete: before.complete,
    new: added.map(asJson),
    changed: changed.map(asJson),
    retracted: retracted.map(asJson),
    leftOut: leftOut.map(asJson),
    returned: returned.map(asJson),
    unchanged,
    feeds,
    alarms: alarms.map(({ article, known, why }) => ({
      why,
      article: asJson(article),
      known: asJson(known),
    })),
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

function asJson({ id, title, dated, from, topics }: Listed) {
  return { id, title, date: dated, file: from, topics };
}

/** The report for people. */
export function differencesAsText(differences: Differences, against: string, before: Listing): string {
  const { added, changed, retracted, leftOut, returned, unchanged, feeds, alarms } = differences;
  const out = [
    `Against ${against} (${spellCount(before.articles.length, "article")}${before.complete ? "" : ", not all it has: what is older than these is not compared"}):`,
    `${added.length} new, ${changed.length} changed, ${retracted.length} retracted, ${leftOut.length} left out, ${returned.length} come back, ${unchanged} as they were.`,
    ...listArticles("New", "+", added),
    ...listArticles("Changed", "~", changed),
    ...listArticles("Retracted", "-", retracted),
    ...listArticles(
      "Left out for now: their files have errors, or their dates are still to come",
      "-",
      leftOut,
    ),
    ...listArticles("Come back", "+", returned),
    ...tabulate(feeds),
    ...describeAlarms(alarms),
  ];
  return `${out.join("\n")}\n`;
}

function listArticles(heading: string, sign: string, articles: readonly Listed[]): string[] {
  if (articles.length === 0) return [];
  const lines = articles
    .slice(0, shown)
    .map(
      ({ title, dated, from }) =>
        `  ${sign} ${dated.slice(0, 10)}  ${title}${from === null ? "" : `  (${from})`}`,
    );
  const rest = articles.length - lines.length;
  return ["", heading, ...lines, ...(rest > 0 ? [`    and ${rest} more`] : [])];
}

function tabulate(feeds: Differences["feeds"]): string[] {
  if (feeds.length === 0) return [];
  const widest = Math.max(...feeds.map(({ feed }) => feed.length), 4);
  const row = (name: string, ...cells: readonly (string | number)[]): string =>
    `  ${name.padEnd(widest)}${cells.map((cell) => String(cell).padStart(9)).join("")}`;
  return [
    "",
    row("Feed", "in", "changed", "out"),
    ...feeds.map(({ feed, into, changed, outOf }) => row(feed, into, changed, outOf)),
  ];
}

function describeAlarms(alarms: readonly Alarm[]): string[] {
  if (alarms.length === 0) return [];
  const count = alarms.length === 1 ? "1 OLD ARTICLE" : `${alarms.length} OLD ARTICLES`;
  const lines = alarms.slice(0, shown).flatMap(describeAlarm);
  const rest = alarms.length - shown;
  return [
    "",
    `!!! ${count} WOULD APPEAR AS NEW to every subscriber. Do not deploy before you have looked at:`,
    ...lines,
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}

function describeAlarm({ article, known, why }: Alarm): string[] {
  const file = article.from ?? "its file";
  if (why === "dated anew") {
    return [
      `  ! "${article.title}" (${file}) keeps its id, but would be dated ${article.dated} instead of ${known.dated}`,
      "    Restore its line of ledger.jsonl from version control",
    ];
  }
  return [
    `  ! "${article.title}" (${file}) would be ${article.id}`,
    `    Readers know "${known.title}", ${why}, as ${known.id}`,
    `    If they are the same article: restore ledger.jsonl, or put id = "${known.id}" into its front matter or into ${file.replace(/#\d+$/, "")}.meta.toml`,
  ];
}
