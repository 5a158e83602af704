// The texts of a site's books, its settings and its ledger, read from its folder.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ledgerFile } from "../identity/ledger.ts";
import { isProblem, type Problem } from "../problems.ts";
import { describeUnreadable } from "../seeds.ts";
import { siteFile } from "../site.ts";
import type { BookTexts } from "./books.ts";
import { readSettingsText } from "./settingsText.ts";

/** Reads the settings and the ledger of a seeds folder, without its seeds; one that is no text is a problem. */
export function readBookTexts(folder: string): Pick<BookTexts, "site" | "ledger"> | Problem {
  const settings = readOwn(folder, siteFile);
  if (settings === null) {
    const fix =
      'Create it with [site], title = "…" and url = "https://…", or name another folder with --seeds';
    return { path: siteFile, line: null, level: "error", what: "there is no such file", fix };
  }
  if (isProblem(settings)) return settings;
  const site = readSettingsText(settings, siteFile);
  if (typeof site !== "string") return site;
  const ledger = readOwn(folder, ledgerFile);
  if (ledger !== null && isProblem(ledger)) return ledger;
  // Git may end its lines as Windows does, which is no change to the ledger.
  return { site, ledger: ledger?.toString().replaceAll("\r\n", "\n") ?? "" };
}

/** A file of the site's own; null where there is none. Only a file is read: a pipe would be waited for, for ever. */
function readOwn(folder: string, name: string): Buffer | Problem | null {
  const path = join(folder, name);
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (stats.isFile()) return readFileSync(path);
    const what = stats.isDirectory() ? "this is a folder, where a file is wanted" : "this is no file";
    return {
      path: name,
      line: null,
      level: "error",
      what,
      fix: "Put the file in its place, or take it away",
    };
  } catch (error) {
    return describeUnreadable(name, error);
  }
}
