// BenchArticle: one article of the corpus, the same whenever and wherever it is written.

import type { ProseLanguage } from "./language.ts";
import { writeSentence } from "./prose.ts";
import { createRandom, type Random } from "./random.ts";
import type { BenchTopic } from "./topics.ts";

/** An article of the corpus. */
export interface BenchArticle {
  /** Its file, below the seeds folder. */
  readonly path: string;
  readonly title: string;
  /** RFC 3339. */
  readonly date: string;
  readonly topics: readonly string[];
  /** Its content, as Markdown. */
  readonly body: string;
}

/** The corpus ends here: no benchmark asks what time it is, and no article is still to come. */
const newest = Date.UTC(2026, 5, 30, 12);
const minutesApart = 97;
const words = 400;

/** The article of this number; 0 is the newest. It depends on nothing but its number and the topics there are. */
export function writeArticle(
  number: number,
  pickTopics: (random: Random) => readonly BenchTopic[],
): BenchArticle {
  const random = createRandom(Math.imul(number + 1, 0x9e3779b1));
  for (let turn = 0; turn < 4; turn++) random.next();
  const language: ProseLanguage = random.next() < 0.5 ? "en" : "vi";
  const instant = newest - (number * minutesApart + random.whole(0, 60)) * 60_000;
  const date = `${new Date(instant).toISOString().slice(0, 19)}Z`;
  const title = writeTitle(language, random);
  return {
    path: `${date.slice(0, 4)}/${date.slice(5, 7)}/${slugOf(title)}-${number}.md`,
    title,
    date,
    topics: pickTopics(random).map(({ id }) => id),
    body: writeBody(language, random),
  };
}

/** The file of an article: YAML front matter in the spelling of Hugo, Eleventy and Astro alike, then Markdown. */
export function spellArticle({ title, date, topics, body }: BenchArticle): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\ntopics: [${topics.join(", ")}]\n---\n\n${body}\n`;
}

function writeTitle(language: ProseLanguage, random: Random): string {
  const most = random.whole(7, 12);
  const sentence = writeSentence(language, random, most);
  return sentence
    .split(" ")
    .slice(0, most)
    .join(" ")
    .replace(/[,;:.]+$/, "");
}

function writeBody(language: ProseLanguage, random: Random): string {
  const parts: string[] = [];
  const wanted = random.whole(words * 0.7, words * 1.3);
  for (let count = 0, blocks = 0; count < wanted; blocks++) {
    const sentences = Array.from({ length: random.whole(2, 4) }, () => writeSentence(language, random));
    const paragraph = decorate(sentences.join(" "), random);
    count += paragraph.split(" ").length;
    if (blocks > 1 && random.next() < 0.12) parts.push(`## ${writeTitle(language, random)}`);
    parts.push(paragraph);
  }
  return parts.join("\n\n");
}

/** A link, an emphasis or a quotation here and there, as articles have them. */
function decorate(paragraph: string, random: Random): string {
  const chance = random.next();
  if (chance < 0.08) return `> ${paragraph}`;
  const list = paragraph.split(" ");
  const at = random.whole(2, list.length - 3);
  const some = list.slice(at, at + 2).join(" ");
  const marked =
    chance < 0.2
      ? `[${some}](https://news.example.org/${random.whole(1000, 99_999)})`
      : chance < 0.3
        ? `*${some}*`
        : some;
  return [...list.slice(0, at), marked, ...list.slice(at + 2)].join(" ");
}

function slugOf(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50);
}
