import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { htmlToText, sanitizeHtml } from "../../src/compile/sanitize.ts";

const PAGE = "https://news.example/2024/ship.html";

describe("content loses what could harm or follow a reader", () => {
  test.each([
    ["scripts and styles", "<p>a<script>x()</script><style>p{}</style>b</p>", "<p>ab</p>"],
    [
      "handlers, classes, ids and styles",
      '<p onclick="x()" class="c" id="i" style="color:red">a</p>',
      "<p>a</p>",
    ],
    ["a link that runs code", '<p><a href=" java&#10;script:x()">a</a></p>', "<p>a</p>"],
    ["a link to data", '<p><a href="data:text/html,x">a</a></p>', "<p>a</p>"],
    ["drawings", "<p>a</p><svg><a xlink:href='javascript:x'>b</a></svg>", "<p>a</p>"],
    ["forms", '<form action="/x"><input name="a"><button>Go</button><p>a</p></form>', "<p>a</p>"],
    ["frames nobody knows", '<iframe src="https://ads.example/frame"></iframe><p>a</p>', "<p>a</p>"],
    ["pixels by size", '<p>a<img src="/p.gif" width="1" height="1"></p>', "<p>a</p>"],
    ["pixels by style", '<p>a<img src="/p.gif" style="width: 1px; height: 1px"></p>', "<p>a</p>"],
    ["pixels by address", '<p>a<img src="https://www.facebook.com/tr?id=1&ev=PageView"></p>', "<p>a</p>"],
    ["comments", "<p>a<!-- b --></p>", "<p>a</p>"],
    ["control characters", "<p>a&#8;b&#xFFFE;c</p>", "<p>abc</p>"],
  ])("%s", (_, html, clean) => {
    expect(sanitizeHtml(html, PAGE)).toBe(clean);
  });
});

describe("a formula is text", () => {
  test.each([
    ["its signs", "<p>a <math><mi>L</mi><mo>=</mo><mi>λ</mi><mi>W</mi></math>.</p>", "<p>a L=λW.</p>"],
    ["its label", '<p><math alttext="L = \\lambda W"><mi>L</mi></math></p>', "<p>L = \\lambda W</p>"],
    [
      "its source",
      '<p><math alttext="x"><semantics><mi>x</mi><annotation encoding="application/x-tex">{\\displaystyle x^{2}&lt;1}</annotation></semantics></math></p>',
      "<p>x^{2}&lt;1</p>",
    ],
    [
      "none of its addresses",
      '<p><math href="javascript:x"><mi href="javascript:x">c</mi></math></p>',
      "<p>c</p>",
    ],
  ])("%s", (_, html, clean) => {
    expect(sanitizeHtml(html, PAGE)).toBe(clean);
  });
});

describe("addresses are absolute or gone", () => {
  test.each([
    [
      "a path",
      '<a href="/a?b=1&c=2">x</a>',
      PAGE,
      '<p><a href="https://news.example/a?b=1&amp;c=2">x</a></p>',
    ],
    [
      "a neighbour",
      '<a href="b.html">x</a>',
      PAGE,
      '<p><a href="https://news.example/2024/b.html">x</a></p>',
    ],
    ["a path where the page has no address", '<a href="/a">x</a>', null, "<p>x</p>"],
    [
      "a host without scheme",
      '<a href="//e.example/a">x</a>',
      null,
      '<p><a href="https://e.example/a">x</a></p>',
    ],
    ["mail", '<a href="mailto:a@b.example">x</a>', null, '<p><a href="mailto:a@b.example">x</a></p>'],
  ])("%s", (_, html, base, clean) => {
    expect(sanitizeHtml(html, base)).toBe(clean);
  });
});

describe("lazy pictures get their real address", () => {
  const real = '<figure><img src="https://news.example/real.jpg" alt=""/></figure>';
  test.each([
    ["data-src", '<img src="data:image/gif;base64,R0" data-src="/real.jpg">'],
    ["data-original behind a placeholder", '<img src="/img/placeholder.png" data-original="/real.jpg">'],
    ["noscript", '<img src="data:image/gif;base64,R0"><noscript><img src="/real.jpg"></noscript>'],
    [
      "noscript beside data-src, once",
      '<img data-src="/real.jpg"><noscript><img src="/real.jpg"></noscript>',
    ],
    ["srcset alone", '<img srcset="/real.jpg 800w">'],
    ["the sources of a picture", '<picture><source srcset="/real.jpg"><img src="data:,"></picture>'],
  ])("%s", (_, html) => {
    expect(sanitizeHtml(html, PAGE)).toBe(real);
  });

  test("candidates of a srcset stay, each absolute", () => {
    expect(sanitizeHtml('<img alt="A" src="a.jpg" srcset="a.jpg 1x, /b,c.jpg 2x">', PAGE)).toBe(
      '<figure><img src="https://news.example/2024/a.jpg" ' +
        'srcset="https://news.example/2024/a.jpg 1x, https://news.example/b,c.jpg 2x" alt="A"/></figure>',
    );
  });
});

test("a known player becomes a link to its page", () => {
  expect(
    sanitizeHtml('<iframe title="Launch" src="//www.youtube.com/embed/abcdefghijk?rel=0"></iframe>', null),
  ).toBe('<figure><a href="https://www.youtube.com/watch?v=abcdefghijk">YouTube: Launch</a></figure>');
});

