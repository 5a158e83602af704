import { expect, test } from "vitest";
import { kindOf, type SeedKind } from "../../../src/compile/seeds/kinds.ts";

const names: Readonly<Record<SeedKind, readonly string[]>> = {
  article: ["a.txt", "a.TEXT", "a.md", "a.markdown", "a.html", "a.HTM", "a.xhtml", "Bản tin 3.4.txt"],
  unsure: ["000_50aacffc67916d15", "Thông cáo", "Report 3.4.2026", "Mr. Smith goes", "readme"],
  leftover: [
    "a.md~",
    "a.md.bak",
    "a.orig",
    "a.rej",
    "#a.md#",
    "~$a.docx",
    "a.md.swp",
    "a.tmp",
    "sedA1b2C3",
    "Thumbs.db",
    "desktop.ini",
  ],
  other: [
    "_index.md",
    "_index.vi.md",
    "a.css",
    "a.json",
    "Makefile",
    "README",
    "a.md.1",
    "a.txt-2026",
    "a.eml",
    "page.mhtml",
    "a.txt.meta.toml",
    "robots.txt",
    "_redirects",
  ],
};

test.each(Object.entries(names))("by their names these are of the kind %s: %j", (kind, all) => {
  expect(all.map(kindOf)).toEqual(all.map(() => kind));
});
