// Facts: what one line shows by itself, before its neighbours are asked.

import { type NoiseName, nameNoise } from "../../noise.ts";
import { functionWordShare } from "./functionWords.ts";
import { type Line, withoutMarker } from "./lines.ts";
import { isCaptionLike, readAddressLine } from "./signs.ts";

/** Words of the article that must stand above before anything is taken for comments or teasers below it. */
export const ENOUGH_ABOVE = 40;

/** A sign, and behind it what a sentence may begin with: a capital, or a letter of a script that has none. */
const SENTENCE_END =
  /[.!?…؟۔।]["”’»)]?\s+(?=["“„«(¿¡‘'—–-]?\s?(?:[\p{Lu}\p{N}]|(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\p{Lo}))|[。！？။។]/gu;

/** A line and what it shows by itself. */
export interface Facts {
  readonly line: Line;
  /** Text without its list or heading sign. */
  readonly text: string;
  /** How it ends: with a sentence, with a colon, cut off by dots, or with nothing. */
  readonly end: "sentence" | "colon" | "dots" | "none";
  /** Sentence ends inside the line. */
  readonly sentences: number;
  /** Share of function words, 0 to 1. */
  readonly small: number;
  /** Share of words that begin with a capital, 0 to 1; 0 in scripts without capitals. */
  readonly capitals: number;
  /** Share of signs that are digits, 0 to 1. */
  readonly digits: number;
  readonly noise: readonly NoiseName[];
  readonly caption: boolean;
  /** True for a line that is one web address. */
  readonly address: boolean;
  /** Words of running prose in it: all or none. */
  readonly prose: number;
}

/** Looks at one line. */
export function factsOf(line: Line): Facts {
  const text = withoutMarker(line);
  const end = endOf(text);
  const sentences = text.match(SENTENCE_END)?.length ?? 0;
  const small = line.words >= 4 ? functionWordShare(text) : 0;
  const noise = nameNoise(text === "" ? line.alt : text, line.words);
  const caption = isCaptionLike(text, line.words);
  const flowing = end === "sentence" || end === "colon" || sentences > 0;
  const isProse =
    line.words >= 9 && (flowing ? small >= 0.08 || line.words >= 25 : line.words >= 22 && small >= 0.2);
  return {
    line,
    text,
    end,
    sentences,
    small,
    capitals: capitalShare(text),
    digits: text === "" ? 0 : (text.match(/\d/g)?.length ?? 0) / text.length,
    noise,
    caption,
    address: readAddressLine(text) !== null,
    prose: isProse && line.shape !== "code" ? line.words : 0,
  };
}

function endOf(text: string): Facts["end"] {
  if (/(?:\.\.\.|…)["”’»)\]]*$/.test(text)) return "dots";
  if (/[.!?。！？؟۔।॥။។]["”’'»」』)\]*]*$/.test(text)) return "sentence";
  return /[:：;,؛،၊]["”’»]*$/.test(text) ? "colon" : "none";
}

function capitalShare(text: string): number {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  if (words.length === 0) return 0;
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}

/** The heading of clutter a line is, by its name, or null. */
export function headingOf(fact: Facts | undefined): string | null {
  return (
    fact?.noise.find((name) => name === "heading of related links" || name === "heading of comments") ?? null
  );
}
