// Reading: what was understood of the lines of one article.

import type { DetectedLanguage } from "../../language.ts";
import type { Mark } from "../mark.ts";
import type { Credits } from "./credits.ts";
import type { Facts } from "./facts.ts";
import type { Lead } from "./lead.ts";
import type { Moments } from "./published.ts";

/** What was understood of the lines of one article, before it is written down as a draft. */
export interface Reading {
  readonly facts: readonly Facts[];
  /** One per line. */
  readonly marks: readonly Mark[];
  /** Index of the title's line, or -1. */
  readonly title: number;
  readonly lead: Lead | null;
  readonly credits: Credits;
  readonly moments: Moments;
  readonly lang: DetectedLanguage;
}
