// ServingCase: what is asked of the Worker, and how near to a constant buffer the answer should be.

import type { BenchRequest } from "./load.ts";
import type { BenchTopic } from "./topics.ts";

/** One kind of request. */
export interface ServingCase {
  readonly name: string;
  /** Sent in turn. */
  readonly requests: readonly BenchRequest[];
  /** The most CPU, as a ratio to the constant Worker; null where there is no goal. */
  readonly most: number | null;
  /** The most bytes on the wire, as a ratio to the plain document. */
  readonly mostWire: number | null;
  /** Whether the answer is the constant one that a client has already (304). */
  readonly conditional: boolean;
  /** Whether it is a plain feed, which others can serve as well. */
  readonly plain: boolean;
}

const gzip = { "Accept-Encoding": "gzip" };

/** The cases of a site with these topics (the first are the most frequent) and an article at this path. */
export function listCases(topics: readonly BenchTopic[], article: string): readonly ServingCase[] {
  const ids = topics.map(({ id }) => id);
  const [first = "", second = ""] = ids;
  // The last is the one least is written about: of a large site its feed lies in an asset file.
  const last = ids.at(-1) ?? "";
  const ask = (path: string, headers: Record<string, string> = gzip): BenchRequest => ({ path, headers });
  const usual = { most: null, mostWire: null, conditional: false, plain: false };
  const plain = { ...usual, most: 1.1, mostWire: 0.25, plain: true };
  const joined = { ...usual, most: 1.6, mostWire: 0.45 };
  return [
    { ...plain, name: "feed, RSS", requests: [ask(`/feeds/${first}.rss`)] },
    { ...plain, name: "feed, Atom", requests: [ask(`/feeds/${first}.atom`)] },
    { ...plain, name: "feed, JSON", requests: [ask(`/feeds/${first}.json`)] },
    { ...usual, name: "feed, 304", requests: [ask(`/feeds/${first}.rss`)], most: 1.15, conditional: true },
    { ...joined, name: "a+b", requests: [ask(`/feeds/${first}+${second}.rss`)] },
    { ...joined, name: "a,b", requests: [ask(`/feeds/${first},${second}.atom`)] },
    { ...joined, name: "?q=word", requests: [ask(`/feeds/all.rss?q=harbour`)] },
    {
      ...usual,
      name: "a,b+c, never asked before",
      requests: listExpressions(topics).map((path) => ask(path)),
    },
    {
      ...usual,
      name: "the same, each asked twice",
      requests: listExpressions(topics).flatMap((path) => [ask(path), ask(path)]),
    },
    { ...plain, name: "feed of a quiet topic", requests: [ask(`/feeds/${last}.rss`)] },
    {
      ...plain,
      name: "feed, RSS, Brotli",
      requests: [ask(`/feeds/all.rss`, { "Accept-Encoding": "br, gzip" })],
      plain: false,
    },
    { ...usual, name: "feed, not compressed", requests: [ask(`/feeds/${first}.rss`, {})] },
    { ...usual, name: "home page", requests: [ask("/")] },
    { ...usual, name: "article", requests: [ask(article)] },
    { ...usual, name: "/index.json", requests: [ask("/index.json")] },
    { ...usual, name: "/feeds.opml", requests: [ask("/feeds.opml")] },
    { ...usual, name: "archive page 1", requests: [ask(`/feeds/${first}/1.rss`)] },
  ];
}

/** More expressions than anything remembers: each is as good as never asked before. */
function listExpressions(topics: readonly BenchTopic[]): readonly string[] {
  const ids = topics.map(({ id }) => id);
  const all = ids.flatMap((a) =>
    ids.flatMap((b) =>
      ids.flatMap((c) => (new Set([a, b, c]).size === 3 && b < c ? `/feeds/${a},${b}+${c}.rss` : [])),
    ),
  );
  return all.slice(0, 1500);
}
