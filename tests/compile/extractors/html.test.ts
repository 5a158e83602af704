// Saved pages, one trait at a time: what is read of a page that has it.

import { describe, expect, test } from "vitest";
import type { Draft } from "../../../src/compile/draft.ts";
import { extractHtml } from "../../../src/compile/extractors/html.ts";

const context = { timeZone: "Asia/Ho_Chi_Minh", lang: "en" };

const first =
  "The pilots who bring ships into the harbour have a boat again that can leave in any weather, and every crossing of the first week was on time.";
const second =
  "The old boat had been repaired nineteen times since it was built, and in the last winter it stayed at the quay for twenty-three days while ships waited outside.";

/** The article of a page with this head, and this between its heading and its text. */
function read({
  head = "",
  above = "",
  below = "",
  heading = "<h1>New boat for the pilots</h1>",
  tab = "New boat for the pilots | Gazette",
}): Draft {
  const page = `<html lang="en"><head><title>${tab}</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article class="post">${heading}${above}<div class="entry-content"><p>${first}</p><p>${second}</p>${below}</div></article>
<footer><a href="/imprint">Imprint</a></footer></body></html>`;
  const [draft] = extractHtml(page, "a.html", context).drafts;
  if (draft === undefined) throw new Error("the page holds no article");
  return draft;
}

/** JSON-LD as pages write it. */
function describing(...things: readonly object[]): string {
  return `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": things })}</script>`;
}

describe("what JSON-LD describes once for all is found where it is referred to", () => {
  const person = { "@type": "Person", "@id": "https://e.example/#ana", name: "Ana Muster" };
  const post = { "@type": "BlogPosting", headline: "New boat for the pilots" };

  test("the author", () => {
    const head = describing(person, { ...post, author: { "@id": person["@id"] } });
    expect(read({ head }).byline?.value).toBe("Ana Muster");
  });

  test("several, and one nobody describes", () => {
    const author = [{ "@type": "Person", "@id": person["@id"] }, { "@id": "https://e.example/#nobody" }];
    expect(read({ head: describing({ ...post, author }, person) }).byline?.value).toBe("Ana Muster");
  });

  test("the publisher and the picture", () => {
    const head = describing(
      { "@type": "Organization", "@id": "#us", name: "Island Gazette" },
      { "@type": "ImageObject", "@id": "#boat", url: "https://e.example/boat.jpg" },
      { ...post, publisher: { "@id": "#us" }, image: { "@id": "#boat" } },
    );
    const { sourceName, image } = read({ head });
    expect([sourceName?.value, image?.value]).toEqual(["Island Gazette", "https://e.example/boat.jpg"]);
  });
});

describe("a name beside the date is the author's", () => {
  test.each([
    ["Posted on <time>June 14, 2025</time> by <a href='/ana'>Ana Muster</a>", "Ana Muster"],
    ["By Ana Muster on June 14, 2025 at 7:30 am", "Ana Muster"],
    ["June 14, 2025 | by Ana Muster | News", "Ana Muster"],
    ["Posted on June 14, 2025 by admin", undefined],
    ["Opened on June 14, 2025 by the sea", undefined],
  ])("%s", (line, name) => {
    expect(read({ above: `<div class="entry-meta">${line}</div>` }).byline?.value).toBe(name);
  });
});

