// What the features of a line of a page mean, in words a publisher understands.

import type { Judgement, Meanings } from "../reasons.ts";
import { WEIGHTS } from "./weights.ts";

/** What a feature means when it spoke for a cut, by the beginning of its name; the first that fits. */
const CUT_WORDS: Meanings = [
  ["within figcaption", "caption of a picture"],
  ["within figure", "beside a picture"],
  ["within nav", "navigation"],
  ["within footer", "footer"],
  ["within header", "header"],
  ["within aside", "aside"],
  ["within form", "form"],
  ["within button", "button"],
  ["near ", "element named $"],
  ["class ", "inside an element named $"],
  ["since related", "below a heading of related links"],
  ["since comments", "below a heading of comments"],
  ["links ", "mostly links"],
  ["group links", "among lines of links"],
  ["parent links", "among links"],
  ["hidden", "hidden by the page"],
  ["repeated", "stands more than once on the page"],
  ["title", "the title once more"],
  ["caption", "caption or credit of a picture"],
  ["byline", "byline"],
  ["ahead", "before the article"],
  ["behind", "after the article"],
  ["levels out", "outside the article's element"],
  ["around", "among lines that are no prose"],
  ["wide", "far from running prose"],
  ["next", "among lines that are no prose"],
  ["size", "short line without a sentence"],
  ["label", "short line without a sentence"],
  ["stated", "not in the article's text as the page states it"],
];

/** What a feature means when it spoke for keeping a line. */
const KEPT_WORDS: Meanings = [
  ["stated", "in the article's text as the page states it"],
  ["near ", "element named $"],
  ["prose in", "prose in the article's element"],
  ["group", "made like most of the page's prose"],
  ["parent prose", "beside most of the page's prose"],
  ["levels in", "in the article's element"],
  ["next", "among the article's paragraphs"],
  ["around", "among running prose"],
  ["wide", "among running prose"],
  ["deep", "inside the article"],
  ["size", "length of a paragraph"],
  ["small", "words of running prose"],
  ["sentences", "several sentences"],
  ["end", "ends like a sentence"],
  ["tag", "a paragraph by its tag"],
  ["class ", "inside an element named $"],
];

/** How lines of a page are judged. */
export const judgement: Judgement = { weights: WEIGHTS, kept: KEPT_WORDS, cut: CUT_WORDS };