describe("content becomes a plain sequence of well-formed blocks", () => {
  test.each([
    ["bare text and line breaks", "a<br>b<br><br>c", "<p>a<br/>b</p>\n<p>c</p>"],
    ["blocks inside inline elements", "<b>a<div>b</div></b>", "<p><b>a</b></p>\n<p><b>b</b></p>"],
    ["boxes around paragraphs", "<div><section><p>a</p></section></div>", "<p>a</p>"],
    ["the title's level", "<h1>A <span>b</span></h1>", "<h2>A b</h2>"],
    ["a list with bare text", "<ul>x<li>a<li><p>b</p></ul>", "<ul><li>x</li><li>a</li><li>b</li></ul>"],
    ["a table that only arranges", "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "<p>a</p>\n<p>b</p>"],
    [
      "a table of data",
      "<table><thead><tr><th>a<th>b</thead><tr><td colspan=2>c<td>d</table>",
      '<table><tbody><tr><th>a</th><th>b</th></tr><tr><td colspan="2">c</td><td>d</td></tr></tbody></table>',
    ],
    ["code as it stands", "<pre>\n a\n  &lt;b></pre>", "<pre> a\n  &lt;b&gt;</pre>"],
    [
      "a figure with its caption",
      '<figure><div><img src="https://e.example/a.jpg"></div><figcaption><p>A <i>b</i></p></figcaption></figure>',
      '<figure><img src="https://e.example/a.jpg" alt=""/><figcaption>A <i>b</i></figcaption></figure>',
    ],
    ["other scripts", '<p lang="he" dir="rtl">א</p>', "<p>א</p>"],
  ])("%s", (_, html, clean) => {
    expect(sanitizeHtml(html, null)).toBe(clean);
  });
});

test("text is one paragraph, heading, item or row a line, without figures", () => {
  const html =
    '<h2>A</h2><p>b <b>c</b><br>d</p><figure><img src="x"><figcaption>cap</figcaption></figure>' +
    "<ul><li>e</li><li>f</li></ul><table><tr><td>g</td><td>h</td></tr></table><pre>i\n  j</pre>";
  expect(htmlToText(html)).toBe("A\nb c\nd\ne\nf\ng h\ni\n  j");
});

const anyHtml = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        ..."<p> </p> <div> </div> <b> </b> <a~href=javascript:x()> <a~href=/a> </a> <script> </script> <style> </style>".split(
          " ",
        ),
        ..."<ul> <li> </ul> <table> <tr> <td> </table> <svg> </svg> <math> <mtext> <noscript> </noscript> <pre> </pre>".split(
          " ",
        ),
        ..."<textarea> </textarea> <title> </title> <xmp> <![CDATA[ ]]> <!-- --> <figure> </figure> <br> <h1> </h1>".split(
          " ",
        ),
        ..."<img~src=x~onerror=x()> <iframe~src=https://www.youtube.com/embed/abcdefghijk> <iframe~src=javascript:x> <blockquote> <select> <template> <dl> <dt> <dd> & &lt; &#0;".split(
          " ",
        ),
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join("").replaceAll("~", " "));

describe("whatever goes in", () => {
  test("nothing that runs comes out, and it is well-formed XML", () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const parser = new SaxesParser();
        parser.on("error", (error) => {
          throw error;
        });
        parser.on("opentag", ({ name, attributes }) => {
          expect(name).not.toMatch(
            /^(script|style|svg|math|iframe|object|embed|form|input|noscript|template|textarea)$/,
          );
          for (const [key, value] of Object.entries(attributes)) {
            expect(key).not.toMatch(/^(on|style$|class$|id$|srcdoc$)/);
            if (/^(href|src|poster|cite)$/.test(key)) expect(value).toMatch(/^(https?|mailto|tel):/);
          }
        });
        parser.write(`<r>${sanitizeHtml(html, PAGE)}</r>`).close();
      }),
      { numRuns: 1000 },
    );
  });

  test("clean content stays as it is", () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const once = sanitizeHtml(html, PAGE);
        // What was made last would not be looked at again.
        sanitizeHtml("<p>Something else.</p>", PAGE);
        expect(sanitizeHtml(once, PAGE)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(["constructor", "tostring", "hasownproperty", "valueof"])(
    "an element called %s is one nobody knows",
    (name) => {
      expect(sanitizeHtml(`<p>a</p><${name} ${name}="b">c</${name}><p>d</p>`, PAGE)).toBe(
        "<p>a</p>\n<p>c</p>\n<p>d</p>",
      );
    },
  );

  test("depth does not matter", () => {
    for (const tag of ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<h1>", "<figure>"]) {
      expect(() => htmlToText(sanitizeHtml(`${tag.repeat(20_000)}x`, null))).not.toThrow();
    }
  });
});

// They take some seconds where much else goes on; what is quadratic takes hours.
describe("content of any length is written, such as", { timeout: 120_000 }, () => {
  test("a figure with a hundred thousand paragraphs", () => {
    const clean = sanitizeHtml(`<figure>${"<p>a</p>".repeat(150_000)}</figure>`, PAGE);
    expect(htmlToText(clean).split("\n")).toHaveLength(150_000);
  });

  test("a table with a hundred thousand rows", () => {
    const clean = sanitizeHtml(`<table>${"<tr><td>1</td><td>2</td></tr>".repeat(150_000)}</table>`, PAGE);
    expect(htmlToText(clean).split("\n")).toHaveLength(150_000);
  });

  test("a line with ten thousand pictures", () => {
    const pictures = Array.from({ length: 20_000 }, (_, number) => `<img src="/${number % 10_000}.jpg">`);
    const clean = sanitizeHtml(`<p>${pictures.join(" ")}</p>`, PAGE);
    expect(clean.match(/<img/g)).toHaveLength(10_000);
  });
});
