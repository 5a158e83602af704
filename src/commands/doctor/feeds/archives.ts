// Archives (RFC 5005 §4): whoever follows the links back from a feed finds everything that was ever in it.

import { spellCount } from "../../command.ts";
import { isFeed, readDocument } from "../documents/readDocument.ts";
import { type Fault, type Finding, fault, foundAt } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";
import type { ReadFeed } from "./agreement.ts";

/** What was seen of a feed's past. */
export interface Past {
  readonly findings: readonly Finding[];
  /** How many archive pages were read. */
  readonly pages: number;
  /** False where there are more than were looked at. */
  readonly complete: boolean;
}

/** Follows a feed back, at most so many pages; `articles` is how many there should be in all, null where nobody says. */
export async function walkArchives(
  ground: Ground,
  feed: ReadFeed,
  most: number,
  articles: number | null,
): Promise<Past> {
  const ids = new Set(feed.document.entries.map(({ id }) => id));
  const visited = new Set<string>();
  const findings: Finding[] = [];
  let at = feed;
  while (at.document.prevArchive !== null) {
    if (visited.size >= most) return { findings, pages: visited.size, complete: false };
    const next = URL.canParse(at.document.prevArchive, at.address)
      ? ground.here(new URL(at.document.prevArchive, at.address).href)
      : at.document.prevArchive;
    if (visited.has(next)) {
      findings.push(...foundAt(at.address, [fault("error", `its archive leads back to ${next}`, endFix)]));
      return { findings, pages: visited.size, complete: true };
    }
    const page = await readPage(ground, next);
    if ("level" in page) {
      findings.push(
        ...foundAt(next, [{ ...page, what: `the archive page that ${at.address} names: ${page.what}` }]),
      );
      return { findings, pages: visited.size, complete: true };
    }
    visited.add(next);
    findings.push(...foundAt(next, judgeLinks(ground, feed, at, page)));
    for (const { id } of page.document.entries) ids.add(id);
    at = page;
  }
  findings.push(...foundAt(at.address, [judgeEnd(ground, at, visited.size)]));
  if (articles !== null && ids.size < articles && findings.length === 0) {
    const what = `${spellCount(articles - ids.size, "article")} of ${articles} ${articles - ids.size === 1 ? "is" : "are"} neither in it nor in its archive`;
    findings.push(
      ...foundAt(feed.address, [
        fault("error", what, "Let the archive pages hold all that has left the feed"),
      ]),
    );
  }
  return { findings, pages: visited.size, complete: true };
}

const endFix = "Let each archive page name the next older one, and the oldest none";

async function readPage(ground: Ground, address: string): Promise<ReadFeed | Fault> {
  if (!/^https?:/.test(address)) return fault("error", "it has no absolute address", endFix);
  const visit = await ground.visitor.read(address);
  if (isSilence(visit)) return visit.why;
  const { answer, bytes } = visit;
  if (answer.status !== 200) {
    return fault("error", `it answers ${answer.status}`, "Keep archive pages where they are for ever");
  }
  const document = readDocument(bytes, answer.headers["content-type"] ?? "");
  return isFeed(document) ? { address: visit.address, document } : document;
}

/** What a page says of its neighbours. The newest is not full yet, and may be named with how much it has. */
function judgeLinks(ground: Ground, feed: ReadFeed, newer: ReadFeed, page: ReadFeed): (Fault | null)[] {
  const { current, nextArchive, entries } = page.document;
  const same = (one: string | null, address: string): boolean =>
    one === null || pathOf(ground.here(one)) === pathOf(address);
  return [
    same(current, feed.address)
      ? null
      : fault("warning", `it says it belongs to ${current}`, `Name ${feed.address} as current`),
    newer === feed || same(nextArchive, newer.address)
      ? null
      : fault("warning", `it names ${nextArchive} as the next newer page, not ${newer.address}`, endFix),
    entries.length === 0 && ground.site === null
      ? fault("note", "it holds no entries", "Leave out archive pages that hold nothing")
      : null,
    judgeNumber(ground, feed, newer, page),
  ];
}

/** The pages of this program are numbered, 1 is the oldest. */
function judgeNumber(ground: Ground, feed: ReadFeed, newer: ReadFeed, page: ReadFeed): Fault | null {
  if (ground.site === null || newer === feed) return null;
  const [number, before] = [numberOf(page.address), numberOf(newer.address)];
  if (number === null || before === null || number === before - 1) return null;
  return fault("error", `it comes behind page ${before}, and is page ${number}`, endFix);
}

function judgeEnd(ground: Ground, last: ReadFeed, pages: number): Fault | null {
  if (ground.site === null || pages === 0) return null;
  const number = numberOf(last.address);
  return number === null || number === 1
    ? null
    : fault("error", `the archive ends at page ${number}, not at page 1`, endFix);
}

function numberOf(address: string): number | null {
  const number = /\/(\d+)\.\w+$/.exec(pathOf(address))?.[1];
  return number === undefined ? null : Number(number);
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address;
}
