// A visit: a browser that looks at the site, and everything it complains about.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { vietnamese } from "../../src/pages/words/vietnamese.ts";
import { startChromium } from "./chromium.ts";

/** The words of the pages: the site of the tests speaks Vietnamese. */
export const words = vietnamese;

/** What the machine-readable index says, as far as the tests ask. */
export interface SiteIndex {
  readonly topics: readonly { readonly id: string; readonly articles: number }[];
  readonly latest: readonly { readonly url: string; readonly title: string }[];
}

/** A page, and what the browser complained about on it: errors, warnings, violations of its policy. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

/** A browser for all tests of a file; `open` starts a visit in a context of its own, which ends with the test. */
export function useBrowser(): { readonly open: (options?: BrowserContextOptions) => Promise<Visit> } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return { open: (options = {}) => openVisit(browser, options) };
}

async function openVisit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ baseURL: inject("origin"), ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, context, complaints };
}

/** The index of the site. */
export async function readIndex(): Promise<SiteIndex> {
  return (await (await fetch(`${inject("origin")}/index.json`)).json()) as SiteIndex;
}

/** The two topics with the most articles. */
export async function busiestTopics(): Promise<readonly [string, string]> {
  const { topics } = await readIndex();
  const [first, second] = [...topics].sort((a, b) => b.articles - a.articles);
  if (first === undefined || second === undefined) throw new Error("the site has fewer than two topics");
  return [first.id, second.id];
}

/** The path of the newest article. */
export async function newestArticle(): Promise<string> {
  const { latest } = await readIndex();
  return new URL(latest[0]?.url ?? "").pathname;
}

/** Every kind of page, by name, with its path. */
export async function everyKind(): Promise<Readonly<Record<string, string>>> {
  const [one, other] = await busiestTopics();
  return {
    home: "/",
    everything: "/topics/all",
    "a topic": `/topics/${one}`,
    "a query": `/topics/${one}+${other}`,
    "one language": `/topics/${one}?lang=en`,
    "a search": "/topics/all?q=hai+quan",
    "a search without results": "/topics/all?q=kh%C3%B4ngt%C3%ACmth%E1%BA%A5y",
    "an article": await newestArticle(),
    "a preview of a feed": `/feeds/${one}.rss`,
    "no such page": "/nothing",
    "a malformed query": "/topics/a++b",
  };
}

/** Titles of the articles a list shows. */
export function titlesOn(page: Page): Promise<string[]> {
  return page.locator(".entries .title").allInnerTexts();
}

/** The address of the feed that a page offers to copy. */
export async function offeredAddress(page: Page): Promise<string> {
  return (await page.locator("code.address").textContent()) ?? "";
}

/** A feed of the site by the address it bears, which is that of the deployed site. */
export function fetchFeed(address: string): Promise<Response> {
  return fetch(address.replace(inject("url"), inject("origin")));
}
