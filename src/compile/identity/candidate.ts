// Candidate: an article as it was found now, before it is known which one it is.

import type { Correction } from "../correction.ts";
import type { PublishedFile } from "../media/publish.ts";

/** What an article is recognised by. */
export interface Candidate {
  /** Path and place, as the ledger writes them. */
  readonly from: string;
  readonly source: string | null;
  readonly title: string;
  readonly text: string;
  /** When its source says it was published, RFC 3339; absent or null where it does not say. */
  readonly published?: string | null;
  /** `hashWords` of everything readers see. */
  readonly hash: string;
  /** `sketchText` of its text. */
  readonly fingerprint: string;
  /** The id its file names, `"new"` where it says it is none of the known ones, null where it says nothing. */
  readonly claimedId: string | null;
}

/**
 * A draft that was accepted, on its way to becoming an article: what is compared and decided upon. There may be a hundred
 * thousand of them, so the words themselves may be elsewhere; `text` brings them.
 */
export interface AcceptedDraft extends Candidate {
  readonly path: string;
  /** Which article of its file it is: 0 for the first. */
  readonly place: number;
  readonly lang: string;
  readonly published: string | null;
  /** The update its file states, RFC 3339 in UTC. */
  readonly updated: string | null;
  /** Hash of title and text, which a new id is made from. */
  readonly words: string;
  /** Lines that problems point to; null where they are not known. */
  readonly lines: { readonly title: number | null; readonly id: number | null };
  /** Why the publisher took it back; null while it is published. */
  readonly withdrawn: string | null;
  /** Ids of its topics, in the order of site.toml. */
  readonly topicIds: readonly string[];
  /** The files that go with it. */
  readonly media: readonly PublishedFile[];
  /** Its tags, where the site has no topics they could be. */
  readonly tags: readonly string[];
  /** What its links to other articles name (crossLinks.ts). */
  readonly links: readonly string[];
  /** What corrected it, of what is for one article of several; where that names it by its id, it may be for another one. */
  readonly correction: Correction | null;
  /** True for one that a correction keeps from being published. */
  readonly hidden: boolean;
}
