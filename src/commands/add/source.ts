// stateAddress: a page that does not say where it is from says so from now on.

import type { Reading } from "../../compile/read.ts";
import type { Arrival } from "./arrival.ts";
import { extendable } from "./charset.ts";

/**
 * Writes down where an arrival was fetched from, if nothing in it says so. A page gets the comment that browsers leave
 * in what they save, at its end: the addresses of its pictures and links are complete then, too. `see` reads it again;
 * where the comment is not seen, and for what is not a page, the file of corrections says it.
 */
export function stateAddress(
  arrival: Arrival,
  reading: Reading,
  see: (arrival: Arrival) => Reading,
): Arrival {
  const { address, bytes, ending } = arrival;
  if (address === null || saysWhere(reading, address)) return arrival;
  if (ending === ".html") {
    const note = `\n<!-- saved from url=(${String(address.length).padStart(4, "0")})${address} -->\n`;
    const noted = { ...arrival, bytes: Buffer.concat([extendable(bytes, "page.html"), Buffer.from(note)]) };
    if (saysWhere(see(noted), address)) return noted;
  }
  return { ...arrival, meta: `source = ${JSON.stringify(address)}\n` };
}

/** True where all articles say where they are from. The front page of a site is no article's address, unless it was asked for. */
function saysWhere({ articles }: Reading, address: string): boolean {
  const front = new URL(address).pathname === "/";
  return articles.every(({ source }) => source !== null && (front || new URL(source).pathname !== "/"));
}