describe("a gallery in the article", () => {
  const slide = (words: string, picture: string) =>
    `<div class="item_slide_show"><div class="thumb"><img src="https://e.example/${picture}.jpg"></div><div class="desc_caption"><p>${words}</p></div></div>`;

  test("gives its pictures their captions, the last one too", () => {
    const below = `${slide("The boat leaves the quay for the first time.", "a")}<p>${first.replace("boat", "ship")}</p>${slide("The crew waves to those on land.", "b")}`;
    const { html, captions } = read({ below: `${below}<div><img src="https://e.example/c.jpg"></div>` });
    expect(captions).toEqual([
      "The boat leaves the quay for the first time.",
      "The crew waves to those on land.",
    ]);
    expect(html.split("\n").slice(2)).toEqual([
      '<figure><img src="https://e.example/a.jpg" alt=""/><figcaption>The boat leaves the quay for the first time.</figcaption></figure>',
      `<p>${first.replace("boat", "ship")}</p>`,
      '<figure><img src="https://e.example/b.jpg" alt=""/><figcaption>The crew waves to those on land.</figcaption></figure>',
    ]);
  });

  test("is the article where it is told by its pictures", () => {
    const words = [
      "On Friday morning the crew took the boat out to the northern point for the first time.",
      "The engine was built in the north and runs without a sound, as the crew says.",
      "The quay had to be made wider, which took the whole of the winter before.",
      "Children of the island were the first passengers, and they were given a flag each.",
      "Nobody on the island could say on Friday when the old boat will be sold, or to whom.",
    ];
    const page = `<html lang="en"><body><h1>The boat in pictures</h1><p class="lead">The new boat of the pilots left the harbour on Friday.</p>
<article class="body">${words.map((each, at) => slide(each, String(at))).join("")}</article></body></html>`;
    const [draft] = extractHtml(page, "a.html", context).drafts;
    expect(draft?.text.split("\n").slice(-words.length)).toEqual(words);
    expect(draft?.html.match(/<img/g)).toHaveLength(words.length);
  });

  test("of links to other articles is none of it", () => {
    const below = `<div class="slideshow"><div class="slide"><img src="https://e.example/x.jpg"><a href="/x">Dredging is put off once more.</a></div></div>`;
    expect(read({ below }).html).not.toContain("Dredging");
  });
});

describe("words that only a style sheet parts", () => {
  test.each([
    [
      '<span class="location-stamp">Holm</span>The boat of the pilots is new.',
      "Holm - The boat of the pilots is new.",
    ],
    ['The boat is <b class="hot">new</b>Nobody knew.', "The boat is new Nobody knew."],
    ['Seen on <span class="x">You</span>Tube by all of them.', "Seen on YouTube by all of them."],
    [
      'Made by <span class="x">Deutsche</span>Bahn; DeutscheBahn it is.',
      "Made by DeutscheBahn; DeutscheBahn it is.",
    ],
    ['The <span class="cap">B</span>oat is new, they say.', "The Boat is new, they say."],
    ["The <span>boat</span>House is new, they say.", "The boatHouse is new, they say."],
  ])("%s", (html, text) => {
    const below = `<p>${html} ${first}</p>`;
    expect(read({ below }).text.split("\n").at(-1)).toBe(`${text} ${first}`);
  });
});

describe("the title of a page without a heading of level 1 is", () => {
  test.each([
    [
      "a line named as its title",
      '<div class="title">Pilots of Holm get a boat</div><div class="date">June 14, 2025</div>',
    ],
    ["a heading of another level", "<h2>Pilots of Holm get a boat</h2>"],
    ["what its markup says is the headline", '<h2 itemprop="headline">Pilots of Holm get a boat</h2>'],
  ])("%s", (_, heading) => {
    expect(read({ heading, tab: "Island of Holm" }).title?.value).toBe("Pilots of Holm get a boat");
  });

  test.each([
    ["a link", '<h2><a href="/x">Dredging is put off once more</a></h2>'],
    ["one or two words", "<h2>News</h2>"],
    [
      "beside a line the browser's tab speaks of",
      '<p class="x">New boat for the pilots</p><h2>All about the islands here</h2>',
    ],
  ])("but no heading that is %s", (_, heading) => {
    expect(read({ heading, tab: "New boat for the pilots" }).title?.value).toBe("New boat for the pilots");
  });
});

