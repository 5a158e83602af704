// Looks: every kind of page on a phone and a desktop, in light and in dark, for eyes, keyboards and screen readers.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Result } from "axe-core";
import { beforeAll, describe, expect, test } from "vitest";
import { everyKind, useBrowser, type Visit } from "./visit.ts";

const browser = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;
const schemes = ["light", "dark"] as const;
const names = [
  "home",
  "everything",
  "a topic",
  "a query",
  "one language",
  "a search",
  "a search without results",
  "an article",
  "a preview of a feed",
  "no such page",
  "a malformed query",
];

let kinds: Readonly<Record<string, string>>;

beforeAll(async () => {
  kinds = await everyKind();
});

test("every kind of page is looked at", () => {
  expect(Object.keys(kinds)).toEqual(names);
});

/** A refusal is an error to the browser too; that is no complaint about the page. */
const aboutStatus = /^Failed to load resource: the server responded with a status of 40\d/;

/** What makes text hard to read: small letters, tight lines. */
const illegible = `[...document.querySelectorAll("main *, header *, footer *")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
  .filter((element) => element.checkVisibility() && !element.matches("script, option"))
  .filter((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    return parseFloat(fontSize) < 14 || parseFloat(lineHeight) < parseFloat(fontSize) * 1.25;
  })
  .map((element) => element.outerHTML.slice(0, 120))`;

describe.each(Object.entries(screens))("on a %s", (_, viewport) => {
  describe.each(schemes)("in %s", (colorScheme) => {
    test.each(names)("%s fits, is legible and leaves nothing to complain about", async (name) => {
      const { page, complaints } = await browser.open({ viewport, colorScheme });
      await page.goto(kinds[name] ?? "");
      const [content, screen] = await page.evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
      );
      expect(content).toBeLessThanOrEqual(screen);
      expect(await page.evaluate(illegible)).toEqual([]);
      expect(complaints.filter((text) => !aboutStatus.test(text))).toEqual([]);
    });

    test.each(names)("%s has no violation axe can find", async (name) => {
      const visit = await browser.open({ viewport, colorScheme, bypassCSP: true });
      await visit.page.goto(kinds[name] ?? "");
      // What is closed is looked at too.
      await visit.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect(await violations(visit)).toEqual([]);
    });
  });
});

async function violations({ page }: Visit): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<Result[]>("axe.run().then(({ violations }) => violations)");
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("a keyboard", () => {
  test.each(names)("on %s shows where it is, at every stop", async (name) => {
    const { page } = await browser.open({ viewport: screens.desktop });
    await page.goto(kinds[name] ?? "");
    const unseen: string[] = [];
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press("Tab");
      const [shown, what] = await page.evaluate<[boolean, string]>(`(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        const shown = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
        return [element === document.body || shown, element.outerHTML.slice(0, 120)];
      })()`);
      if (!shown) unseen.push(what);
    }
    expect(unseen).toEqual([]);
  });
});

describe("a connection", () => {
  test.each(names)("carries less than 30 KB for %s", async (name) => {
    const { page, context } = await browser.open();
    const client = await context.newCDPSession(page);
    await client.send("Network.enable");
    let bytes = 0;
    client.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(kinds[name] ?? "", { waitUntil: "networkidle" });
    expect(bytes).toBeGreaterThan(500);
    expect(bytes).toBeLessThan(30 * 1024);
  });
});
