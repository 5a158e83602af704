// Which topics an article is about: the phrases of site.toml found in its clean text, each with its evidence.

import type { Topic } from "../catalog/catalog.ts";
import { foldAccents, settleTone, wordPattern } from "../catalog/words.ts";
import { KnownWords } from "./characters/knownWords.ts";

/** What makes a topic match, as site.toml states it. */
export interface TopicRule {
  readonly id: string;
  readonly match: readonly string[];
  readonly not: readonly string[];
}

/** The parts of a clean article, from the one that tells most to the one that tells least. */
export interface TopicText {
  /** Null where the title was made from the text itself. */
  readonly title: string | null;
  /** The first paragraph. */
  readonly lead: string;
  /** The other paragraphs, one a line. */
  readonly body: string;
}

/** A phrase found. */
export interface TopicEvidence {
  readonly phrase: string;
  readonly place: keyof TopicText | "front matter";
  /** How often it stands there, without the places a `not` phrase covers. */
  readonly count: number;
  /** What that is worth: count times the weight of the place. */
  readonly weight: number;
}

/** A topic that was considered: assigned when its weight reaches the threshold. */
export interface TopicMatch {
  readonly id: string;
  readonly assigned: boolean;
  readonly weight: number;
  readonly evidence: readonly TopicEvidence[];
}

/** A mention in the title or the lead is enough; in the body it takes two, since one is often in passing. */
const weights = { title: 3, lead: 2, body: 1 } as const;
const threshold = 2;

interface Phrase {
  readonly topic: number;
  readonly text: string;
  readonly kind: "match" | "not";
}

/** A step of the phrase tree: the next word, and the phrases that end here. */
interface Step {
  readonly next: Map<string, Step>;
  readonly ends: Phrase[];
}

/** All phrases of all topics, ready to be looked for in one pass. */
export interface TopicIndex {
  readonly ids: readonly string[];
  /** Words as written, in lower case. */
  readonly exact: Step;
  /** Words without their accents, for phrases written without any. */
  readonly folded: Step;
}

/** Makes the index; do it once for a site. The cost of a search does not grow with the number of topics. */
export function indexTopics(rules: readonly TopicRule[]): TopicIndex {
  const index: TopicIndex = { ids: rules.map((rule) => rule.id), exact: newStep(), folded: newStep() };
  rules.forEach((rule, topic) => {
    for (const kind of ["match", "not"] as const) {
      for (const text of rule[kind]) {
        const words = wordsOf(text);
        const accented = words.some((word) => word.exact !== word.folded);
        let step = accented ? index.exact : index.folded;
        for (const word of words) step = follow(step, accented ? word.exact : word.folded);
        if (words.length > 0) step.ends.push({ topic, text, kind });
      }
    }
  });
  return index;
}

/** The topics with at least one phrase in the article, in the order of site.toml, with the evidence. */
export function matchTopics(index: TopicIndex, text: TopicText): readonly TopicMatch[] {
  const evidence = new Map<number, TopicEvidence[]>();
  for (const place of ["title", "lead", "body"] as const) {
    const counts = new Map<Phrase, number>();
    for (const line of (text[place] ?? "").split("\n")) countPhrases(index, line, counts);
    for (const [phrase, count] of counts) {
      const list = evidence.get(phrase.topic) ?? [];
      list.push({ phrase: phrase.text, place, count, weight: count * weights[place] });
      evidence.set(phrase.topic, list);
    }
  }
  return [...evidence]
    .sort(([a], [b]) => a - b)
    .map(([topic, list]) => {
      const weight = list.reduce((sum, item) => sum + item.weight, 0);
      return { id: index.ids[topic] ?? "", assigned: weight >= threshold, weight, evidence: list };
    });
}

/**
 * Names as ids. One with spaces is one topic, `Coast guard`, but where it is none by its id or title and every word of it is
 * one, these: Jekyll parts `categories: japan navy` so.
 */
export function partNames(
  { ids }: TopicIndex,
  names: readonly string[],
  topics: readonly Pick<Topic, "title">[],
): string[] {
  const isTitle = (name: string): boolean =>
    topics.some(({ title }) => Object.values(title).some((one) => one.toLowerCase() === name));
  const parted = names.flatMap((name) => {
    if (!name.includes(" ")) return [name];
    const [id, words] = [name.replaceAll(" ", "-"), name.split(" ")];
    return ids.includes(id) || !words.every((word) => ids.includes(word)) || isTitle(name) ? [id] : words;
  });
  return [...new Set(parted)];
}

