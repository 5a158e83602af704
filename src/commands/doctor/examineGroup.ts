// One feed in all its formats: each by itself, then together, then back in time and on to its entries.

import type { Look } from "./aspects.ts";
import { examineFeed, type FeedSeen } from "./examineFeed.ts";
import { checkAgreement, type ReadFeed } from "./feeds/agreement.ts";
import { walkArchives } from "./feeds/archives.ts";
import type { Ground } from "./ground.ts";
import { checkEntryLinks } from "./links/entryLinks.ts";
import type { FeedGroup } from "./siteFacts.ts";

/** What was seen, and what was left out. */
export interface GroupSeen {
  readonly feeds: readonly FeedSeen[];
  readonly looks: readonly Look[];
  readonly skipped: readonly string[];
}

/** Archive pages of a feed that are followed: in its first format, and in each other, where all formats have the same. */
const pagesOfFirst = 20;
const pagesOfOthers = 1;

/** Looks at a feed; `followed` holds the addresses entries lead to that were asked for other feeds. */
export async function examineGroup(
  ground: Ground,
  group: FeedGroup,
  followed: Set<string>,
): Promise<GroupSeen> {
  const feeds = await Promise.all(group.addresses.map((address) => examineFeed(ground, address)));
  const looks: Look[] = feeds.flatMap((feed) => feed.looks);
  const skipped: string[] = [];
  const read = feeds.flatMap(({ address, document }): ReadFeed[] =>
    document === null ? [] : [{ address, document }],
  );
  const [first] = read;
  if (first === undefined) return { feeds, looks, skipped };
  const { address } = first;
  if (read.length > 1) {
    looks.push({ aspect: "agreement", address, findings: checkAgreement(read) });
  }
  for (const feed of read) {
    const usual = feed === first ? pagesOfFirst : pagesOfOthers;
    const most = ground.all ? Number.POSITIVE_INFINITY : usual;
    const past = await walkArchives(ground, feed, most, group.articles);
    if (past.pages > 0 || past.findings.length > 0 || group.articles !== null) {
      looks.push({ aspect: "archives", address: feed.address, findings: past.findings });
    }
    if (!past.complete && feed === first) {
      skipped.push(`archive pages of ${feed.address} before the newest ${past.pages}: --all follows them`);
    }
  }
  const findings = await checkEntryLinks(ground, first.document.entries, followed);
  looks.push({ aspect: "links", address, findings });
  return { feeds, looks, skipped };
}
