// placeSlides: in the article's element a picture with a sentence below it is told, however its template calls it.

import type { Element } from "domhandler";
import { elementsIn } from "../../elements.ts";
import type { Block } from "./blocks.ts";
import { findCore } from "./core.ts";
import type { Decision } from "./decide.ts";
import { conceptsOf } from "./tokens.ts";

/** An article that keeps a smaller share of its words than this without them is told by its pictures. */
const LEAST_WITHOUT = 0.3;
const FEWEST_WORDS = 5;
const MOST_WORDS = 150;

/**
 * The decisions, with the words of slides that were cut as parts of a gallery: captions of their pictures, or the
 * article itself where it has hardly any others.
 */
export function placeSlides(blocks: readonly Block[], decisions: readonly Decision[]): readonly Decision[] {
  const cut = blocks.filter(({ index, around }) => decisions[index]?.keep !== true && around.some(isGallery));
  if (cut.length === 0) return decisions;
  const core = findCore(blocks).element;
  const slides = new Map<Element, Block[]>();
  for (const block of cut) {
    const slide = core === null ? null : slideAround(block, core);
    if (slide === null) continue;
    const inside = slides.get(slide);
    if (inside === undefined) slides.set(slide, [block]);
    else inside.push(block);
  }
  const words = [...slides].filter(([, inside]) => isTold(inside)).flatMap(([, inside]) => inside);
  if (words.length === 0) return decisions;
  const kept = countWords(blocks.filter(({ index }) => decisions[index]?.keep === true));
  const isStory = kept < LEAST_WITHOUT * (kept + countWords(words));
  const placed = new Set(words.map(({ index }) => index));
  return decisions.map((decision, index) => {
    if (!placed.has(index)) return decision;
    return isStory
      ? { keep: true, rule: "story told by its pictures" }
      : { ...decision, caption: "words below a picture of a gallery" };
  });
}

function isGallery(element: Element): boolean {
  return conceptsOf(element).includes("gallery");
}

/** The nearest element around a line that holds a picture, where it is one of a gallery in the article's element. */
function slideAround({ around }: Block, core: Element): Element | null {
  const end = around.indexOf(core);
  if (end < 0 || !around.slice(0, end).some(isGallery)) return null;
  const slide = around.slice(0, end).find((element) => countPictures(element) > 0);
  return slide !== undefined && countPictures(slide) === 1 ? slide : null;
}

/** True for words that are told: sentences, without links. */
function isTold(inside: readonly Block[]): boolean {
  const words = countWords(inside);
  return (
    words >= FEWEST_WORDS &&
    words <= MOST_WORDS &&
    inside.some(({ facts }) => facts.end === "sentence") &&
    inside.every(({ facts, linked, hidden }) => linked < 0.3 && facts.noise.length === 0 && !hidden)
  );
}

function countWords(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { facts }) => sum + facts.line.words, 0);
}

const pictures = new WeakMap<Element, number>();

function countPictures(element: Element): number {
  let count = pictures.get(element);
  if (count === undefined) {
    count = 0;
    for (const { name } of elementsIn(element.children)) if (name === "img" || name === "amp-img") count += 1;
    pictures.set(element, count);
  }
  return count;
}
