// Building: a feed of one's own, put together in a form, without any script.

import { parseRssFeed } from "feedsmith";
import { describe, expect, inject, test } from "vitest";
import { busiestTopics, fetchFeed, offeredAddress, titlesOn, useBrowser, words } from "./visit.ts";

const browser = useBrowser();

async function expectFeedOfPage(page: Parameters<typeof titlesOn>[0], feed: string): Promise<void> {
  expect(await offeredAddress(page)).toBe(`${inject("url")}${feed}`);
  const answer = await fetchFeed(await offeredAddress(page));
  expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  const { items = [] } = parseRssFeed(await answer.text());
  const titles = items.map(({ title }) => title);
  const shown = await titlesOn(page);
  expect(titles.slice(0, shown.length)).toEqual(shown);
}

describe("without script", () => {
  test("topics, a language and words become the page of a feed", async () => {
    const { page } = await browser.open({ javaScriptEnabled: false });
    const [one, other] = await busiestTopics();
    await page.goto("/");
    await page.getByText(words.buildOpen).click();
    await page.locator(`input[name=or][value="${one}"]`).check();
    await page.locator(`input[name=or][value="${other}"]`).check();
    await page.getByLabel(words.language).selectOption("vi");
    await page.getByLabel(words.buildWords).fill("bien");
    await page.getByRole("button", { name: words.buildSubmit }).click();
    const expression = [one, other].sort().join(",");
    const url = new URL(page.url());
    expect(url.pathname + url.search).toBe(`/topics/${expression}?lang=vi&q=bien`);
    await expectFeedOfPage(page, `/feeds/${expression}.rss?lang=vi&q=bien`);
  });

  test("one topic without another is asked for with a click on its page", async () => {
    const { page } = await browser.open({ javaScriptEnabled: false });
    const [one, other] = await busiestTopics();
    await page.goto(`/topics/${one}`);
    await page.locator("select[name=topic]").selectOption(other);
    await page.getByRole("button", { name: words.refineNot }).click();
    await expectFeedOfPage(page, `${new URL(page.url()).pathname.replace("/topics/", "/feeds/")}.rss`);
    expect(new URL(page.url()).pathname).toContain(`!${other}`);
  });

  test("a form left empty leads to everything", async () => {
    const { page } = await browser.open({ javaScriptEnabled: false });
    await page.goto("/");
    await page.getByText(words.buildOpen).click();
    await page.getByRole("button", { name: words.buildSubmit }).click();
    expect(new URL(page.url()).pathname).toBe("/topics/all");
  });
});
