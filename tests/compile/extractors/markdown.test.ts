// What Markdown of notebooks, forges and site generators becomes, sign by sign.

import { describe, expect, test } from "vitest";
import { extractMarkdown } from "../../../src/compile/extractors/markdown.ts";
import { readMark } from "../../../src/compile/media/marks.ts";
import { htmlOf } from "./markdown/htmlOf.ts";

const context = { timeZone: "Asia/Ho_Chi_Minh", lang: "en" };

/** The same with links between notes as `<a>`, which are marked until it is known where they lead. */
function linkedHtmlOf(text: string): string {
  return htmlOf(text).replace(/<a href="([^"]*)">/g, (link, address) =>
    readMark(address) === null ? link : "<a>",
  );
}

describe("a link between notes has its words", () => {
  test.each([
    ["[[Note]]", "<p><a>Note</a></p>"],
    ["[[Note|some *words*]]", "<p><a>some *words*</a></p>"],
    [
      "[[Folder/Note.md]] and [[Note#Part]] and [[#Part]]",
      "<p><a>Note</a> and <a>Note &gt; Part</a> and Part</p>",
    ],
    ["[[Note#^a1b2c3]]", "<p><a>Note</a></p>"],
    ["![[Note]]", "<p>Note</p>"],
    ["[[Note]][^1]\n\n[^1]: A", "<p><a>Note</a><sup>[1]</sup></p>"],
    ["| a | b |\n|---|---|\n| [[Note\\|words]] | c |", "words</a></td>"],
  ])("%s", (text, html) => {
    expect(linkedHtmlOf(text)).toContain(html);
  });

  test.each([
    ["in code", "`[[Note]]`", "<p><code>[[Note]]</code></p>"],
    [
      "where it is the name of an address",
      "[[1]](https://e.example/)",
      '<a href="https://e.example/">[1]</a>',
    ],
    [
      "where it refers to one",
      "[[one]]\n\n[one]: https://e.example/",
      '[<a href="https://e.example/">one</a>]',
    ],
    ["where it is a number", "said so [[2]]", "<p>said so [[2]]</p>"],
    ["where it is a test of a shell", "if [[ -f x ]]", "<p>if [[ -f x ]]</p>"],
  ])("but not %s", (_, text, html) => {
    expect(htmlOf(text)).toContain(html);
  });
});

