// Mark: what a line was taken for, and why.

import type { LineVerdict } from "../../draft.ts";

/** What a line was taken for and why. */
export interface Mark {
  readonly verdict: LineVerdict["verdict"];
  readonly rule: string;
}
