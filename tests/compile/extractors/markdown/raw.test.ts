import { describe, expect, test } from "vitest";
import { unwrapRaw } from "../../../../src/compile/extractors/markdown/raw.ts";
import { extractMarkdown } from "../../../../src/compile/extractors/markdown.ts";

describe("what is to be left as it is", () => {
  test.each([
    ["in words", "a {% raw %}{{ b }} {% c %}{% endraw %} {{ d }}", "<p>a {{ b }} {% c %}</p>"],
    ["in a span of code", "{% raw %}`{{ a }}`{% endraw %}", "<p><code>{{ a }}</code></p>"],
    ["inside a span of code", "`{% raw %}{{ a }}{% endraw %}`", "<p><code>{{ a }}</code></p>"],
    ["around code", "{% raw %}\n```\n{# a #}\n```\n{% endraw %}", "<pre><code>{# a #}</code></pre>"],
    [
      "in code",
      "b\n```\n{%- raw -%}\n{{ a }}\n{% endraw %}\n```",
      "<p>b</p>\n<pre><code>{{ a }}</code></pre>",
    ],
    [
      "beside fences",
      "```css{% raw %}\n{{ a }}\n{% endraw %}```",
      '<pre><code class="language-css">{{ a }}</code></pre>',
    ],
    [
      "in a highlight",
      "{% highlight liquid %}\n{% raw %}\n{{ a }}\n{% endraw %}\n{% endhighlight %}",
      '<pre><code class="language-liquid">{{ a }}</code></pre>',
    ],
  ])("%s", (_, text, html) => {
    const { drafts } = extractMarkdown(`First.\n\n${text}`, "a.md", { timeZone: "UTC", lang: "en" });
    expect(drafts[0]?.html.replace(/^<p>First.<\/p>\n/, "")).toBe(html);
  });
});

test.each(["```\n{% raw %}\na\n{% endraw %}\n```\nb", "a\n{% raw %}\n\nb {% endraw %}\nc", "{% raw %}\na"])(
  "lines keep their numbers: %j",
  (text) => {
    expect(unwrapRaw(text).split("\n")).toHaveLength(text.split("\n").length);
  },
);
