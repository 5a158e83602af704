import fc from "fast-check";
import { expect, test } from "vitest";
import { dropShortcodes } from "../../../../src/compile/extractors/markdown/shortcodes.ts";

test.each<[string, string, string]>([
  ["of Hugo", "a {{< note >}} b {{% /note %}} c", "a  b  c"],
  ["of Liquid", "a {% include x %} b {%- if y -%} c", "a  b  c"],
  ["variables", "a {{ site.title }} b", "a  b"],
  ["films", "{{< youtube id=abcdefg >}}", "[YouTube](https://www.youtube.com/watch?v=abcdefg)"],
  ["pictures", '{{< figure src="a.jpg" alt="A" >}}', "![A](a.jpg)"],
  [
    "films of Zola",
    '{{ youtube(autoplay=true, id="abcdefg") }}',
    "[YouTube](https://www.youtube.com/watch?v=abcdefg)",
  ],
  ["films of Logseq", "{{video https://e.example/a}}", "<https://e.example/a>"],
  ["pictures of Zola", '{{ image(src="a.jpg", alt="A") }}', "![A](a.jpg)"],
  ["but not braces of JSX", 'a <b style={{ color: "red" }}>', 'a <b style={{ color: "red" }}>'],
  ["nor of formulas", "$x^{{2}} \\frac{{a}}b$", "$x^{{2}} \\frac{{a}}b$"],
  ["in code", "`{{ a }}` and {{ b }}", "`{{ a }}` and "],
  ["that never end", "a {{ b {% c {{< d", "a {{ b {% c {{< d"],
  ["that begin inside others", "a {{< b {{ c }} d", "a  d"],
  ["in several lines", 'a {% include x.html\n  a="b"\n  c="d" %} b', "a \n\n b"],
  ["but not in several paragraphs", "a {% b\n\nc %} d", "a {% b\n\nc %} d"],
  ["in lines of a list", "- a\n\n    {% b %} c", "- a\n\n     c"],
  ["in code of a list", "- a\n\n  ```\n  {% b %} c\n  ```", "- a\n\n  ```\n  {% b %} c\n  ```"],
  [
    "in HTML, which goes on below them",
    "<ul>\n  {% a %}\n    <li>b</li>\n{% c %}\n</ul>\n{% d %}\ne",
    "<ul>\n<!-- -->\n    <li>b</li>\n\n</ul>\n\ne",
  ],
  ["of a manual of Hugo", "`{{</* a */>}}`\n\n    {{%/* b */%}}", "`{{< a >}}`\n\n    {{% b %}}"],
])("tags %s", (_, line, left) => {
  expect(dropShortcodes(line)).toBe(left);
});

test.each<[string, string, string]>([
  [
    "of Jekyll",
    '{% include figure image_path="/a.png" alt="A \\"B\\"" caption="Two *boats*" %}',
    '![A "B"](/a.png)<br>Two *boats*',
  ],
  ["of Octopress", "{% img left /images/a.jpg 350 350 'Title' 'A boat' %}", "![A boat](/images/a.jpg)"],
  ["of Eleventy", '{% image "a.png", "A [small] boat" %}', "![A \\[small\\] boat](a.png)"],
  ["of Hugo", '{{< figure alt="A" src="a b.png" caption="A" >}}', "![A](<a b.png>)"],
  ["of Hugo in several lines", '{{< figure\n  src="a.png"\n  caption="B" >}}', "![](a.png)<br>*B*\n\n"],
  ["with colons", '{% include "figure.html", image: "/a.png", alt: "A" %}', "![A](/a.png)"],
  ["but not those that are only compared", '{% if page.image == "a.png" %}b{% endif %}', "b"],
])("a tag shows the picture it names: %s", (_, tag, shown) => {
  expect(dropShortcodes(tag)).toBe(shown);
});

test.each<[string, string]>([
  ["[a]({{ site.baseurl }}/b)", "[a](/b)"],
  ['<img src="{{ "/a.png" | relative_url }}">', '<img src="/a.png">'],
  ["[a]({{ '/b/' | url }})", "[a](/b/)"],
  ["![a]({% link assets/a.png %})", "![a](/assets/a.png)"],
  ['<img src="{% static "img/a.png" %}">', '<img src="img/a.png">'],
  ["[a]({% post_url 2024-05-02-b %})", "[a](2024-05-02-b)"],
  ["[a][b]\n\n[b]: {% post_url 2024-05-02-b %}\n[c]: /d", "[a][b]\n\n[b]: 2024-05-02-b\n[c]: /d"],
  ["[b]: {{ site.url }}{% link a.md %}", "[b]: <>"],
  ["{{ 'now' | date: '%Y' }}{{ \"{{\" }}", "&#123;&#123;"],
])("a tag in an address is a part of it: %s", (tag, shown) => {
  expect(dropShortcodes(tag)).toBe(shown);
});

test.each<[string, string]>([
  ['{% include youtube.html id="abcdefghijk" %}', "[YouTube](https://www.youtube.com/watch?v=abcdefghijk)"],
  ['{% youtubeEmbed "abcdefghijk" %}', "[YouTube](https://www.youtube.com/watch?v=abcdefghijk)"],
  ["{% youtube videoseries?list=ab12-c %}", "[YouTube](https://www.youtube.com/playlist?list=ab12-c)"],
  ["{{< vimeo 12345 >}}", "[Vimeo](https://vimeo.com/12345)"],
  ["{{< gist ann 12ab >}}", "[Gist](https://gist.github.com/ann/12ab)"],
  ["{% gist ann/12ab %}", "[Gist](https://gist.github.com/ann/12ab)"],
  ['{{< tweet user="ann" id="12" >}}', "[X](https://x.com/ann/status/12)"],
  ["{% embed https://e.example/a?b=c %}", "<https://e.example/a?b=c>"],
  ['{% card "A boat", "https://e.example/a" %}', "[A boat](https://e.example/a)"],
  ['{{< button href="https://e.example/a" >}}Go{{< /button >}}', "Go"],
])("a tag shows what is elsewhere as a link: %s", (tag, shown) => {
  expect(dropShortcodes(tag)).toBe(shown);
});

test("in HTML a tag shows what it names as HTML", () => {
  expect(
    dropShortcodes('<div>\n{{< figure src="a.png" alt="A" >}}\n</div>\n\n{{< figure src="b.png" >}}'),
  ).toBe('<div>\n<img src="a.png" alt="A">\n</div>\n\n![](b.png)');
});

test("a tag is never seen elsewhere than where the pattern of one fits", () => {
  const pattern = /\{\{[<%]\s*(?:.*?)\s*[%>]\}\}|\{%-?\s*(?:.*?)\s*-?%\}|\{\{\s*(?:.*?)\s*\}\}/g;
  const piece = fc.constantFrom("{", "{{", "{%", "}", "}}", "%}", "%", ">", "<", "-", "a", " ");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const line = `x${pieces.join("")}`;
      expect(dropShortcodes(line)).toBe(line.replace(pattern, ""));
    }),
    { numRuns: 5000 },
  );
});
