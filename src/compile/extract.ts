// Picks the extractor for a seed: a table, kind → function.

import type { ExtractContext, Extraction, Seed } from "./draft.ts";
import { decodeSeed } from "./encodings.ts";
import { extractText } from "./extractors/text.ts";

/** What was understood of a seed; a file that is no text, or of no known kind, is a problem with its reason. */
export function extractSeed(seed: Seed, context: ExtractContext): Extraction {
  const decoded = decodeSeed(seed);
  if (decoded.text === null) return { kind: "not read", drafts: [], lines: [], problems: decoded.problems };
  const extraction = extractText(decoded.text, seed.path, context);
  return { ...extraction, problems: [...decoded.problems, ...extraction.problems] };
}
