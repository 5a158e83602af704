// Conditional requests: whether what the client has is still good (RFC 9110 §13).

import { contentOf } from "../catalog/versions.ts";

/** The validators of what would be sent. */
export interface Validators {
  /** Entity tag with its quotes, weak or strong. */
  readonly etag: string;
  /** Seconds since 1970. */
  readonly modified: number;
}

const usualAge = 900;

/**
 * How long an answer may be kept, and used while a newer one is fetched (RFC 9111 §5.2, RFC 5861 §3). One that is
 * known to change soon (at `until`, like `now` in seconds since 1970) is kept until then and not a second longer.
 */
export function cacheControl(until: number | null, now: number): string {
  if (until !== null && until - now < usualAge) return `public, max-age=${Math.max(0, until - now)}`;
  return `public, max-age=${usualAge}, stale-while-revalidate=86400`;
}

/**
 * True when the answer to a GET or HEAD is 304. If-None-Match, where sent, decides alone (§13.1.3); tags are compared
 * weakly (§13.1.2), as a proxy that recompresses weakens them, and by what they say of the content: a tag that also
 * lists entries is as good as one that does not. What is not a date is ignored.
 */
export function isFresh(request: Request, validators: Validators): boolean {
  const tags = request.headers.get("If-None-Match");
  if (tags !== null) return tags.trim() === "*" || matchesTag(tags, validators.etag);
  const since = request.headers.get("If-Modified-Since");
  if (since === null) return false;
  const instant = readHttpDate(since);
  return instant !== null && validators.modified * 1000 <= instant;
}

/** Characters of a list of tags that are looked at: some two hundred tags, or a few that list the entries of long feeds. */
const longestList = 16 * 1024;

function matchesTag(header: string, etag: string): boolean {
  const [ours = ""] = opaqueTags(etag);
  const list = header.length > longestList ? header.slice(0, longestList) : header;
  return opaqueTags(list).some((tag) => contentOf(tag) === contentOf(ours));
}

/** The tags of a list, without quotes and weakness. A comma may stand inside quotes; careless clients leave the quotes out. */
export function opaqueTags(header: string): string[] {
  return [...header.matchAll(/(?:W\/)?(?:"([^"]*)"|([^\s,"]+))/g)].map(([, tag, bare]) => tag ?? bare ?? "");
}

/** An HTTP date (RFC 9110 §5.6.7). */
export function spellHttpDate(seconds: number): string {
  return new Date(seconds * 1000).toUTCString();
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The three forms of an HTTP date (§5.6.7), as milliseconds since 1970; null for anything else. */
function readHttpDate(text: string): number | null {
  const fixed = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(text.trim());
  if (fixed !== null) return at(fixed[3], fixed[2], fixed[1], fixed[4], fixed[5], fixed[6]);
  const rfc850 = /^\w{6,9}, (\d\d)-(\w{3})-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/.exec(text.trim());
  if (rfc850 !== null) {
    const year = Number(rfc850[3]);
    return at(year + (year < 70 ? 2000 : 1900), rfc850[2], rfc850[1], rfc850[4], rfc850[5], rfc850[6]);
  }
  const asctime = /^\w{3} (\w{3}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/.exec(text.trim());
  return asctime === null ? null : at(asctime[6], asctime[1], asctime[2], asctime[3], asctime[4], asctime[5]);
}

type Part = string | number | undefined;

function at(year: Part, month: Part, day: Part, hour: Part, minute: Part, second: Part): number | null {
  const index = months.indexOf(String(month));
  const midnight = Date.UTC(Number(year), index, Number(day));
  if (index < 0 || new Date(midnight).getUTCDate() !== Number(day)) return null;
  // A minute may have a leap second.
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  return midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}
