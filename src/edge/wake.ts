// tellOfWoken: an article whose time has come changes its feeds without a deploy, and the hub is told when a cron trigger
// of the platform calls.

import { ALL } from "../catalog/catalog.ts";
import { type SendNotice, tellOf } from "../catalog/hub.ts";
import { absolute, feedPath } from "../catalog/links.ts";
import { formats } from "../feeds/formats.ts";
import type { Shelf } from "../lists/shelf.ts";

/** A call of a cron trigger, as the platform makes it. */
export interface Call {
  /** When it was due, in milliseconds since 1970. */
  readonly scheduledTime: number;
  /** The expression in wrangler.toml that it is due by. */
  readonly cron: string;
}

/** The free plan lets a call ask others 50 times. */
const mostTold = 50;

/**
 * Tells the hub of the feeds in which articles have appeared since the call before, each once. Throws where it did not
 * take all of them, so that the platform's log shows the call as failed: readers see those when they next ask.
 */
export async function tellOfWoken(
  shelf: Pick<Shelf, "site" | "topics" | "firstBy" | "rollOf">,
  { scheduledTime, cron }: Call,
  send: SendNotice = fetch,
): Promise<void> {
  const { site } = shelf;
  if (site.hub === null) return;
  const { hub } = site;
  const until = Math.floor(scheduledTime / 1000);
  const woken = listWoken(shelf, until - secondsBetween(cron), until);
  const told = woken.slice(0, mostTold);
  const failures = await Promise.all(told.map((path) => tellOf(absolute(site, path), hub, send)));
  const untold = woken.slice(mostTold).map((path) => `${absolute(site, path)}: a call may ask no more`);
  const wrong = [...failures.flatMap((failure) => failure?.what ?? []), ...untold];
  if (wrong.length > 0) throw new Error(`The hub was not told of every feed:\n${wrong.join("\n")}`);
}

/** Paths of the feeds in which an article appeared after one instant and not after the other (seconds since 1970). */
function listWoken(
  { topics, firstBy, rollOf }: Pick<Shelf, "topics" | "firstBy" | "rollOf">,
  after: number,
  until: number,
): string[] {
  const [before, now] = [firstBy(after), firstBy(until)];
  if (before === now) return [];
  const woken = [ALL, ...topics.map(({ id }) => id)].filter((topic) => {
    const roll = rollOf(topic);
    return roll !== null && roll.countFrom(now) > roll.countFrom(before);
  });
  return woken.flatMap((topic) => formats.map(({ extension }) => feedPath(topic, extension)));
}

/**
 * The seconds from one call to the next, for the expressions that are written for this; any other may be due once a day.
 * A hub that is told of a feed again asks for it, and finds what it has.
 */
function secondsBetween(cron: string): number {
  const minutes = /^\*(?:\/(\d{1,2}))? \* \* \* \*$/.exec(cron.trim());
  if (minutes !== null) return 60 * Number(minutes[1] ?? 1);
  return /^\d{1,2} \* \* \* \*$/.test(cron.trim()) ? 3600 : 86_400;
}
