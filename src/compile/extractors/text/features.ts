// featuresOf: what the trained weights are asked about each line: its own facts and its place among the others.

import { bin } from "../bins.ts";
import { findCore } from "./core.ts";
import type { Facts } from "./facts.ts";

/** Names of the features that hold for each line, in the order of the lines. */
export function featuresOf(facts: readonly Facts[]): string[][] {
  const core = findCore(facts);
  const counts = countTexts(facts);
  const coreWords = contentWordsOf(facts.slice(core.from, core.to + 1));
  const runs = shortRuns(facts);
  const spread = facts.filter(({ line }) => line.gapBefore > 0).length / Math.max(1, facts.length) > 0.6;
  const total = facts.reduce((sum, { line }) => sum + line.words, 0) || 1;
  let sinceRelated = Infinity;
  let sinceComments = Infinity;
  let seen = 0;
  return facts.map((fact, index) => {
    const { line } = fact;
    const on: string[] = ["any"];
    const place = index < core.from ? "before" : index > core.to ? "after" : "in";
    const size = sizeOf(line.words);
    const kind = fact.prose > 0 ? "prose" : "label";
    sinceRelated = fact.noise.includes("heading of related links") ? 0 : sinceRelated + 1;
    sinceComments = fact.noise.includes("heading of comments") ? 0 : sinceComments + 1;

    on.push(`size ${size}`, `size ${size} ${place}`, `size ${size} ${fact.end}`, `end ${fact.end}`);
    on.push(`${kind} ${place}`, `sentences ${Math.min(4, fact.sentences)}`);
    if (line.words >= 4)
      on.push(`small ${Math.min(5, Math.floor(fact.small * 12))} ${line.words > 12 ? "long" : "short"}`);
    on.push(`capitals ${Math.min(4, Math.floor(fact.capitals * 5))} ${line.words > 4 ? "long" : "short"}`);
    if (fact.digits > 0.1) on.push(`digits ${fact.digits > 0.3 ? "many" : "some"}`);
    on.push(`shape ${line.shape}`, `shape ${line.shape} ${place}`);
    if (line.shape === "bullet") on.push(`bullet size ${size} ${place}`);
    if (line.alt !== "") on.push("alt");
    if (line.barred) on.push("barred");
    for (const name of fact.noise)
      on.push(`noise ${name}`, `noise ${name} ${place}`, ...(line.words > 12 ? [`noise ${name} long`] : []));
    if (fact.noise.length === 0) on.push("no noise");
    if (fact.caption) on.push("caption", `caption ${place}`, `caption ${line.words > 12 ? "long" : "short"}`);
    if (fact.address) on.push("address");
    if (/^["“„«‘'—–-]/.test(fact.text)) on.push("opens with quote");
    if (/^\p{Ll}/u.test(fact.text)) on.push(`opens small ${place}`);
    if (/^\d+[.)]\s/.test(fact.text)) on.push(`numbered ${place}`);
    if (/\?$/.test(fact.text)) on.push(`question ${place}`);
    if (/[|•·»›]/.test(fact.text.slice(1))) on.push(`separator ${place}`);
    if (/https?:|www\./.test(fact.text)) on.push("holds address");
    if (/(?<![\p{L}])(?:you|your|you’re|we|our|us)(?![\p{L}])/iu.test(fact.text))
      on.push(`addresses reader ${kind}`);
    if (/^(?:By|Von|Par|Por|Di|Av|Door|Autor)\s+\p{Lu}/u.test(fact.text) && line.words < 14)
      on.push(`byline ${place}`);
    if (/\b(?:19|20)\d\d\b/.test(fact.text) && line.words < 12) on.push(`short with year ${place}`);

    const copies = counts.get(fact.text) ?? 0;
    if (copies > 1) on.push(`repeated ${copies > 2 ? "often" : "once"} ${kind}`, `repeated ${place}`);
    if (line.words >= 3) {
      const share = sharedWith(fact, coreWords, place === "in");
      on.push(`shared ${share} ${place}`, `shared ${share} ${kind}`);
    }

    for (const step of [-2, -1, 1, 2]) {
      const near = facts[index + step];
      const what = near === undefined ? "edge" : describeNear(near);
      on.push(`near ${step} ${what}`);
      if (Math.abs(step) === 1) on.push(`near ${step} ${what} ${size}`, `near ${step} ${what} ${place}`);
    }
    on.push(`around ${densityAround(facts, index, 3)}`, `around ${densityAround(facts, index, 3)} ${kind}`);
    on.push(`wide ${densityAround(facts, index, 8)} ${place}`);
    on.push(`run ${runs[index]} ${place}`);
    const away = place === "before" ? core.from - index : place === "after" ? index - core.to : 0;
    if (away > 0)
      on.push(
        `away ${place} ${bin(away, [1, 2, 4, 8, 16, 40])}`,
        `away ${place} ${bin(away, [1, 2, 4, 8, 16, 40])} ${kind}`,
      );
    else {
      on.push(
        `deep ${bin(index - core.from, [0, 1, 3, 8])}`,
        `last ${bin(core.to - index, [0, 1, 3, 8])} ${kind}`,
      );
    }
    if (sinceRelated < 40) on.push(`after related ${bin(sinceRelated, [0, 1, 3, 8, 20])} ${kind}`);
    if (sinceRelated < 40) on.push(`after related ${bin(sinceRelated, [0, 1, 3, 8, 20])} ${place}`);
    if (sinceComments < 200) on.push(`after comments ${bin(sinceComments, [0, 1, 3, 8, 20])} ${place}`);
    on.push(`gap ${Math.min(2, line.gapBefore)}${Math.min(2, line.gapAfter)} ${spread ? "spread" : "tight"}`);
    on.push(`read ${Math.floor((seen / total) * 8)} ${kind}`);
    seen += line.words;
    return on;
  });
}

function sizeOf(words: number): string {
  return bin(words, [0, 1, 2, 4, 7, 11, 17, 28, 50, 90]);
}

function describeNear(fact: Facts): string {
  if (fact.prose > 40) return "long prose";
  if (fact.prose > 0) return "prose";
  if (fact.noise.length > 0) return "noise";
  if (fact.caption) return "caption";
  if (fact.line.shape === "image") return "image";
  return `${fact.line.words <= 4 ? "brief" : "label"}${fact.end === "none" ? "" : " ended"}`;
}

function densityAround(facts: readonly Facts[], index: number, radius: number): number {
  let prose = 0;
  let lines = 0;
  for (let at = index - radius; at <= index + radius; at++) {
    if (at === index) continue;
    lines++;
    if ((facts[at]?.prose ?? 0) > 0) prose++;
  }
  return Math.round((prose / lines) * 5);
}

/** How many lines without prose stand together around each line. */
function shortRuns(facts: readonly Facts[]): string[] {
  const runs: string[] = new Array(facts.length).fill("none");
  let from = 0;
  for (let index = 0; index <= facts.length; index++) {
    const fact = facts[index];
    if (fact !== undefined && fact.prose === 0) continue;
    for (let at = from; at < index; at++) runs[at] = bin(index - from, [1, 2, 3, 5, 9, 20]);
    from = index + 1;
  }
  return runs;
}

function countTexts(facts: readonly Facts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of facts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function contentWordsOf(facts: readonly Facts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts)
    for (const word of new Set(contentWords(fact.text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sharedWith(fact: Facts, core: ReadonlyMap<string, number>, own: boolean): string {
  const words = contentWords(fact.text);
  if (words.length === 0) return "none";
  const shared = words.filter((word) => (core.get(word) ?? 0) > (own ? 1 : 0)).length / words.length;
  return bin(shared, [0, 0.15, 0.3, 0.5, 0.7, 1]);
}

/** Words that carry matter: of four letters or more; in Vietnamese, whose syllables are short, pairs; pairs of signs in scripts without spaces. */
export function contentWords(text: string): string[] {
  const lower = text.toLowerCase();
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(lower))
    return lower.match(/[\p{sc=Han}\p{sc=Katakana}]{2}/gu) ?? [];
  const words = lower.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/.test(lower)) {
    return words.slice(1).map((word, index) => `${words[index]} ${word}`);
  }
  return words.filter((word) => word.length >= 4);
}
