// Aspects: what is looked at, each with the sentence that is said when it is all right.

import type { Finding } from "./finding.ts";

/** In the order they are told. */
const aspects = {
  index: "The JSON index is readable, typed, and open to scripts",
  secure: "http leads to https",
  answers: "Feeds answer, and are well-formed",
  headers: "Feeds say their type, their lifetime and their version",
  compression: "Feeds are the same plain, with gzip and with Brotli",
  head: "HEAD is answered as GET",
  conditions: "A reader that has the feed gets 304, one that has not gets the feed",
  differences: "Readers that ask for differences get valid answers",
  preflight: "Scripts of other sites may ask for feeds, with conditions too",
  negotiation: "Feeds are feeds to every reader, whatever it accepts",
  document: "Feeds name themselves, their page, their language and their hub",
  entries: "Entries have ids, titles, dates, links and content",
  agreement: "The formats of a feed hold the same entries",
  archives: "Archives are whole, back to the first entry",
  links: "Pages, pictures and enclosures of the newest entries are there",
  discovery: "The page names its feeds, and they are there",
  subscriptions: "The subscription list names feeds and pages that are there",
  crawlers: "robots.txt lets feeds be fetched, and its sitemap is there",
} as const;

export type Aspect = keyof typeof aspects;

/** One aspect of one address, and what was found. */
export interface Look {
  readonly aspect: Aspect;
  readonly address: string;
  readonly findings: readonly Finding[];
}

/** An aspect that is all right, and at how many addresses. */
export interface Right {
  readonly what: string;
  readonly times: number;
}

/** The aspects nothing is wrong with; notes are nothing wrong. */
export function rightOnes(looks: readonly Look[]): Right[] {
  return Object.entries(aspects).flatMap(([aspect, what]) => {
    const ofIt = looks.filter((look) => look.aspect === aspect);
    const isWrong = ofIt.some(({ findings }) => findings.some(({ level }) => level !== "note"));
    return ofIt.length === 0 || isWrong ? [] : [{ what, times: ofIt.length }];
  });
}
