// Post: what an export or a feed says of one post, whatever program wrote it, and of those that are to stay behind.

import type { Enclosure } from "../../../catalog/article.ts";
import type { Advice } from "../arrival.ts";

/** A post that is published, or will be. */
export interface Post {
  /** As it is stated, perhaps with entities and tags in it; empty for none. */
  readonly title: string;
  /** How its address names it; null where it does not. */
  readonly name: string | null;
  /** RFC 3339 with an offset; null where none is stated that can be read. */
  readonly date: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Where it was published; null where that is not told. */
  readonly address: string | null;
  /** The language it states for itself (BCP 47); null for none. */
  readonly lang: string | null;
  /** Text or HTML; empty for none. */
  readonly summary: string;
  readonly image: string | null;
  readonly enclosures: readonly Enclosure[];
  readonly html: string;
}

/** The tag of a language (BCP 47), also as some write it, `vi_VN`; null for what is none. */
export function readLanguage(text: string): string | null {
  return /^[a-z]{2,3}(?:[-_]\w{2,8})*$/i.test(text) ? text.replaceAll("_", "-") : null;
}

/** Why something is left out; what is said of one, and of several. */
const reasons = {
  draft: ["draft"],
  page: ["page"],
  "waits for review": ["waiting for review", "waiting for review"],
  private: ["private post"],
  password: ["protected by a password", "protected by a password"],
  members: ["for members only", "for members only"],
  mail: ["sent by mail alone", "sent by mail alone"],
  trash: ["in the trash", "in the trash"],
  attachment: ["attachment"],
  comment: ["comment"],
  menu: ["menu item"],
  revision: ["revision"],
  setting: ["setting"],
  other: ["of another kind", "of other kinds"],
  unclear: [
    "of which it is not told whether it is published",
    "of which it is not told whether they are published",
  ],
} as const satisfies Readonly<Record<string, readonly [one: string, several?: string]>>;

/** A reason to leave something out. */
export type Reason = keyof typeof reasons;

/** How many are left out, by reason. */
export type Tally = Map<Reason, number>;

/** Counts one more. */
export function leaveOut(tally: Tally, reason: Reason, count = 1): void {
  tally.set(reason, (tally.get(reason) ?? 0) + count);
}

/** `12 drafts, 3 pages, 1 protected by a password`; empty for none. */
export function spellTally(tally: Tally): string {
  const order = Object.keys(reasons) as Reason[];
  return order
    .filter((reason) => tally.has(reason))
    .map((reason) => {
      const count = tally.get(reason) ?? 0;
      const [one, several = `${one}s`]: readonly [string, string?] = reasons[reason];
      return `${count} ${count === 1 ? one : several}`;
    })
    .join(", ");
}

/** All that was read of a file of posts. */
export interface Export {
  /** What it is: `WordPress export`. */
  readonly kind: string;
  readonly posts: readonly Post[];
  readonly leftOut: Tally;
  /** What is missing though it was meant to come in: each makes the command fail. */
  readonly losses: readonly Advice[];
  readonly notes: readonly Advice[];
  /** True for a feed, whose entries have pages that can be fetched. */
  readonly isFeed: boolean;
}
