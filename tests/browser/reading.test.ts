// Reading: from the home page to a topic to an article, and what is not there.

import { describe, expect, test } from "vitest";
import { busiestTopics, newestArticle, titlesOn, useBrowser, words } from "./visit.ts";

const browser = useBrowser();

describe("a reader", () => {
  test("goes from the home page to a topic to an article and home again", async () => {
    const { page, complaints } = await browser.open();
    const [topic] = await busiestTopics();
    await page.goto("/");
    await page.locator(`main a[href="/topics/${topic}"]`).first().click();
    expect(new URL(page.url()).pathname).toBe(`/topics/${topic}`);
    const [title = ""] = await titlesOn(page);
    await page.getByRole("link", { name: title, exact: true }).first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/articles\//);
    expect(await page.locator("h1").innerText()).toBe(title);
    await page.locator(".brand").click();
    expect(new URL(page.url()).pathname).toBe("/");
    expect(complaints).toEqual([]);
  });

  test("finds the text of an article, its date, and the topics it belongs to", async () => {
    const { page } = await browser.open();
    await page.goto(await newestArticle());
    expect((await page.locator("article .body").innerText()).length).toBeGreaterThan(100);
    expect(await page.locator(".facts time").first().getAttribute("datetime")).toMatch(/^\d{4}-\d\d-\d\d/);
    await page.locator(".facts a[href^='/topics/']").first().click();
    expect((await titlesOn(page)).length).toBeGreaterThan(0);
  });

  test("jumps over the head of the page with the keyboard", async () => {
    const { page } = await browser.open();
    await page.goto("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe(words.skipToContent);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#main");
  });

  test("is told where there is no page, and led home", async () => {
    const { page } = await browser.open();
    const answer = await page.goto("/nothing");
    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").innerText()).toBe(words.missing);
    await page.locator("main a[href='/']").first().click();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("is told what is wrong with an expression", async () => {
    const { page } = await browser.open();
    const answer = await page.goto("/topics/no-such-topic");
    expect(answer?.status()).toBe(404);
    expect(await page.locator("main").innerText()).toContain("no-such-topic");
  });
});
