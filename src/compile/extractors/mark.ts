// Mark: what a line was taken for, and why.

import type { LineVerdict } from "../draft.ts";

/** What a line was taken for and why. */
export interface Mark {
  readonly verdict: LineVerdict["verdict"];
  readonly rule: string;
  /** True for a caption that belongs to the article wherever it stands. */
  readonly isSlide?: boolean;
}
