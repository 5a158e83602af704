import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { spellArticle } from "../../bench/article.ts";
import { writeArticles } from "../../bench/corpus.ts";
import { listTopics } from "../../bench/topics.ts";
import { foldAccents } from "../../src/catalog/words.ts";

const size = { articles: 60, topics: 20 };
const articles = [...writeArticles(size)];

/** Share of word pairs in common, as topicwire judges captures of one story. */
function compareTexts(a: string, b: string): number {
  const pairs = (text: string): Set<string> => {
    const words = foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return new Set(words.map((word, place) => `${words[place - 1] ?? ""} ${word}`));
  };
  const [left, right] = [pairs(a), pairs(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return common / (left.size + right.size - common);
}

describe("the corpus", () => {
  it("is the same every time", () => {
    expect([...writeArticles(size)]).toEqual(articles);
  });

  it("begins with the same articles however large it is", () => {
    expect([...writeArticles({ ...size, articles: 10 })]).toEqual(articles.slice(0, 10));
  });

  it("has articles that are far from telling the same story", () => {
    const shares = articles.flatMap((a, place) =>
      articles.slice(place + 1).map((b) => compareTexts(a.body, b.body)),
    );
    expect(Math.max(...shares)).toBeLessThan(0.3);
  });

  it("has a file for every article, in many folders", () => {
    const many = [...writeArticles({ articles: 2000, topics: 20 })].map(({ path }) => path);
    expect(new Set(many).size).toBe(2000);
    expect(new Set(many.map((path) => path.replace(/[^/]*$/, ""))).size).toBeGreaterThan(3);
  });

  it("compresses as real news does", () => {
    const text = articles
      .slice(0, 50)
      .map(({ body }) => body)
      .join("\n");
    const ratio = gzipSync(text).length / Buffer.byteLength(text);
    expect(ratio).toBeGreaterThan(0.28);
    expect(ratio).toBeLessThan(0.35);
  });

  it("has articles of about 400 words", () => {
    const counts = articles.map(({ body }) => body.split(/\s+/).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(360);
    expect(mean).toBeLessThan(460);
  });

  it("gives an article one to three topics, the first topics most often", () => {
    const many = [...writeArticles({ articles: 500, topics: 20 })];
    const countOf = (topic: string): number => many.filter(({ topics }) => topics.includes(topic)).length;
    expect(new Set(many.map(({ topics }) => topics.length))).toEqual(new Set([1, 2, 3]));
    expect(countOf("sea")).toBeGreaterThan(countOf("courts"));
    expect(countOf("courts")).toBeGreaterThan(countOf("climate"));
  });

  it("has a thousand different topics where so many are asked for", () => {
    const ids = listTopics(1000).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it("is spelled as Markdown with front matter", () => {
    const article = {
      path: "a.md",
      title: 'The "Kaori"',
      date: "2026-06-01T00:00:00Z",
      topics: ["sea", "ports"],
      body: "Text.",
    };
    expect(spellArticle(article)).toBe(
      '---\ntitle: "The \\"Kaori\\""\ndate: 2026-06-01T00:00:00Z\ntopics: [sea, ports]\n---\n\nText.\n',
    );
  });
});
