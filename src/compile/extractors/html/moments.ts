// findMoments: when a page says its article was published and changed: metadata, time elements, datelines, its address.

import type { Element, Text } from "domhandler";
import { type DayOrder, parseDate } from "../../dates.ts";
import type { Claim } from "../../draft.ts";
import * as dateline from "../text/published.ts";
import type { Block } from "./blocks.ts";
import type { Metadata, Statement } from "./metadata.ts";
import { ancestorsOf } from "./tree.ts";

/** Where the article stands: indices of its title (or -1), its first and its last line. */
type Place = dateline.Place;

/** How many lines above the title or below the first paragraph a time element may stand. */
const NEAR = 12;

/** Finds both moments; null where the page does not state them. Dates in `captions` (index → text) are of pictures. */
export function findMoments(
  blocks: readonly Block[],
  captions: ReadonlyMap<number, string>,
  place: Place,
  metadata: Metadata,
  timeZone: string,
  lang: string,
): dateline.Moments {
  const facts = blocks.map((block) => block.facts);
  // The page says what English it is in.
  const order = dateline.guessDayOrder(facts, metadata.lang?.startsWith(`${lang}-`) ? metadata.lang : lang);
  const stated = readStated(metadata.published, timeZone, order);
  const shown = stated === null ? findTime(blocks, place, timeZone, order) : null;
  const written =
    stated === null && shown === null ? dateline.findMoments(facts, captions, place, timeZone, order) : null;
  const address =
    metadata.address === null ? null : { ...metadata.address, quote: metadata.address.value, line: null };
  const published =
    stated ??
    shown ??
    written?.published ??
    (address === null ? null : dateline.readAddressDate(address, timeZone));
  const changed = readStated(metadata.updated, timeZone, order) ?? written?.updated ?? null;
  if (published === null) return { published: null, updated: changed };
  const isLater = changed !== null && Date.parse(changed.value) > Date.parse(published.value);
  return { published, updated: isLater ? changed : null };
}

/** The first of the statements of a moment that can be read; null where none can. */
function readStated(
  statements: readonly Statement[],
  timeZone: string,
  order: DayOrder,
): Claim<string> | null {
  for (const { value, rule } of statements) {
    const date = parseDate(value, timeZone, order) ?? readEpoch(value);
    if (date !== null) return { value: date, rule, quote: value, line: null };
  }
  return null;
}

/** Seconds or milliseconds since 1970, as some pages count. */
function readEpoch(value: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(value.trim())) return null;
  const instant = new Date(Number(value.trim().slice(0, 10)) * 1000);
  return instant.toISOString().replace(".000Z", "+00:00");
}

/** The time element nearest the title, among the lines from shortly above it to shortly below the first paragraph. */
function findTime(
  blocks: readonly Block[],
  place: Place,
  timeZone: string,
  order: DayOrder,
): Claim<string> | null {
  const title = place.title < 0 ? place.first : place.title;
  const from = Math.min(title, place.first) - NEAR;
  const to = Math.max(title, place.first) + 3;
  let best: { claim: Claim<string>; away: number } | null = null;
  for (const block of blocks.slice(Math.max(0, from), to + 1)) {
    const stamp = block.hidden ? undefined : stampOf(block);
    if (stamp === undefined) continue;
    const value = parseDate(stamp, timeZone, order);
    const away = block.index < title ? (title - block.index) * 2 : block.index - title;
    if (value !== null && (best === null || away < best.away)) {
      best = {
        claim: { value, rule: "time element beside the title", quote: stamp, line: block.index + 1 },
        away,
      };
    }
  }
  return best?.claim ?? null;
}

/** Longest line that may hold a time element among other words, such as the author's name. */
const LONGEST_LINE = 26;

/** What the time element of a line says; of several, the one that is not named for a change. */
function stampOf({ around, nodes, element, facts }: Block): string | undefined {
  const whole = around.find(isTime);
  const isShort = facts.prose === 0 && facts.line.words <= LONGEST_LINE;
  const inside = whole !== undefined || !isShort ? [] : nodes.flatMap((node) => timeAround(node, element));
  const times = whole === undefined ? inside : [whole];
  const time = times.find(({ attribs }) => !/updat|modif/i.test(attribs["class"] ?? "")) ?? times[0];
  return time?.attribs["datetime"] ?? time?.attribs["content"];
}

function timeAround(node: Text, line: Element | null): Element[] {
  const around = ancestorsOf(node);
  return around.slice(0, line === null ? undefined : around.indexOf(line)).filter(isTime);
}

function isTime({ name, attribs }: Element): boolean {
  return name === "time" && (attribs["datetime"] ?? attribs["content"]) !== undefined;
}
