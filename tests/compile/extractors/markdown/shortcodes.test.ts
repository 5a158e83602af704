import fc from "fast-check";
import { expect, test } from "vitest";
import { dropShortcodes } from "../../../../src/compile/extractors/markdown/shortcodes.ts";

test.each<[string, string, string]>([
  ["of Hugo", "a {{< note >}} b {{% /note %}} c", "a  b  c"],
  ["of Liquid", "a {% include x %} b {%- if y -%} c", "a  b  c"],
  ["variables", "a {{ site.title }} b", "a  b"],
  ["films", "{{< youtube id=abcdefg >}}", "[YouTube](https://www.youtube.com/watch?v=abcdefg)"],
  ["pictures", '{{< figure src="a.jpg" alt="A" >}}', "![A](a.jpg)"],
  ["in code", "`{{ a }}` and {{ b }}", "`{{ a }}` and "],
  ["that never end", "a {{ b {% c {{< d", "a {{ b {% c {{< d"],
  ["that begin inside others", "a {{< b {{ c }} d", "a  d"],
])("tags %s", (_, line, left) => {
  expect(dropShortcodes(line)).toBe(left);
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
