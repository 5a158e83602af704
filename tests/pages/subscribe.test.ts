import { expect, test } from "vitest";
import { isRefusal, parseQuery } from "../../src/catalog/query.ts";
import { readers } from "../../src/pages/readers.ts";
import { explainSubscribing } from "../../src/pages/subscribe.ts";
import { voiceOf } from "../../src/pages/voice.ts";
import { site } from "./newsroom.ts";
import { readPage } from "./reading.ts";

const query = parseQuery("china+!asean", new URLSearchParams({ lang: "vi", q: '"hải quân"' }), () => true);
if (isRefusal(query)) throw new Error(query.reason);
const panel = readPage(explainSubscribing(site, voiceOf(site), query, "Trung Quốc").toString());
const address = "https://topicwire.example/feeds/china+!asean.rss?lang=vi&q=%22h%E1%BA%A3i+qu%C3%A2n%22";

test("the address stands there whole, to be selected and copied", () => {
  expect(panel.one("code").textContent).toBe(address);
});

test("the button that copies is hidden until a script can do it, and what it says then is written down", () => {
  const button = panel.one("button");
  expect(button.getAttribute("hidden")).not.toBe(null);
  expect(button.getAttribute("data-done")).toBe("Đã chép");
  expect(panel.all(".copying > *").map((element) => element.localName)).toEqual([
    "code",
    "button",
    "span",
    "script",
    "p",
  ]);
});

test("applications on the device are offered the address as it is", () => {
  expect(panel.one('a[href^="feed:"]').getAttribute("href")).toBe(`feed:${address}`);
});

test("readers on the web are given the address so that they read the same", () => {
  const links = panel.all("a[rel=nofollow]");
  expect(links.map((link) => link.textContent)).toEqual(readers.map(({ name }) => name));
  for (const link of links) {
    const url = new URL(link.getAttribute("href") ?? "");
    const given = [
      ...url.searchParams.values(),
      decodeURIComponent(url.pathname).replace("/i/subscription/feed/", ""),
    ];
    expect(url.protocol).toBe("https:");
    expect(given).toContain(address);
  }
});

test("every format is one step away", () => {
  expect(panel.all(".feeds a").map((link) => link.getAttribute("href"))).toEqual(
    ["rss", "atom", "json"].map(
      (extension) => `/feeds/china+!asean.${extension}?lang=vi&q=%22h%E1%BA%A3i+qu%C3%A2n%22`,
    ),
  );
});
