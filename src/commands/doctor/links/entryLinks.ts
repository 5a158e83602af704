// Where entries lead: their pages, the feeds those name, and the pictures and files that go with them.

import type { FeedEntry } from "../documents/feedDocument.ts";
import { nameOf } from "../feeds/entries.ts";
import { isWebAddress } from "../feeds/head.ts";
import { type Finding, fault, foundAt, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";
import { checkFile } from "./file.ts";
import { feedsNamed, readMarkup } from "./markup.ts";

/** So many entries of a feed are followed, and so many pictures of each. */
const newest = 3;
const picturesEach = 2;

/** What is wrong where the newest entries lead. What was followed for another feed is followed once. */
export async function checkEntryLinks(
  ground: Ground,
  entries: readonly FeedEntry[],
  followed: Set<string>,
): Promise<Finding[]> {
  const isNew = (address: string): boolean => {
    const place = ground.here(address);
    if (!isWebAddress(address) || followed.has(place)) return false;
    followed.add(place);
    return true;
  };
  const looked = entries.slice(0, newest).flatMap((entry) => {
    const { url, title, isMarkup, enclosures } = entry;
    const pictures = [...entry.pictures, ...readMarkup(entry.content).pictures].slice(0, picturesEach);
    return [
      ...(url !== null && isNew(url) ? [checkPage(ground, url, isMarkup ? null : title, entry)] : []),
      ...pictures.filter(isNew).map((picture) => checkFile(ground, picture, "image/", null)),
      ...enclosures
        .filter(({ url }) => isNew(url))
        .map(({ url, type, length }) => checkFile(ground, url, type ?? "", Number(length ?? 0) || null)),
    ];
  });
  return (await Promise.all(looked)).flat();
}

/** An entry's page answers, bears its title, and names feeds that answer. */
async function checkPage(
  ground: Ground,
  url: string,
  title: string | null,
  entry: FeedEntry,
): Promise<Finding[]> {
  const visit = await ground.visitor.read(url);
  const of = `the page of ${nameOf(entry)}`;
  if (isSilence(visit)) return foundAt(url, [{ ...visit.why, what: `${of}: ${visit.why.what}` }]);
  const { answer, bytes, address } = visit;
  if (answer.status !== 200) {
    return foundAt(url, [
      fault("error", `${of} answers ${answer.status}`, "Let each entry's link lead to its page"),
    ]);
  }
  if (!/^(text\/html|application\/xhtml)/.test(answer.headers["content-type"] ?? "")) return [];
  const page = readMarkup(bytes.toString("utf8"));
  const isOn = title === null || plain(page.text).includes(plain(title));
  const faults = isOn
    ? []
    : [
        fault(
          "warning",
          `${of} does not bear its title`,
          "Show the entry's title on its page, or correct the link",
        ),
      ];
  return [...foundAt(url, faults), ...(await checkDiscovery(ground, address, feedsNamed(page, address)))];
}

/** The feeds a page names answer; each is asked once. */
export async function checkDiscovery(
  ground: Ground,
  page: string,
  feeds: readonly string[],
): Promise<Finding[]> {
  const others = feeds.filter((feed) => !ground.examined.has(ground.here(feed)));
  const checked = others.map(async (feed): Promise<Finding[]> => {
    const fix = "Name feeds that are there in <link rel=alternate>";
    if (!isWebAddress(feed)) return foundAt(page, [fault("error", `it names a feed at ${quote(feed)}`, fix)]);
    const visit = await ground.visitor.read(feed);
    if (isSilence(visit))
      return foundAt(page, [{ ...visit.why, what: `it names the feed ${feed}: ${visit.why.what}` }]);
    const { status } = visit.answer;
    return status === 200
      ? []
      : foundAt(page, [fault("error", `it names the feed ${feed}, which answers ${status}`, fix)]);
  });
  return (await Promise.all(checked)).flat();
}

/** Titles are compared without what typography changes. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