describe("words are marked", () => {
  test.each([
    ["==two *words*==.", "<p><mark>two <em>words</em></mark>.</p>"],
    ["x==1 and y==2", "<p>x==1 and y==2</p>"],
    ["a == b and c == d", "<p>a == b and c == d</p>"],
    ["`==x==`", "<p><code>==x==</code></p>"],
  ])("%s", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

describe("stress between characters that stand without spaces", () => {
  test.each([
    ["中文**「强调」**中文", "<p>中文<strong>「强调」</strong>中文</p>"],
    ["**注意：**文字", "<p><strong>注意：</strong>文字</p>"],
    ["これは**「だ」**です", "<p>これは<strong>「だ」</strong>です</p>"],
    ["a**(b)**c", "<p>a**(b)**c</p>"],
    ["中 ** 文 ** 字", "<p>中 ** 文 ** 字</p>"],
    ["文字*.txt和*.md文字", "<p>文字*.txt和*.md文字</p>"],
    ["a-*-b文字(*文字", "<p>a-*-b文字(*文字</p>"],
  ])("%s", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

test.each([
  ['<div class="note" markdown="1">\n**a** b\n</div>', "<p><strong>a</strong> b</p>"],
  ["<details markdown>\n<summary>A</summary>\n\n*b*\n</details>", "<p>A</p>\n<p><em>b</em></p>"],
  ['```\n<div markdown="1">\n```', '<pre><code>&lt;div markdown="1"&gt;</code></pre>'],
])("Markdown that HTML asks for is read: %j", (text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test("code that a script would bring in is a link to it", () => {
  const script = '<script src="https://gist.github.com/ann/12ab.js"></script>';
  expect(htmlOf(`Text.\n\n${script}\n\n\`${script}\``)).toBe(
    '<p>Text.</p>\n<p><a href="https://gist.github.com/ann/12ab">Gist</a></p>\n' +
      '<p><code>&lt;script src="https://gist.github.com/ann/12ab.js"&gt;&lt;/script&gt;</code></p>',
  );
});

describe("what stands above the mark for more is the summary", () => {
  const summarize = (text: string) => extractMarkdown(text, "a.md", context).drafts[0]?.summary?.value;

  test.each(["<!--more-->", "<!-- more -->", "<!--more Read on-->", "<!-- excerpt -->"])("%s", (mark) => {
    expect(summarize(`A *boat*.\n\nAn oar.\n${mark}\n\nMore.`)).toBe("A boat. An oar.");
  });

  test.each([
    ["where the front matter has another", "---\nsummary: S\n---\nA.\n\n<!--more-->\n\nB.", "S"],
    ["where nothing does", "<!--more-->\n\nB.", undefined],
    ["in code", "A.\n\n    <!--more-->\n\nB.", undefined],
    ["where it is half the article", `${"A boat. ".repeat(150)}\n\n<!--more-->\n\nB.`, undefined],
  ])("but not %s", (_, text, summary) => {
    expect(summarize(text)).toBe(summary);
  });
});

describe("the name of a block is not read", () => {
  test.each([
    ["Text ^a1b2c3", "<p>Text</p>"],
    ["- item ^my-id-1", "<ul><li>item</li></ul>"],
    ["Text\n^quote-1", "<p>Text</p>"],
    ["Rises with n ^2", "<p>Rises with n ^2</p>"],
    ["^this", "<p>^this</p>"],
    ["`x ^a1b2c3`", "<p><code>x ^a1b2c3</code></p>"],
  ])("%s", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

describe("what authors write for themselves alone is not published", () => {
  test.each([
    ["a %%secret%% b", "<p>a b</p>"],
    ["a\n\n%% secret\n\nsecret %%\n\nb", "<p>a</p>\n<p>b</p>"],
    ["%%\n```\nsecret\n%%\n\nb\n\n```\n%% c %%\n```", "<p>b</p>\n<pre><code>%% c %%</code></pre>"],
    ["a\n\n%% secret\n\nsecret", "<p>a</p>"],
    ["a {% comment %}secret {{ secret }}{% endcomment %} b", "<p>a b</p>"],
    ["a {{% comment %}}secret{{% /comment %}} b", "<p>a b</p>"],
    ["{{< comment >}}\nsecret\n{{< /comment >}}\n\nb", "<p>b</p>"],
    ["a {::comment}secret{:/comment} b {::comment}secret{:/} c", "<p>a b c</p>"],
    ["a {{/* secret */}} b {# secret #} c", "<p>a b c</p>"],
    ["- a\n\t- b %%secret%%", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"],
  ])("%j", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test.each([
    ["`a %% b` and `c %% d`", "<p><code>a %% b</code> and <code>c %% d</code></p>"],
    ["    %% a %%", "<pre><code>%% a %%</code></pre>"],
    ["100%% sure and 50%% not", "<p>100%% sure and 50%% not</p>"],
    ["a sign like %% alone", "<p>a sign like %% alone</p>"],
    ["{#name}", "<p>{#name}</p>"],
  ])("but %j is", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test("and a comment nobody closed is told with its line", () => {
    const { problems } = extractMarkdown("Text.\n\n%% secret\n\nsecret", "a.md", context);
    expect(problems.map(({ line, level }) => `${line} ${level}`)).toEqual(["3 warning"]);
  });
});

describe("code between the tags of a site generator stays code", () => {
  test.each([
    [
      "of Jekyll, with all that looks like a tag",
      '{% highlight ruby linenos %}\nputs "#{a} {{ b }} %% c %%"\n\n# d\n{% endhighlight %}',
      '<pre><code class="language-ruby">puts "#{a} {{ b }} %% c %%"\n\n# d</code></pre>',
    ],
    [
      "of Hugo",
      '{{< highlight go "linenos=table" >}}\n{{ .Title }}\n{{< /highlight >}}\n\n{{< x >}}Behind it.',
      '<pre><code class="language-go">{{ .Title }}</code></pre>\n<p>Behind it.</p>',
    ],
    [
      "in an item of a list",
      "1. a\n   {% highlight js %}\n   let b;\n   {% endhighlight %}",
      '<ol><li><p>a</p><pre><code class="language-js">let b;</code></pre></li></ol>',
    ],
    [
      "in one line",
      "{% highlight sh %}ls{% endhighlight %} lists.",
      '<pre><code class="language-sh">ls</code></pre>\n<p>lists.</p>',
    ],
  ])("%s", (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test.each([
    ["without an end is a tag like others", "{% highlight sh %}\nWords.", "<p>Words.</p>"],
    [
      "in code is code",
      "```\n{% highlight sh %}\n{% endhighlight %}\n```",
      "<pre><code>{% highlight sh %}\n{% endhighlight %}</code></pre>",
    ],
  ])("but one %s", (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

describe("footnotes are numbers and a list at the end", () => {
  test.each([
    [
      "a[^x] b[^x]\n\n[^x]: Note *one*.",
      "<p>a<sup>[1]</sup> b<sup>[1]</sup></p>\n<hr/>\n<ol><li>Note <em>one</em>.</li></ol>",
    ],
    [
      "a[^1] b[^2]\n\n[^2]: Two.\n[^1]: One, see [^2].",
      "<p>a<sup>[1]</sup> b<sup>[2]</sup></p>\n<hr/>\n<ol><li>One, see <sup>[2]</sup>.</li><li>Two.</li></ol>",
    ],
    [
      "a[^1]\n\n[^1]: One.\n\n    Second.\n\nb",
      "<p>a<sup>[1]</sup></p>\n<p>b</p>\n<hr/>\n<ol><li><p>One.</p><p>Second.</p></li></ol>",
    ],
    ["a^[in *place*]", "<p>a<sup>[1]</sup></p>\n<hr/>\n<ol><li>in <em>place</em></li></ol>"],
    [
      "a[^1] [b]\n\n[^1]: One.\n[b]: https://e.example/",
      '<p>a<sup>[1]</sup> <a href="https://e.example/">b</a></p>\n<hr/>\n<ol><li>One.</li></ol>',
    ],
    ["a\n\n[^1]: Nobody asks.", "<p>a</p>\n<hr/>\n<ol><li>Nobody asks.</li></ol>"],
  ])("%j", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test.each([
    ["a name nobody explains", "a[^x]", "<p>a[^x]</p>"],
    ["code", "`a[^1]`\n\n    [^1]: b", "<p><code>a[^1]</code></p>\n<pre><code>[^1]: b</code></pre>"],
  ])("but %s is as it stands", (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test("the title has none of their numbers", () => {
    const { drafts } = extractMarkdown("# A title[^1]\n\nText.\n\n[^1]: Note.", "a.md", context);
    expect(drafts.map(({ title, html }) => [title?.value, html])).toEqual([
      ["A title", "<p>Text.</p>\n<hr/>\n<ol><li>Note.</li></ol>"],
    ]);
  });

  test("however many they are", () => {
    expect(() => htmlOf("^[a] ".repeat(40_000))).not.toThrow();
  });

  test("however deep they are nested", () => {
    const deep = `a ${"^[".repeat(3000)}b${"]".repeat(3000)}\n\n${"[^1]: ".repeat(3000)}c`;
    expect(() => htmlOf(deep)).not.toThrow();
  });
});

describe("signs of lists and quotations are written out", () => {
  test.each([
    ["- [x] a\n- [ ] b\n- [X]c", "<ul><li>☑ a</li><li>☐ b</li><li>[X]c</li></ul>"],
    ["> [!NOTE]\n> Text.", "<blockquote><p><strong>Note</strong></p><p>Text.</p></blockquote>"],
    [
      "> [!tip]- Mind the *gap*\n> Text.",
      "<blockquote><p><strong>Mind the <em>gap</em></strong></p><p>Text.</p></blockquote>",
    ],
    ["> [!quote]\n> Text.", "<blockquote><p>Text.</p></blockquote>"],
    ["> [a](https://e.example/) b", '<blockquote><p><a href="https://e.example/">a</a> b</p></blockquote>'],
  ])("%j", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

describe("an address is a link", () => {
  test.each([
    ["See www.e.example/a_(b).", '<p>See <a href="http://www.e.example/a_(b)">www.e.example/a_(b)</a>.</p>'],
    ["See https://e.example/.", '<p>See <a href="https://e.example/">https://e.example/</a>.</p>'],
    ["Node.js and e.example and a@www.e.example", "<p>Node.js and e.example and a@www.e.example</p>"],
  ])("%s", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});

test.each([
  ["!!! note\n    Ferries stop.\n\nMore.", "Ferries stop."],
  ["> [!tip] Look\n> Ferries stop.", "Ferries stop."],
  ['{{< youtube id="abcdefgh" >}}\n\nFerries stop.', "Ferries stop."],
  ["**Ferries**\n\nThey stop.", "Ferries"],
  ["> [!tip] Look", "Look"],
])("a title is made from words, not from labels: %j", (text, title) => {
  expect(extractMarkdown(text, "a.md", context).drafts[0]?.title?.value).toBe(title);
});

test("tags that are opened and never closed take no longer than other text", () => {
  const opened = ["{{< figure ", "{% highlight a ", `{% ${" ".repeat(1990)}`];
  for (const each of opened) expect(htmlOf(each.repeat(200_000 / each.length))).not.toBe("");
});

test("a list of terms is read as one, and a colon in prose is none", () => {
  expect(htmlOf("Boat\n: It *floats*.\n\nOar\n: It rows.\n: It steers.\n\nText.")).toBe(
    "<dl><dt>Boat</dt><dd>It <em>floats</em>.</dd><dt>Oar</dt><dd>It rows.</dd><dd>It steers.</dd></dl>\n<p>Text.</p>",
  );
  expect(htmlOf("He said\n:this and :that.")).toBe("<p>He said :this and :that.</p>");
});
