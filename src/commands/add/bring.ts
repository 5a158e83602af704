// bring: one arrival is understood, given a place, compared with what is there, and written.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf } from "../../compile/identity/ledger.ts";
import { openMedia } from "../../compile/media/library.ts";
import type { Reading } from "../../compile/read.ts";
import { type Advice, type Arrival, isRefusal, type Refusal, refuse } from "./arrival.ts";
import type { Desk } from "./desk.ts";
import { datedName, safeName } from "./names.ts";
import { choosePlace, type Written } from "./place.ts";
import { type Relations, relate } from "./relate.ts";
import { placeInstead, writeInstead } from "./replace.ts";
import { stateAddress } from "./source.ts";
import { holdsArticle, type Understanding, understand } from "./understand.ts";
import { writeAll } from "./write.ts";

/** How the publisher wants it. */
export interface Wishes {
  /** Folder below the seeds folder; empty for that itself. */
  readonly into: string;
  /** The name asked for, null for none. */
  readonly name: string | null;
  /** Add it although no article is found in it. */
  readonly keep: boolean;
  /** Put it in place of the version that is there. */
  readonly replace: boolean;
}

/** What was done. */
export interface Added {
  readonly asked: string;
  /** Where it lies, from the seeds folder. */
  readonly path: string;
  readonly done: "added" | "replaced" | "there already";
  readonly reading: Reading;
  readonly relations: Relations;
  readonly notes: readonly Advice[];
}

/** Brings it in. Hold the folder meanwhile. */
export function bring(arrival: Arrival, desk: Desk, wishes: Wishes): Added | Refusal {
  const into = [wishes.into, arrival.ownFolder].filter((step) => step !== "").join("/");
  const top = into === "" ? "" : `${into}/`;
  const see = (one: Arrival): Understanding =>
    understand(one, `${top}${one.name === null ? `page${one.ending}` : safeName(one.name)}`, desk);
  const first = see(arrival);
  if (!holdsArticle(first) && !wishes.keep) return refuseEmpty(first);

  const stated = stateAddress(arrival, first, see);
  // Some pages tell their date by their address alone.
  const seen = stated === arrival ? first : see(stated);
  const name = stated.name === null ? nameOf(stated, seen, desk) : safeName(stated.name);
  const named = wishes.name !== null;
  const files = readFiles(stated, seen.named);
  const load = { into, name, named, bytes: stated.bytes, files, meta: stated.meta };
  const place = choosePlace(desk.folder, load);
  if (isRefusal(place)) return place;
  const reading = understand(stated, place.path, desk);
  const relations = relate(reading, desk);
  const outcome = { asked: arrival.asked, path: place.path, reading, relations, notes: arrival.notes };
  if (place.missing.length === 0) return { ...outcome, done: "there already" };

  const kept = keptAlready(arrival, relations);
  if (kept !== null) return { ...outcome, path: kept, done: "there already" };
  const instead = wishes.replace ? placeInstead(desk.folder, load, relations) : null;
  if (instead !== null) {
    if (isRefusal(instead)) return instead;
    writeInstead(desk.folder, instead);
    const again = understand(stated, instead.path, desk);
    return {
      ...outcome,
      path: instead.path,
      done: "replaced",
      reading: again,
      relations: relate(again, desk),
    };
  }
  writeAll(desk.folder, place.missing);
  return { ...outcome, done: "added" };
}

/** Why nothing was found, as whoever looked for it says. */
function refuseEmpty({ problems }: Reading): Refusal {
  const problem = problems.find(({ level }) => level === "error");
  const why = problem?.what ?? "no article was found in it";
  if (problem != null && problem.line !== null)
    return refuse(`line ${problem.line}: ${why}`, `${problem.fix}; --keep adds it as it is`);
  return refuse(why, "Nothing was kept; --keep keeps it, for npm run inspect to say what was cut");
}

function nameOf({ address, ending }: Arrival, { articles }: Reading, { today }: Desk): string {
  const [first] = articles;
  // Of Markdown that is from nowhere else the day in its name is that of the article.
  const unsaid = address === null && ending === ".md" ? null : today;
  const day = first?.draft.published?.value.slice(0, 10) ?? unsaid;
  return datedName(day, first?.title ?? "", address, ending);
}

function readFiles({ folder, companions }: Arrival, named: readonly string[]): Written[] {
  if (folder === null) return [];
  const library = openMedia(folder);
  const read = new Map<string, Uint8Array>();
  for (const path of companions) read.set(path.normalize("NFC"), readFileSync(join(folder, path)));
  for (const path of named) {
    const bytes = read.get(path) ?? library.find(path)?.read();
    if (bytes !== undefined) read.set(path, bytes);
  }
  return [...read].map(([path, bytes]) => ({ path, bytes }));
}

/** Where the very same articles of this address are kept already: a server sends a page with other trimmings every time. */
function keptAlready({ address }: Arrival, { of }: Relations): string | null {
  let place: string | null = null;
  for (const one of address === null ? [] : of.values()) {
    if ((one.is !== "capture" && one.is !== "better") || !one.same || !one.oneAddress) return null;
    place ??= fileOf(one.is === "capture" ? one.of : one.than[0]);
  }
  return place;
}
