// SiteFacts: what the JSON index of a site of this program says of its feeds.

import { type Index, isIndex, type Paths } from "../liveSite.ts";
import { isSilence } from "./silence.ts";
import type { Visitor } from "./visitor.ts";

export interface SiteFacts {
  /** Its canonical origin. */
  readonly url: string;
  /** The feed of all articles, then the topics', those that changed last first. */
  readonly feeds: readonly FeedGroup[];
  /** Path of the subscription list. */
  readonly opml: string;
}

/** One feed in all its formats. */
export interface FeedGroup {
  readonly name: string;
  readonly addresses: readonly string[];
  /** How many articles there are in all; null where nobody says. */
  readonly articles: number | null;
}

const extensions = ["rss", "atom", "json"] as const;

/** Reads the index at an origin; null where there is none of this kind. */
export async function readSiteFacts(visitor: Visitor, origin: string): Promise<SiteFacts | null> {
  const visit = await visitor.read(`${origin}/index.json`);
  if (isSilence(visit) || visit.answer.status !== 200) return null;
  try {
    const index: unknown = JSON.parse(visit.bytes.toString("utf8"));
    return isIndex(index) ? factsOf(index, origin) : null;
  } catch {
    return null;
  }
}

function factsOf(index: Index, origin: string): SiteFacts {
  const { site, topics = [], addresses } = index;
  const absolute = (path: string): string => new URL(path, origin).href;
  const group = (name: string, articles: number, paths: Paths): FeedGroup => ({
    name,
    articles,
    addresses: extensions.flatMap((extension) => {
      // A thousand topics leave no room for the paths of each.
      const path = paths[extension] ?? addresses?.[extension]?.replace("{query}", name);
      return path === undefined ? [] : [absolute(path)];
    }),
  });
  const newest = [...topics].sort(
    (a, b) => Number((a.updated ?? "") < (b.updated ?? "")) - Number((a.updated ?? "") > (b.updated ?? "")),
  );
  return {
    url: typeof site.url === "string" && URL.canParse(site.url) ? new URL(site.url).origin : origin,
    opml: absolute(site.opml ?? "/feeds.opml"),
    feeds: [
      group("all", site.articles, site.feeds),
      ...newest.map(({ id, articles, feeds }) => group(id, articles, feeds ?? {})),
    ],
  };
}
