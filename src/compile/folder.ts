// The seeds folder as a whole: the site's settings, its ledger and its seeds, read from the disk.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Seed } from "./draft.ts";
import { ledgerFile } from "./ledger.ts";
import { type MediaLibrary, openMedia } from "./media/library.ts";
import { isProblem, type Problem } from "./problems.ts";
import { readSeeds } from "./seeds.ts";
import { readSettingsText } from "./settingsText.ts";
import { siteFile } from "./site.ts";

/** The texts of a seeds folder. */
export interface Folder {
  /** Text of site.toml. */
  readonly site: string;
  /** Text of ledger.jsonl; empty for a new site. */
  readonly ledger: string;
  readonly seeds: readonly Seed[];
  /** The files articles may name, */
  readonly media: MediaLibrary;
  /** and the paths of those that lie there to be named. */
  readonly mediaPaths: readonly string[];
  /** Files and folders that could not be read. */
  readonly problems: readonly Problem[];
}

/** Reads a seeds folder; a folder without site.toml is a problem. */
export function readFolder(folder: string): Folder | Problem {
  const settings = readSettings(folder);
  return isProblem(settings) ? settings : { ...settings, ...readSeeds(folder), media: openMedia(folder) };
}

/** Reads the settings and the ledger of a seeds folder, without its seeds; settings that are no text are a problem. */
export function readSettings(folder: string): Pick<Folder, "site" | "ledger"> | Problem {
  const settings = join(folder, siteFile);
  if (!existsSync(settings)) {
    const fix =
      'Create it with [site], title = "…" and url = "https://…", or name another folder with --seeds';
    return { path: siteFile, line: null, level: "error", what: "there is no such file", fix };
  }
  const site = readSettingsText(readFileSync(settings), siteFile);
  if (typeof site !== "string") return site;
  const ledger = join(folder, ledgerFile);
  return {
    site,
    ledger: existsSync(ledger) ? readFileSync(ledger, "utf8") : "",
  };
}
