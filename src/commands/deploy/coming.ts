// describeUnheard: a hub hears of an article whose time comes after the deploy only where a cron trigger calls the Worker.

import type { ArtefactIndex } from "../../catalog/artefact.ts";

import { isTomlError, parseToml } from "../../compile/toml.ts";
import { spellCount } from "../command.ts";

/** How many articles of an artefact are dated after an instant, in seconds since 1970. */
export function countComing(
  { sections }: Pick<ArtefactIndex, "sections">,
  bytes: Buffer,
  now: number,
): number {
  const [at, size] = sections.dates;
  let count = 0;
  // The latest stand first.
  for (let place = at; place < at + size && bytes.readUInt32LE(place) > now; place += 4) count += 1;
  return count;
}

/** What to do for the hub to hear of so many articles; empty where there are none, or the text of wrangler.toml has it. */
export function describeUnheard(coming: number, wranglerToml: string): string {
  if (coming === 0) return "";
  const toml = parseToml(wranglerToml);
  if (isTomlError(toml)) return "";
  const { triggers } = toml.value as { readonly triggers?: { readonly crons?: readonly unknown[] } };
  if ((triggers?.crons ?? []).length > 0) return "";
  const what = `${spellCount(coming, "article")} still to come: the hub hears of ${coming === 1 ? "it" : "them"} with the deploy after that`;
  return `${what}. Take the # from [triggers] in wrangler.toml, and the Worker tells it when the time comes.`;
}
