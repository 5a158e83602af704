// What the features of a line of a capture mean, in words a publisher understands.

import type { Judgement, Meanings } from "../reasons.ts";
import { WEIGHTS } from "./weights.ts";

/** What a feature means when it spoke for a cut, by the beginning of its name; the first that fits. */
const CUT_WORDS: Meanings = [
  ["after related", "below a heading of related links"],
  ["after comments", "below a heading of comments"],
  ["caption", "caption or credit of a picture"],
  ["repeated", "stands more than once in the file"],
  ["shared", "shares few words with the article"],
  ["run", "among short lines without sentences"],
  ["near", "among lines that are no prose"],
  ["around", "among lines that are no prose"],
  ["wide", "far from running prose"],
  ["label before", "label before the article"],
  ["label after", "label after the article"],
  ["prose after", "prose after the article's end"],
  ["prose before", "prose before the article's beginning"],
  ["away before", "well before the article"],
  ["away after", "well after the article"],
  ["address", "web address"],
  ["alt", "remains of a picture"],
  ["barred", "cell of a table"],
  ["byline", "byline"],
  ["capitals", "words with capitals, as in menus"],
  ["shape bullet", "item of a list of links"],
  ["bullet", "item of a list of links"],
  ["size", "short line without a sentence"],
];

/** What a feature means when it spoke for keeping a line. */
const KEPT_WORDS: Meanings = [
  ["prose in", "prose in the article's span"],
  ["label in", "short line inside the article"],
  ["near", "stands between the article's paragraphs"],
  ["around", "among running prose"],
  ["wide", "among running prose"],
  ["shared", "shares its words with the article"],
  ["size", "length of a paragraph"],
  ["small", "words of running prose"],
  ["sentences", "several sentences"],
  ["end", "ends like a sentence"],
  ["deep", "inside the article's span"],
  ["last", "inside the article's span"],
  ["shape bullet", "list inside the article"],
  ["bullet", "list inside the article"],
  ["opens with quote", "speech inside the article"],
];

/** How lines of a capture are judged. */
export const judgement: Judgement = { weights: WEIGHTS, kept: KEPT_WORDS, cut: CUT_WORDS };