describe("a line above the text that is nothing but a date", () => {
  test("is read, and is none of the text; the picture behind it is", () => {
    const page = `<html lang="en"><body><article><h1>New boat for the pilots</h1><p class="byline">By Ana Muster</p>
<p>14 June 2025, 7.30am</p><img src="https://e.example/a.jpg"><p>${first}</p><p>${second}</p></article></body></html>`;
    const [draft] = extractHtml(page, "a.html", context).drafts;
    expect(draft?.published?.value).toBe("2025-06-14T07:30:00+07:00");
    expect(draft?.html.split("\n")).toEqual([
      '<figure><img src="https://e.example/a.jpg" alt=""/></figure>',
      `<p>${first}</p>`,
      `<p>${second}</p>`,
    ]);
  });

  test("below the text is a line like others", () => {
    const below = `<p>14 June 2025</p><p>${first.replace("boat", "ship")}</p>`;
    expect(read({ below }).text).toContain("14 June 2025");
  });
});

test("a name in the part of a line that is named after the author is the author's", () => {
  const above =
    '<div class="meta"><span class="author">منى الخطيب</span> <span class="date">١٤ يونيو ٢٠٢٥</span></div>';
  const { byline, published } = read({ above });
  expect([byline?.value, published?.value]).toEqual(["منى الخطيب", "2025-06-14T00:00:00+07:00"]);
});

describe("the day a page came out is read", () => {
  const days = ({ published, title }: Draft) => [published?.value, title?.value];
  const title = "New boat for the pilots";

  test("in a time element among other words, and not in the one of its last change", () => {
    const times =
      '<time class="entry-date published" datetime="2025-06-14T09:30:10+07:00">14 June 2025</time>' +
      '<time class="updated" datetime="2025-06-20T08:00:00+07:00">20 June 2025</time>';
    const above = `<div class="meta">Posted on <a href="/a" rel="bookmark">${times}</a> by Ann Lee</div>`;
    expect(days(read({ above }))).toEqual(["2025-06-14T09:30:10+07:00", title]);
  });

  test.each([
    [
      "behind a name",
      '<p><span class="who">Ann Lee</span><span data-testid="story-date">14.6.2025</span></p>',
    ],
    ["before the hour", '<p><span class="day">14 June 2025</span><time>07:59</time> h</p>'],
  ])("where only a style sheet parts it from the words beside it: %s", (_, above) => {
    expect(read({ above }).published?.value).toMatch(/^2025-06-14T/);
  });

  test("in the heading, whose title is without it", () => {
    const heading = `<h1><span class="top"><time datetime="2025-06-14">14 June 2025</time></span> ${title}</h1>`;
    expect(days(read({ heading }))).toEqual(["2025-06-14T00:00:00+07:00", title]);
  });

  test("in the line of who sent it in, some lines below the text", () => {
    const tags = ["Tags", "Harbour", "Pilots", "Ships", "Print"].map((tag) => `<p>${tag}</p>`).join("");
    const below = `<footer>${tags}<p>Gespeichert von ana am 14. Juni 2025 - 18:55</p></footer>`;
    expect(read({ below }).published?.value).toBe("2025-06-14T18:55:00+07:00");
  });

  test("in the metadata of a page that does not read like an article", () => {
    const head = '<meta property="og:title" content="Pilots"><meta name="date" content="2025-06-14">';
    const lines = ["Home", "Watch", "Share", "All episodes"].map((line) => `<div>${line}</div>`).join("");
    const page = `<html><head>${head}</head><body>${lines}<div>The pilots show their new boat in the harbour, and it is fast.</div></body></html>`;
    const { kind, drafts } = extractHtml(page, "a.html", context);
    expect(kind).toContain("read line by line");
    expect(drafts.map(days)).toEqual([["2025-06-14T00:00:00+07:00", "Pilots"]]);
  });
});

