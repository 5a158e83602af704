// Differences (RFC 3229): a reader that says A-IM: feed gets what is new, or all of it, and always something valid.

import { contentOf, versionsIn } from "../../../catalog/versions.ts";
import type { Answer } from "../ask.ts";
import { decode } from "../coding.ts";
import { isFeed, readDocument } from "../documents/readDocument.ts";
import { type Fault, type Finding, fault, foundAt } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";
import { varyOf } from "./compression.ts";

const fix = "Answer A-IM: feed with 226 and IM: feed, or as if it had not been sent";

/** Asks as such a reader does: for the first time, again, and with one entry less than there is. */
export async function checkDifferences(ground: Ground, address: string): Promise<Finding[]> {
  const headers = { "Accept-Encoding": "gzip", "A-IM": "feed" };
  const first = await ground.visitor.ask(address, headers);
  if (isSilence(first)) return foundAt(address, [{ ...first.why, what: `with A-IM, ${first.why.what}` }]);
  const faults = [await judge(first, [200, 226], null)];
  const { etag } = first.headers;
  if (etag !== undefined) {
    const again = await ground.visitor.ask(address, { ...headers, "If-None-Match": etag });
    if (!isSilence(again)) faults.push(await judge(again, [200, 226, 304], null));
    const older = olderTag(etag);
    if (older !== null && ground.site !== null) {
      const news = await ground.visitor.ask(address, { ...headers, "If-None-Match": older });
      if (!isSilence(news)) faults.push(await judge(news, [226], 1));
    }
  }
  return foundAt(address, faults.filter((one) => one !== null).slice(0, 1));
}

async function judge(
  answer: Answer,
  wanted: readonly number[],
  entries: number | null,
): Promise<Fault | null> {
  const { status, headers } = answer;
  if (!wanted.includes(status)) return fault("error", `it answers ${status} to A-IM: feed`, fix);
  if (status === 304) return null;
  const bytes = await decode(answer);
  const document = typeof bytes === "string" ? bytes : readDocument(bytes, headers["content-type"] ?? "");
  if (typeof document === "string" || !isFeed(document)) {
    const why = typeof document === "string" ? document : document.what;
    return fault("error", `what it answers to A-IM: feed (${status}) is no feed: ${why}`, fix);
  }
  if (status !== 226) return null;
  if (!/\bfeed\b/.test(headers["im"] ?? "")) {
    return fault("error", "it answers 226 without IM: feed", fix);
  }
  if (!varyOf(answer).includes("a-im") && !/no-store/.test(headers["cache-control"] ?? "")) {
    return fault("error", "it answers 226, and its Vary does not name A-IM", "Send Vary: A-IM");
  }
  if (entries !== null && document.entries.length !== entries) {
    const what = `a reader that lacks ${entries} entry is sent ${document.entries.length}`;
    return fault("error", what, "Send the entries whose versions the reader's tag does not list");
  }
  return null;
}

/** The tag of a reader that has all but the newest entry; null where tags do not list entries. */
function olderTag(etag: string): string | null {
  const tag = /"(.*)"/.exec(etag)?.[1] ?? "";
  const versions = versionsIn(tag);
  if (versions === null || versions.size < 2) return null;
  const content = contentOf(tag);
  return `W/"${"A".repeat(content.length)}.${[...versions].slice(1).join("")}"`;
}
