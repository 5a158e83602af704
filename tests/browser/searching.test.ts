// Searching and narrowing: plain forms and links, which work without script.

import { describe, expect, inject, test } from "vitest";
import { languageName } from "../../src/feeds/languages.ts";
import { busiestTopics, offeredAddress, titlesOn, useBrowser, words } from "./visit.ts";

const browser = useBrowser();

describe.each([true, false])("with script: %s", (javaScriptEnabled) => {
  async function search(
    text: string,
  ): Promise<{ titles: string[]; url: URL; address: string; field: string }> {
    const { page } = await browser.open({ javaScriptEnabled });
    await page.goto("/");
    const field = page.getByRole("searchbox", { name: words.searchAll, exact: true });
    await field.fill(text);
    await page.getByRole("button", { name: words.search, exact: true }).click();
    return {
      titles: await titlesOn(page),
      url: new URL(page.url()),
      address: await offeredAddress(page),
      field: await page.locator("#q").inputValue(),
    };
  }

  test("words are found with and without their accents, and the result is a feed", async () => {
    const plain = await search("hai quan");
    expect(plain.titles.length).toBeGreaterThan(0);
    expect(plain.url.pathname + plain.url.search).toBe("/topics/all?q=hai+quan");
    expect(plain.address).toBe(`${inject("url")}/feeds/all.rss?q=hai+quan`);
    expect(plain.field).toBe("hai quan");
    const accents = await search("hải quân");
    expect(accents.titles.length).toBeGreaterThan(0);
    expect(accents.url.searchParams.get("q")).toBe("hải quân");
    expect(plain.titles).toEqual(expect.arrayContaining(accents.titles));
  });

  test("what nothing matches says so, and leads on", async () => {
    const { page } = await browser.open({ javaScriptEnabled });
    await page.goto("/topics/all?q=xyzzyplugh");
    expect(await titlesOn(page)).toEqual([]);
    await page.getByRole("link", { name: words.withoutWords }).click();
    expect((await titlesOn(page)).length).toBeGreaterThan(0);
  });

  test("a topic is narrowed to one language and widened again", async () => {
    const { page } = await browser.open({ javaScriptEnabled });
    const [topic] = await busiestTopics();
    await page.goto(`/topics/${topic}`);
    const all = await titlesOn(page);
    const english = words.onlyIn(languageName("en", words.lang) ?? "");
    await page.getByRole("link", { name: english, exact: true }).click();
    expect(new URL(page.url()).search).toBe("?lang=en");
    expect(await offeredAddress(page)).toBe(`${inject("url")}/feeds/${topic}.rss?lang=en`);
    const langs = await page.locator(".entries .title").all();
    expect(langs.length).toBeGreaterThan(0);
    for (const title of langs) expect(await title.getAttribute("lang")).toBe("en");
    await page.getByRole("link", { name: words.allLanguages, exact: true }).click();
    expect(await titlesOn(page)).toEqual(all);
  });
});