describe("a title is without what stands beside it in its heading", () => {
  test.each([
    ["a word above it", '<h1><span class="kicker">Harbour</span> New boat for the pilots</h1>'],
    [
      "a word above it that a sign parts",
      '<h1><span class="overline">Harbour</span> – New boat for the pilots</h1>',
    ],
    [
      "a line below it",
      '<h1>New boat for the pilots <span class="entry-subtitle">It leaves in any weather</span></h1>',
    ],
    ["smaller letters", "<h1>New boat for the pilots<br><small>14.6.2025 • Harbour, Ships</small></h1>"],
    ["the section, in a heading of its own", "<h1>Gazette news</h1><h1>New boat for the pilots</h1>"],
  ])("%s", (_, heading) => {
    const head = '<meta property="og:title" content="New boat for the pilots">';
    expect(read({ heading, head }).title?.value).toBe("New boat for the pilots");
  });

  test("but for a line below it that the metadata counts as a part of it", () => {
    const heading =
      '<h1>New boat for the pilots <span class="entry-subtitle">It leaves in any weather</span></h1>';
    const whole = "New boat for the pilots - It leaves in any weather";
    expect(read({ heading, head: `<meta property="og:title" content="${whole}">` }).title?.value).toBe(whole);
  });

  test("but one that is named so as a whole is whole", () => {
    const heading = '<h1><span class="label">New boat for the pilots</span></h1>';
    expect(read({ heading, tab: "Gazette" }).title?.value).toBe("New boat for the pilots");
  });
});

describe("the author is", () => {
  const site = '<meta property="og:site_name" content="Island Gazette">';

  test("the person in a line rather than the site in the metadata", () => {
    const head = `${site}<meta name="author" content="IslandGazette">`;
    expect(read({ head, above: "<p>By Ann Lee</p>" }).byline?.value).toBe("Ann Lee");
    expect(read({ head }).byline?.value).toBe("IslandGazette");
  });

  test("whoever has a card, in one word too", () => {
    const above = '<p><span class="author vcard"><a class="url fn n" href="/author/tlow">tlow</a></span></p>';
    expect(read({ above }).byline?.value).toBe("tlow");
  });

  test.each(["1 minute", "No Author"])("not %s", (content) => {
    expect(read({ head: `<meta name="twitter:data1" content="${content}">` }).byline).toBeNull();
  });

  test("not a day in an element named after the author", () => {
    const above = '<p class="byline">Published on 14 June 2025, at noon</p>';
    expect(read({ above }).byline).toBeNull();
  });
});

