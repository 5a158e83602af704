// The source of what the detector knows: the package eld, read from the disk when it is asked for.

import { readFileSync } from "node:fs";
import { createRequire, findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { scanGrams } from "./scan.ts";
import { type GramScores, type GramTable, indexGrams, packGrams } from "./table.ts";

/** The parts of eld (2.1.0, "small") that its own detector is made of. */
export interface Knowledge {
  /** Language number → BCP 47. */
  readonly languages: Readonly<Record<string, string>>;
  /** Bytes of a word, four at most and a space at its ends → language number → score. */
  readonly ngrams: GramTable;
  /** All that parts words. */
  readonly separators: RegExp;
  /** Byte → the letter it is written as. */
  readonly dictionary: readonly string[];
}

/** What eld makes of its n-grams. */
interface Module {
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, GramScores>>;
}

/** Reads it. The n-grams are scanned; where their module has another layout, it is run, which takes much memory. */
export function readKnowledge(): Knowledge {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(findPackageJSON("eld", import.meta.url) ?? ""), "src");
  const path = join(folder, "ngrams/small.js");
  const { separators } = require(join(folder, "regexPatterns.js"));
  const { dictionary } = require(join(folder, "dictionary.js"));
  const { languages, packed } = scanGrams(readFileSync(path)) ?? runGrams(require(path));
  return { languages, ngrams: indexGrams(packed), separators, dictionary };
}

function runGrams({ ngramsData }: { readonly ngramsData: Module }) {
  return { languages: ngramsData.languages, packed: packGrams(ngramsData.ngrams) };
}
