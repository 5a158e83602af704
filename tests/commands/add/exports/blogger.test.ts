import { describe, expect, test } from "vitest";
import { isRefusal } from "../../../../src/commands/add/arrival.ts";
import { readExport } from "../../../../src/commands/add/exports/read.ts";

const entities = (html: string): string => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const post = (path: string, html: string, more = ""): string =>
  `<entry><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>A</title><content type="html">${entities(html)}</content>` +
  `<published>2024-05-02T08:00:00Z</published><blogger:filename>${path}</blogger:filename>${more}</entry>`;
function read(...entries: readonly string[]) {
  const text = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join("")}</feed>`;
  const found = readExport("xml", () => [Buffer.from(text)], "UTC");
  if (found === null || isRefusal(found)) throw new Error("nothing was read");
  return found;
}

describe("an export of Blogger", () => {
  test("has pictures with their captions", () => {
    const picture = '<a href="https://b.example/a.jpg"><img src="https://b.example/a.jpg" width="3" /></a>';
    const table = (caption: string): string =>
      `<table class="tr-caption-container" align="center"><tbody><tr><td>${picture}</td></tr>${caption}</tbody></table>`;
    const html = `A${table('<tr><td class="tr-caption">Words <i>here</i></td></tr>')}B${table("")}<table><tr><td>C</td></tr></table>`;
    expect(read(post("/2024/05/a.html", html)).posts[0]?.html).toBe(
      `A<figure>${picture}<figcaption>Words <i>here</i></figcaption></figure>B<figure>${picture}</figure><table><tr><td>C</td></tr></table>`,
    );
  });

  test("of Takeout has the address most of its links to itself name, and none where there are no such links", () => {
    const link = (host: string, path: string): string => `<a href="https://${host}${path}">x</a>`;
    const [a, b] = ["/2024/05/a.html", "/2024/05/b.html"];
    const linked = [
      post(a, link("b.example", b) + link("c.example", "/2024/05/other.html")),
      post(b, link("b.example", a) + link("copy.example", a)),
    ];
    expect(read(...linked).posts.map(({ address }) => address)).toEqual([
      "https://b.example/2024/05/a.html",
      "https://b.example/2024/05/b.html",
    ]);
    expect(read(post(a, "A"), post(b, "B")).posts).toMatchObject([
      { address: null, name: "a" },
      { address: null, name: "b" },
    ]);
  });

  test("has no summaries: a feed of the blog that has is a feed", () => {
    const kind =
      '<category scheme="https://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/>';
    const short = `<entry>${kind}<title>A</title><summary type="text">The beginning</summary><link rel="alternate" href="https://b.example/a"/></entry>`;
    expect(read(short)).toMatchObject({
      posts: [],
      isFeed: true,
      losses: [{ what: expect.stringContaining("only the beginnings") }],
    });
    const whole = short.replaceAll("summary", "content");
    expect(read(whole)).toMatchObject({ kind: "Blogger export", posts: [{ tags: [] }], losses: [] });
  });
});