describe("a player is a link to its page", () => {
  test.each([
    ['<amp-youtube data-videoid="dQw4w9WgXcQ"></amp-youtube>', "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ['<lite-youtube videoid="dQw4w9WgXcQ"></lite-youtube>', "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ['<amp-vimeo data-videoid="123456"></amp-vimeo>', "https://vimeo.com/123456"],
    ['<amp-twitter data-tweetid="123456"></amp-twitter>', "https://x.com/i/status/123456"],
    ['<amp-instagram data-shortcode="fBwFP"></amp-instagram>', "https://www.instagram.com/p/fBwFP/"],
    ['<amp-iframe src="https://player.vimeo.com/video/123456"></amp-iframe>', "https://vimeo.com/123456"],
  ])("%s", (player, address) => {
    expect(read({ below: `${player}<p>${first.replace("boat", "ship")}</p>` }).html).toContain(
      `<a href="${address}">`,
    );
  });
});

describe("a formula of a page is told once", () => {
  const math =
    '<math><semantics><mi>E</mi><annotation encoding="application/x-tex">E = mc^2</annotation></semantics></math>';

  test.each([
    ["by itself", math],
    [
      "drawn by KaTeX",
      `<span class="katex"><span class="katex-mathml">${math}</span><span class="katex-html" aria-hidden="true"><span>E</span><span>=mc2</span></span></span>`,
    ],
    [
      "drawn by MathJax",
      `<mjx-container><mjx-math aria-hidden="true"><mjx-mi>E</mjx-mi></mjx-math><mjx-assistive-mml>${math}</mjx-assistive-mml></mjx-container>`,
    ],
    [
      "drawn as a picture",
      `<span class="mwe"><span style="display: none">${math}</span><img src="https://e.example/e.svg" aria-hidden="true" alt="E"></span>`,
    ],
  ])("%s", (_, formula) => {
    const below = `<p>The law of it is ${formula}, as all of them know, and the boat obeys it.</p>`;
    expect(read({ below }).html.split("\n").at(-1)).toBe(
      "<p>The law of it is E = mc^2, as all of them know, and the boat obeys it.</p>",
    );
  });
});

describe("notes are parts of the article", () => {
  const list = (words: string) =>
    `<section class="footnotes"><ol><li id="fn1"><p>${words} <a href="#ref1">↩</a></p></li></ol></section>`;

  test("a footnote it refers to, without the sign that leads back", () => {
    const below = `<p>${first.replace("boat", "ship")}<sup><a href="#fn1" id="ref1">[1]</a></sup></p>${list("See the page of the council.")}`;
    expect(read({ below }).html.split("\n").at(-1)).toBe("<ol><li>See the page of the council.</li></ol>");
  });

  test("but no place a page offers to jump to", () => {
    const below = `<p>${first.replace("boat", "ship")} <a href="#fn1">Go to the comments</a></p>${list("Bob: I was on it.")}`;
    expect(read({ below }).html).not.toContain("Bob");
  });

  test("a remark in a frame of its own", () => {
    const below = `<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Tickets can be bought on board.</div></div><p>${first.replace("boat", "ship")}</p>`;
    expect(read({ below }).text.split("\n").slice(2)).toEqual([
      "Tickets can be bought on board.",
      first.replace("boat", "ship"),
    ]);
  });
});

test("how words are read stands in the content, not in the text", () => {
  const sentence =
    "<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の<ruby>新<rt>あたら</rt></ruby>しい<ruby>船<rt>ふね</rt></ruby>は、どんな天気の日でも出ることができます。";
  const { html, text } = read({ below: `<p>${sentence}</p>` });
  expect(text).toContain("港の新しい船は、どんな天気の日でも出ることができます。");
  expect(html).toContain("<ruby>新<rt>あたら</rt></ruby>");
});

test("what a page states holds for an article that is too short to be weighed", () => {
  const post = {
    "@type": "BlogPosting",
    headline: "Evening at the quay",
    datePublished: "2025-06-14T07:30:00+02:00",
    author: { "@type": "Person", name: "Ana Muster" },
  };
  const page = `<html lang="en"><head><title>Evening at the quay | Gazette</title>${describing(post)}</head>
<body><p>The lamps are lit.</p><p>No ship comes in.</p><p>The tide goes out, and we go home.</p></body></html>`;
  const { drafts, kind } = extractHtml(page, "a.html", context);
  expect(kind).toContain("read line by line");
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({
    title: { value: "Evening at the quay" },
    titleDerived: false,
    published: { value: "2025-06-14T07:30:00+02:00" },
    byline: { value: "Ana Muster" },
  });
});

test.each([
  ["en", "2020-02-10"],
  ["en-US", "2020-02-10"],
  ["en-GB", "2020-10-02"],
  ["en-AU", "2020-10-02"],
])("day and month stand as the page's own English has them: %s", (lang, day) => {
  const page = `<html lang="${lang}"><body><article><h1>New boat for the pilots</h1>
<div class="meta">The Gazette 02/10/2020</div><p>${first}</p><p>${second}</p></article></body></html>`;
  expect(extractHtml(page, "a.html", context).drafts[0]?.published?.value.slice(0, 10)).toBe(day);
});

test("a date alone is no caption, though a figure is around it", () => {
  const page = `<html lang="en"><body><article><h1>New boat for the pilots</h1>
<figure><img src="https://e.example/a.jpg"><figcaption>14 June 2025</figcaption></figure><p>${first}</p><p>${second}</p></article></body></html>`;
  const [draft] = extractHtml(page, "a.html", context).drafts;
  expect([draft?.published?.value.slice(0, 10), draft?.captions]).toEqual(["2025-06-14", []]);
});
