// Corpus: a seeds folder of any size, made of nothing but numbers. `node bench/corpus.ts --articles N --topics T --out DIR`

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type BenchArticle, spellArticle, writeArticle } from "./article.ts";
import { type BenchTopic, createTopicPicker, listTopics } from "./topics.ts";

/** How large a corpus is. */
export interface CorpusSize {
  readonly articles: number;
  readonly topics: number;
}

/** The articles, the newest first, one after the other: a hundred thousand need not be in memory. */
export function* writeArticles({ articles, topics }: CorpusSize): Generator<BenchArticle> {
  const pickTopics = createTopicPicker(listTopics(topics));
  for (let number = 0; number < articles; number++) yield writeArticle(number, pickTopics);
}

/** Writes the corpus as a seeds folder. */
export function writeCorpus(folder: string, size: CorpusSize): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "site.toml"), spellSite(listTopics(size.topics)));
  const made = new Set<string>();
  for (const article of writeArticles(size)) {
    const file = join(folder, article.path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, spellArticle(article));
  }
}

/** Topics without phrases to match: the articles' front matter names theirs. */
function spellSite(topics: readonly BenchTopic[]): string {
  const site = `[site]
title = "Benchmark"
description = "News that never happened, to measure with."
url = "https://bench.example"
language = "en"
timezone = "UTC"
entries = 50
content = "full"
`;
  return [
    site,
    ...topics.map(({ id, title }) => `[[topic]]\nid = "${id}"\ntitle = "${title}"\nmatch = []\n`),
  ].join("\n");
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      articles: { type: "string", default: "1000" },
      topics: { type: "string", default: "20" },
      out: { type: "string" },
    },
  });
  if (values.out === undefined)
    throw new Error("Usage: node bench/corpus.ts --articles N --topics T --out DIR");
  writeCorpus(values.out, { articles: Number(values.articles), topics: Number(values.topics) });
}
