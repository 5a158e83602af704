// Subscribing: what a reader program finds, what a person copies, what the address shows in a browser.

import { describe, expect, inject, test } from "vitest";
import { busiestTopics, fetchFeed, offeredAddress, titlesOn, useBrowser, words } from "./visit.ts";

const browser = useBrowser();

describe("subscribing", () => {
  test("every feed a page names in its head answers with the type named there", async () => {
    const { page, context } = await browser.open();
    const [topic] = await busiestTopics();
    await page.goto(`/topics/${topic}`);
    const links = await page.locator("link[rel=alternate]").all();
    const types: string[] = [];
    for (const link of links) {
      const type = (await link.getAttribute("type")) ?? "";
      const answer = await context.request.get((await link.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
      expect(answer.headers()["content-type"]).toBe(`${type}; charset=utf-8`);
      types.push(type);
    }
    const feeds = ["application/rss+xml", "application/atom+xml", "application/feed+json"];
    expect(types).toEqual([...feeds, "text/x-opml"]);
  });

  test("the button copies the address of the feed and says so", async () => {
    const { page, context, complaints } = await browser.open();
    const [topic] = await busiestTopics();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`/topics/${topic}`);
    await page.getByRole("button", { name: words.copyAddress }).click();
    await page.getByRole("status").getByText(words.copied).waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toBe(`${inject("url")}/feeds/${topic}.rss`);
    expect(complaints).toEqual([]);
    const feed = await fetchFeed(copied);
    expect(feed.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  });

  test("without script there is no button that does nothing, and the address stands there", async () => {
    const { page } = await browser.open({ javaScriptEnabled: false });
    const [topic] = await busiestTopics();
    await page.goto(`/topics/${topic}`);
    expect(await page.getByRole("button", { name: words.copyAddress }).count()).toBe(0);
    expect(await offeredAddress(page)).toBe(`${inject("url")}/feeds/${topic}.rss`);
  });

  test.each(["rss", "atom", "json"])(
    "the address of a feed (.%s) shows a person what it holds",
    async (type) => {
      const { page, complaints } = await browser.open();
      const [topic] = await busiestTopics();
      const answer = await page.goto(`/feeds/${topic}.${type}`);
      expect(answer?.headers()["content-type"]).toBe("text/html; charset=utf-8");
      expect(await page.locator("main").innerText()).toContain(words.preview);
      const shown = await titlesOn(page);
      await page.goto(`/topics/${topic}`);
      expect(shown).toEqual(await titlesOn(page));
      expect(shown.length).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    },
  );
});