/** The topics a file names itself, by id; other names are tags of no topic here. */
export function nameTopics(index: TopicIndex, names: readonly string[]): readonly TopicMatch[] {
  return index.ids
    .filter((id) => names.includes(id))
    .map((id) => {
      const evidence = { phrase: id, place: "front matter", count: 1, weight: threshold } as const;
      return { id, assigned: true, weight: threshold, evidence: [evidence] };
    });
}

interface Found {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
}

/** Counts each topic's phrases in one paragraph. Of phrases that overlap only the longest counts. */
function countPhrases(index: TopicIndex, line: string, counts: Map<Phrase, number>): void {
  const words = wordsOf(line);
  const found: Found[] = [];
  for (let from = 0; from < words.length; from++) {
    collect(index.exact, words, from, "exact", found);
    collect(index.folded, words, from, "folded", found);
  }
  if (found.length === 0) return;
  const rank = (hit: Found): number => (hit.phrase.kind === "not" ? 0 : 1);
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || rank(a) - rank(b) || a.from - b.from);
  const taken = new Map<number, Found[]>();
  for (const hit of found) {
    const others = taken.get(hit.phrase.topic) ?? [];
    if (others.some((other) => hit.from < other.to && other.from < hit.to)) continue;
    others.push(hit);
    taken.set(hit.phrase.topic, others);
    if (hit.phrase.kind === "match") counts.set(hit.phrase, (counts.get(hit.phrase) ?? 0) + 1);
  }
}

function collect(
  root: Step,
  words: readonly Word[],
  from: number,
  form: "exact" | "folded",
  found: Found[],
): void {
  let step: Step | undefined = root;
  for (let to = from; to < words.length; to++) {
    const word = words[to];
    step = word === undefined ? undefined : step.next.get(word[form]);
    if (step === undefined) return;
    for (const phrase of step.ends) {
      if (to > from || writtenAsName(phrase.text, words[from]?.text ?? "")) {
        found.push({ phrase, from, to: to + 1 });
      }
    }
  }
}

/** A single word with a capital is a name: "Pháp" is not "pháp", "US" is not "us"; "NHẬT" is "Nhật" in a headline. */
function writtenAsName(phrase: string, word: string): boolean {
  const capitals = [...phrase].filter((letter) => letter !== letter.toLowerCase()).length;
  if (capitals === 0) return true;
  const first = [...word][0] ?? "";
  return capitals > 1 ? word === word.toUpperCase() : first !== first.toLowerCase();
}

interface Word {
  readonly text: string;
  readonly exact: string;
  readonly folded: string;
}

/** The forms of words met before: a language has few, and normalising costs more than looking them up. */
const known = new KnownWords(24_000, learn);

/** Stands between words that punctuation parts: "Việt Nam, Mỹ" does not hold "Nam Mỹ". */
const pause: Word = { text: ",", exact: ",", folded: "," };
const pausePattern = /[,;:!?…()[\]"“”«»|]/u;
/** A full stop ends a sentence, but for one after a short abbreviation: "TP. Hồ Chí Minh", "U.S. Navy". */
const abbreviation = /^(?:\p{Lu}{1,3}|St|Tp)$/u;

/** The words of a text, with a pause where punctuation parts two of them. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  const plain = text.normalize("NFC");
  for (const text of plain.match(wordPattern) ?? []) {
    const before = words.at(-1);
    // Between two words no letter stands, so that the next place of the word is its own.
    const start = plain.indexOf(text, end);
    if (before !== undefined && (start !== end + 1 || plain[end] !== " ")) {
      const gap = plain.slice(end, start);
      const stop = /^\.+\s/u.test(gap) && !abbreviation.test(before.text);
      if (stop || pausePattern.test(gap)) words.push(pause);
    }
    words.push(known.get(text));
    end = start + text.length;
  }
  return words;
}

function learn(text: string): Word {
  const lower = text.toLowerCase();
  const folded = foldAccents(lower);
  // Without accents it has no tone either.
  return { text, exact: folded === lower ? lower : settleTone(lower), folded };
}

function newStep(): Step {
  return { next: new Map(), ends: [] };
}

function follow(step: Step, word: string): Step {
  const next = step.next.get(word) ?? newStep();
  step.next.set(word, next);
  return next;
}
