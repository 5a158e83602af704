// The whole examination on one screen: what was given, which feeds there are, each of them, and what is around them.

import { onSameHost } from "../liveSite.ts";
import { type Aspect, type Look, type Right, rightOnes } from "./aspects.ts";
import { isFeed, isPage, readDocument } from "./documents/readDocument.ts";
import type { Speed } from "./examineFeed.ts";
import { examineGroup } from "./examineGroup.ts";
import { isWebAddress } from "./feeds/head.ts";
import { type Finding, fault, foundAt } from "./finding.ts";
import { type Ground, isLocal } from "./ground.ts";
import { checkCrawlers } from "./links/crawlers.ts";
import { checkDiscovery } from "./links/entryLinks.ts";
import { checkIndex } from "./links/indexFile.ts";
import { feedsNamed, readMarkup } from "./links/markup.ts";
import { checkSecure } from "./links/secure.ts";
import { checkSubscriptions, feedsIn, readSubscriptions } from "./links/subscriptions.ts";
import { isSilence } from "./silence.ts";
import { type FeedGroup, readSiteFacts, type SiteFacts } from "./siteFacts.ts";
import { createVisitor, type Visit } from "./visitor.ts";

export interface Wishes {
  /** Milliseconds for one answer. */
  readonly patience: number;
  /** How many feeds are looked at. */
  readonly feeds: number;
  /** Look at everything, however much there is. */
  readonly all: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Told how many feeds there are, and of each that is done. */
  readonly begin: (feeds: number) => void;
  readonly step: () => void;
}

export interface Examination {
  readonly address: string;
  readonly findings: readonly Finding[];
  readonly right: readonly Right[];
  readonly speeds: readonly Speed[];
  /** What was not looked at, and how it can be. */
  readonly skipped: readonly string[];
  readonly feeds: number;
  readonly questions: number;
}

/** Examines a site, a page's feeds, or one feed. */
export async function examine(asked: string, wishes: Wishes): Promise<Examination> {
  const scout = createVisitor(wishes.patience, (address) => address);
  const start = await scout.read(asked);
  if (isSilence(start)) {
    const look: Look = { aspect: "answers", address: asked, findings: foundAt(asked, [start.why]) };
    return summarize(asked, [look], { speeds: [], skipped: [], feeds: 0, questions: scout.asked() });
  }
  const { origin } = new URL(start.address);
  const site = await readSiteFacts(scout, origin);
  const ground = createGround(origin, site, wishes);
  const looks: Look[] = [];
  const add = (aspect: Aspect, address: string, findings: readonly Finding[]): void => {
    looks.push({ aspect, address, findings });
  };
  const skipped: string[] = [];
  const kind = kindOf(start);
  const isHome = kind === "page" && new URL(start.address).pathname === "/";
  if (start.address.startsWith("https:") && !isLocal(start.address)) {
    add("secure", start.address, await checkSecure(ground, start.address));
  }
  if (site !== null) add("index", `${origin}/index.json`, await checkIndex(ground, origin, site));
  const named = kind === "page" ? feedsNamed(readMarkup(start.bytes.toString("utf8")), start.address) : [];
  const list = isHome ? await readSubscriptions(ground, site?.opml ?? `${origin}/feeds.opml`) : null;
  const listed = list === null ? [] : feedsIn(list);
  const groups = chooseGroups({ start, kind, isHome, site, named: [...named, ...listed], here: ground.here });
  if (groups.length === 0 && named.length + listed.length === 0 && start.answer.status === 200) {
    const fix = 'Name feeds in the page: <link rel="alternate" type="application/rss+xml" href="…">';
    add("discovery", start.address, foundAt(start.address, [fault("error", "no feed is named here", fix)]));
  }
  const chosen = wishes.all ? groups : groups.slice(0, wishes.feeds);
  if (chosen.length < groups.length) {
    skipped.push(
      `${groups.length - chosen.length} of ${groups.length} feeds: --feeds N looks at more, --all at all`,
    );
  }
  const addresses = chosen.flatMap((group) => group.addresses);
  const around: Ground = { ...ground, examined: new Set(addresses) };
  if (kind === "page") add("discovery", start.address, await discover(around, start, named));
  if (list !== null && (listed.length > 0 || list.findings.length > 0)) {
    const most = wishes.all ? listed.length : Math.max(wishes.feeds, 50);
    add("subscriptions", list.address, await checkSubscriptions(around, list, most));
    const rest = listed.length - most;
    if (rest > 0) skipped.push(`${rest} of ${listed.length} feeds in ${list.address}: --all asks for them`);
  }
  const speeds: Speed[] = [];
  const followed = new Set<string>();
  wishes.begin(chosen.length);
  for (const group of chosen) {
    const seen = await examineGroup(around, group, followed);
    looks.push(...seen.looks);
    skipped.push(...seen.skipped);
    speeds.push(...seen.feeds.flatMap(({ speed }) => speed ?? []));
    wishes.step();
  }
  if (isHome) {
    add("crawlers", `${origin}/robots.txt`, await checkCrawlers(around, origin, addresses));
  }
  const questions = scout.asked() + ground.visitor.asked();
  return summarize(start.address, looks, { speeds, skipped, feeds: speeds.length, questions });
}

