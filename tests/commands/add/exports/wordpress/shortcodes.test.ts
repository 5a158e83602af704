import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillShortcodes } from "../../../../../src/commands/add/exports/wordpress/shortcodes.ts";

const own = { url: "https://a.example/own.jpg", alt: "Own", caption: "" };
const others = new Map([["7", { url: "https://a.example/7.jpg", alt: "", caption: "Seven" }]]);
const fill = (html: string): string =>
  fillShortcodes(html, (ids) => (ids === null ? [own] : ids.flatMap((id) => others.get(id) ?? [])));
const film = '<iframe src="https://www.youtube.com/embed/abcdef123"></iframe>';
const picture = '<img src="https://a.example/b.jpg" alt="B">';

describe("a shortcode", () => {
  test.each([
    [
      "of a caption is a figure",
      `[caption id="a" width="3"]${picture} Words <em>here</em>[/caption]`,
      `<figure>${picture}<figcaption>Words <em>here</em></figcaption></figure>`,
    ],
    [
      "of a caption may say it beside",
      `[caption caption="Words"]${picture}[/caption]`,
      `<figure>${picture}<figcaption>Words</figcaption></figure>`,
    ],
    [
      "of a caption keeps a link around the picture",
      `[caption]<a href="#">${picture}</a> W[/caption]`,
      `<figure><a href="#">${picture}</a><figcaption>W</figcaption></figure>`,
    ],
    ["of a caption without a picture is its words", "[caption]Words[/caption]", "Words"],
    [
      "of a gallery is its pictures, as far as they are known",
      '[gallery ids="7,8"]',
      '<figure><img src="https://a.example/7.jpg" alt=""><figcaption>Seven</figcaption></figure>',
    ],
    [
      "of a gallery without numbers is the pictures of the post",
      '[gallery columns="2"]',
      '<figure><img src="https://a.example/own.jpg" alt="Own"></figure>',
    ],
    [
      "that embeds a film is its player",
      "[embed width=3]https://www.youtube.com/watch?v=abcdef123[/embed]",
      film,
    ],
    ["of WordPress.com too", "[youtube=http://www.youtube.com/watch?v=abcdef123&amp;w=320]", film],
    ["with its number alone", "[youtube abcdef123]", film],
    [
      "of a film elsewhere",
      "[vimeo 123456789]",
      '<iframe src="https://player.vimeo.com/video/123456789"></iframe>',
    ],
    [
      "of what has no player is a link",
      "[embed]https://b.example/x[/embed]",
      '<p><a href="https://b.example/x">https://b.example/x</a></p>',
    ],
    [
      "of a recording is that",
      '[audio mp3="https://a.example/b.mp3"][/audio]',
      '<audio controls src="https://a.example/b.mp3"></audio>',
    ],
    [
      "of code shows it",
      '[code lang="js"]\na[0] < b && [c]\n[/code]',
      '<pre><code class="language-js">a[0] &lt; b &amp;&amp; [c]</code></pre>',
    ],
    [
      "of code the editor has written with entities too",
      "[sourcecode]a &lt; b[/sourcecode]",
      "<pre><code>a &lt; b</code></pre>",
    ],
    [
      "nobody knows leaves what it encloses",
      'A [my_box color="red"]B [vc_row]C[/vc_row][/my_box] D',
      "A B C D",
    ],
    ["nobody knows leaves nothing of itself", 'A [contact-form-7 id="3" title="Mail"]B', "A B"],
    ["that is never closed takes nothing along", 'A [su_note note_color="#fff"]B', "A B"],
    ["that is to be read is read", "Write [[gallery]] there", "Write [gallery] there"],
    ["around code that holds it", "[my_box]<code>[gallery]</code>[/my_box]", "<code>[gallery]</code>"],
  ])("%s", (_, html, expected) => {
    expect(fill(html)).toBe(expected);
  });
});

describe("no shortcode, and left as it is, is", () => {
  test.each([
    "It was [sic] so [1], he said [laughs].",
    "[Update: it is closed]",
    "[e-mail protected]",
    "a[i] = b[j]",
    "<pre>[gallery]</pre>",
    '<a href="/x" title="[gallery]">x</a>',
    "<!-- [gallery] -->",
    "[ gallery ]",
    "[",
  ])("%s", (html) => {
    expect(fill(html)).toBe(html);
  });
});

test("any text of brackets is read to its end", () => {
  const piece = fc.constantFrom(
    ..."[a] [/a] [b_c] [/b_c] [gallery] [code] [/code] [[ ]] < > <pre> </pre> <!-- --> WORD".split(" "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join("");
      const count = (text: string) => text.split("WORD").length;
      // Code is shown as it is; all other words stay once each.
      expect(count(fill(html))).toBe(count(html));
    }),
  );
});

test("ten thousand of them take no time", () => {
  const html = '[my_box a="b"]<b>[x]'.repeat(10_000) + "[/my_box]".repeat(10_000);
  expect(fill(html)).toBe("<b>[x]".repeat(10_000));
});
