// One feed in one format: the way it travels, what it says of itself, its entries.

import type { Answer } from "./ask.ts";
import type { Aspect, Look } from "./aspects.ts";
import { codingsOf, decode } from "./coding.ts";
import type { FeedDocument } from "./documents/feedDocument.ts";
import { isFeed, readDocument } from "./documents/readDocument.ts";
import { checkEntries } from "./feeds/entries.ts";
import { checkHeadOfFeed } from "./feeds/head.ts";
import { type Finding, fault, foundAt } from "./finding.ts";
import type { Ground } from "./ground.ts";
import { isSilence } from "./silence.ts";
import { checkNegotiation } from "./wire/browsers.ts";
import { askEditions, checkCompression, type Editions } from "./wire/compression.ts";
import { checkConditions } from "./wire/conditions.ts";
import { checkDifferences } from "./wire/differences.ts";
import { checkHeaders } from "./wire/headers.ts";
import { checkHead } from "./wire/headRequest.ts";
import { checkPreflight } from "./wire/preflight.ts";

/** What was seen of a feed. */
export interface FeedSeen {
  readonly address: string;
  readonly looks: readonly Look[];
  /** null where it cannot be read. */
  readonly document: FeedDocument | null;
  readonly speed: Speed | null;
}

/** What one reader's visit costs, told and not judged. */
export interface Speed {
  readonly address: string;
  readonly entries: number;
  readonly plain: Cost;
  /** null where it does not come in that coding. */
  readonly gzip: Cost | null;
  readonly br: Cost | null;
}

interface Cost {
  readonly ms: number;
  readonly bytes: number;
}

/** Looks at a feed as many readers do, one after the other. */
export async function examineFeed(ground: Ground, asked: string): Promise<FeedSeen> {
  const unread = (address: string, findings: Finding[]): FeedSeen => {
    return { address, looks: [{ aspect: "answers", address, findings }], document: null, speed: null };
  };
  const visit = await ground.visitor.read(asked);
  if (isSilence(visit)) return unread(asked, foundAt(asked, [visit.why]));
  const { address, hops } = visit;
  if (visit.answer.status !== 200) {
    const { status } = visit.answer;
    return unread(asked, foundAt(asked, [fault("error", `it answers ${status}`, fixOf(status))]));
  }
  const moved = foundAt(asked, hops.length === 0 ? [] : [tellMove(ground, hops[0]?.status ?? 0, address)]);
  const plain = await ground.visitor.ask(address);
  if (isSilence(plain)) {
    const what = `without Accept-Encoding, ${plain.why.what}`;
    return unread(address, [...moved, ...foundAt(address, [{ ...plain.why, what }])]);
  }
  const editions = await askEditions(ground, address, plain);
  const whole = await decode(plain);
  const bytes = typeof whole === "string" || plain.status !== 200 ? visit.bytes : whole;
  const document = readDocument(bytes, plain.headers["content-type"] ?? "");
  const looks: Look[] = [];
  const add = (aspect: Aspect, findings: readonly Finding[]): void => {
    looks.push({ aspect, address, findings });
  };
  add("answers", [...moved, ...(isFeed(document) ? [] : foundAt(address, [document]))]);
  const got = isSilence(editions.gzip) ? visit.answer : editions.gzip;
  const [compression, head, conditions] = await Promise.all([
    checkCompression(ground, address, editions),
    checkHead(ground, address, got),
    checkConditions(ground, address, got),
  ]);
  add("compression", compression);
  add("head", head);
  // Without a validator nothing can be asked; that is told of the headers.
  if (got.headers["etag"] !== undefined || got.headers["last-modified"] !== undefined) {
    add("conditions", conditions);
  }
  if (!isFeed(document)) return { address, looks, document: null, speed: null };
  add("headers", checkHeaders(ground, address, plain, document.format));
  add("differences", await checkDifferences(ground, address));
  if (ground.site !== null) add("preflight", await checkPreflight(ground, address));
  add("negotiation", await checkNegotiation(ground, address, got));
  add("document", checkHeadOfFeed(ground, address, document, plain));
  add("entries", checkEntries(ground, address, document));
  return { address, looks, document, speed: speedOf(address, document, editions) };
}

function fixOf(status: number): string {
  if (status === 404 || status === 410) return "Serve the feed there, or redirect to where it is (301)";
  if (status === 401 || status === 403) return "Let readers in without a password or a challenge";
  if (status === 429) return "Allow a reader more questions a minute";
  return "Look at the server's log for this request";
}

function tellMove(ground: Ground, status: number, to: string) {
  const forEver = status === 301 || status === 308;
  const fix = forEver ? `Name ${to} wherever the feed is named` : "Redirect for ever (301), or answer there";
  return fault(ground.promised, `it leads to ${to} (${status})`, fix);
}

function speedOf(address: string, { entries }: FeedDocument, { plain, gzip, br }: Editions): Speed {
  const cost = ({ ms, body }: Answer): Cost => ({ ms, bytes: body.length });
  const coded = (reply: Editions["gzip"]): Cost | null =>
    isSilence(reply) || codingsOf(reply).length === 0 ? null : cost(reply);
  return { address, entries: entries.length, plain: cost(plain), gzip: coded(gzip), br: coded(br) };
}
