import { expect, test } from "vitest";
import { extractSeed } from "../../../../src/compile/extract.ts";

function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  return extractSeed({ path: "_posts/2012-03-04-boats.html", bytes }, { timeZone: "UTC", lang: "en" });
}

test("HTML below front matter is a post, and no page", () => {
  const { kind, drafts, problems } = read(
    [
      "---\ntitle: Boats\ntags: [a]\n---",
      '<p>One <b>boat</b> {{ site.title }}with <a href="{{ site.url }}https://e.example/">oars</a>.</p>',
      "<!--more-->",
      '{% highlight ruby %}\nputs "<a>" if {{ b }}\n{% endhighlight %}',
      "    {% comment %}secret{% endcomment %}<p>Two</p>",
      '    {% include youtube.html id="abcdefghijk" %}',
      "<pre>\n  c\n</pre>",
    ].join("\n"),
  );
  expect(problems).toEqual([]);
  expect(kind).toBe("HTML with front matter");
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({
    title: { value: "Boats" },
    published: { value: "2012-03-04T00:00:00+00:00" },
    topics: { value: ["a"] },
    summary: { value: "One boat with oars." },
    html: [
      '<p>One <b>boat</b> with <a href="https://e.example/">oars</a>.</p>',
      '<pre><code class="language-ruby">puts "&lt;a&gt;" if {{ b }}</code></pre>',
      "<p>Two</p>",
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">YouTube</a></p>',
      "<pre>  c</pre>",
    ].join("\n"),
  });
});

test("a draft in HTML is one, and its broken front matter is told", () => {
  expect(read("---\ndraft: true\n---\n<p>A</p>").drafts[0]?.draft).toBe(true);
  expect(read("---\ntitle: [\n---\n<p>A</p>").problems).toHaveLength(1);
});

test("a rule above a page is none", () => {
  const page = `---\n<html><body><h1>Boats</h1><p>${"Many boats sail today. ".repeat(20)}</p></body></html>`;
  expect(read(page).drafts[0]?.title?.value).toBe("Boats");
});
