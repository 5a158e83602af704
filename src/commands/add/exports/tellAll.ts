// tellBrought: what came of an export, in a few lines however many posts it has.

import { describeProblem } from "../../../compile/problems.ts";
import { htmlToText } from "../../../compile/sanitize.ts";
import { nameFolder, spellCall, spellCount } from "../../command.ts";
import type { Desk } from "../desk.ts";
import type { Brought } from "./bringAll.ts";
import { type Export, type Post, spellTally } from "./post.ts";
import { idOf } from "./seedText.ts";

/** So many posts, problems or tags are named; of more it is said how many there are. */
const most = 10;

/** Lines for people: what is in the seeds folder now. `shown` is that folder as it is called in messages. */
export function tellBrought(
  asked: string,
  found: Export,
  brought: Brought,
  desk: Desk,
  shown: string,
): string {
  const { added, replaced, there, doubles, problems } = brought;
  const lines = [`${asked}: ${found.kind}`];
  const say = (line: string): void => void lines.push(`  ${line}`);
  if (added.length > 0) say(`${spellCount(added.length, "post")} came in${spellSpan(added)}`);
  if (replaced > 0) say(`${replaced} replaced`);
  if (there > 0) say(`${there} ${there === 1 ? "is" : "are"} there already`);
  const tally = spellTally(found.leftOut);
  if (tally !== "") say(`left out: ${tally}`);
  for (const { what, fix } of found.notes) say(`note: ${what}. ${fix}.`);
  const undated = added.filter(({ date }) => date === null).length;
  if (undated > 0)
    say(
      undated === 1
        ? "note: 1 has no date, and is dated by the day it is first seen."
        : `note: ${undated} have no date, and are dated by the day they are first seen.`,
    );
  for (const [host, count] of countPictures(added))
    say(
      `note: pictures of ${spellCount(count, "post")} stay at ${host}. Keep that running, or put them into the seeds folder and name them there.`,
    );
  nameSome(
    doubles.map(({ path, of }) => `note: ${shown}${path} tells the story of ${shown}${of}. Delete either.`),
    say,
  );
  nameSome(
    problems.map((problem) => describeProblem(problem, shown)),
    say,
  );
  const tags = spellTags(added, desk);
  if (tags !== "") say(`tags that are no topics of this site: ${tags}`);
  if (added.length + replaced > 0) say(`next: ${spellCall("npm run compile", nameFolder(desk.folder))}`);
  return `${lines.join("\n")}\n`;
}

/** What did not come in though it was meant to: a sentence each. */
export function listLosses(found: Export, { changed, failures, stopped }: Brought, shown: string): string[] {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  for (const { what, fix } of found.losses.slice(0, most)) say(`${what}. ${fix}.`);
  if (found.losses.length > most) say(`and ${found.losses.length - most} more like these.`);
  nameSome(
    failures.map(({ post, why }) => `${nameOf(post)}: ${why.what}. ${why.fix}.`),
    say,
  );
  const [first] = changed;
  if (first !== undefined) {
    const which =
      changed.length === 1 ? `${shown}${first}, which stays` : `${shown}${first} and others, which stay`;
    say(
      `${spellCount(changed.length, "post")} with other words than ${which}. --replace puts what the export has in place.`,
    );
  }
  if (stopped !== null) say(`${stopped.what}. ${stopped.fix}.`);
  return lines;
}

function nameSome(lines: readonly string[], say: (line: string) => void): void {
  for (const line of lines.slice(0, most)) say(line);
  if (lines.length > most) say(`and ${lines.length - most} more like these.`);
}

function nameOf({ title, date, name, address }: Post): string {
  const shown = htmlToText(title) || name || address || "a post without a title";
  return `"${shown}"${date === null ? "" : ` of ${date.slice(0, 10)}`}`;
}

function spellSpan(posts: readonly Post[]): string {
  const days = posts.flatMap(({ date }) => date?.slice(0, 10) ?? []).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? `, of ${first}` : `, from ${first} to ${last}`;
}

/** The sites that posts are from and still have their pictures from → how many posts. */
function countPictures(posts: readonly Post[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { address, html, image } of posts) {
    if (address === null) continue;
    const { host } = new URL(address);
    const shown = [...html.matchAll(PICTURE)].map(([, src]) => src ?? "");
    if (
      [...shown, image ?? ""].some(
        (src) => URL.canParse(src, address) && src !== "" && new URL(src, address).host === host,
      )
    )
      counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return counts;
}

const PICTURE = /<img\b[^>]{0,2000}?\ssrc=["']([^"']{1,2000})["']/gi;

/** The tags most posts have that name no topic, with their numbers. */
function spellTags(posts: readonly Post[], { topics }: Desk): string {
  const counts = new Map<string, number>();
  for (const { tags } of posts) {
    for (const tag of new Set(tags.map(idOf)))
      if (tag !== "" && !topics.ids.includes(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = sorted.slice(0, most).map(([tag, count]) => `${tag} (${count})`);
  return named.join(", ") + (sorted.length > most ? `, and ${sorted.length - most} more` : "");
}