type Rest = Pick<Examination, "speeds" | "skipped" | "feeds" | "questions">;

function summarize(address: string, looks: readonly Look[], rest: Rest): Examination {
  return { address, findings: looks.flatMap(({ findings }) => findings), right: rightOnes(looks), ...rest };
}

/** A site may bear the name it will have while it is looked at on another host: a preview, or this desk. */
function createGround(origin: string, site: SiteFacts | null, { patience, now, all }: Wishes): Ground {
  const base = new URL(origin);
  const here = (address: string): string =>
    site !== null && site.url !== origin && URL.canParse(address) && new URL(address).origin === site.url
      ? onSameHost(address, base).href
      : address;
  const promised = site === null ? "note" : "warning";
  return { visitor: createVisitor(patience, here), here, site, now, promised, examined: new Set(), all };
}

/** What is no page is looked at as a feed, and told to be none. */
function kindOf({ address, bytes, answer }: Visit): "feed" | "page" {
  const type = answer.headers["content-type"] ?? "";
  if (isFeed(readDocument(bytes, type))) return "feed";
  const isHtml =
    /^(text\/html|application\/xhtml)/i.test(type) || isPage(bytes.subarray(0, 2000).toString("utf8"));
  return isHtml || new URL(address).pathname === "/" ? "page" : "feed";
}

async function discover(ground: Ground, page: Visit, named: readonly string[]): Promise<Finding[]> {
  const { address, answer } = page;
  if (answer.status !== 200) {
    return foundAt(address, [
      fault("error", `it answers ${answer.status}`, "Look at the server's log for this request"),
    ]);
  }
  const findings = await checkDiscovery(ground, address, named);
  if (named.length > 0 || ground.site === null) return findings;
  return foundAt(address, [
    fault(ground.promised, "it names no feed", "Name its feeds in <link rel=alternate>"),
  ]);
}

interface Given {
  readonly start: Visit;
  readonly kind: "feed" | "page";
  readonly isHome: boolean;
  readonly site: SiteFacts | null;
  /** Feeds the page and the subscription list name. */
  readonly named: readonly string[];
  readonly here: Ground["here"];
}

/**
 * The feeds to look at: all of a site of this program, those a page names, or the one that was given. What is no address
 * of the web is told of where it is named.
 */
function chooseGroups({ start, kind, isHome, site, named, here }: Given): FeedGroup[] {
  if (isHome && site !== null) return [...site.feeds];
  const addresses = kind === "feed" ? [start.address] : [...new Set(named.filter(isWebAddress).map(here))];
  return addresses.map((address) => {
    const known = site?.feeds.find((group) => group.addresses.includes(address));
    return { name: address, addresses: [address], articles: known?.articles ?? null };
  });
}
