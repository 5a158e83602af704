// What a compile passes over in a folder of seeds, and why: the reasons behind `listSeeds`, for whoever names such a file.

import { readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { mediaTypeOf } from "../../catalog/media.ts";
import { ledgerFile } from "../../compile/identity/ledger.ts";
import { isCompanion } from "../../compile/media/companion.ts";
import { META_ENDING } from "../../compile/meta.ts";
import { kindOf } from "../../compile/seeds/kinds.ts";
import { isArticle } from "../../compile/seeds.ts";
import { siteFile } from "../../compile/site.ts";

/** Why something is passed over. */
export interface PassedOver {
  /** As the rest of a sentence that begins with `since`. */
  readonly why: string;
  /** Only its name says so: it might be read as an article. */
  readonly byName: boolean;
}

/** Why a file that is there is no article of this folder; null where it is one, or may be. */
export function whyPassedOver(folder: string, path: string): PassedOver | null {
  const name = basename(path);
  const inside = relative(folder, path);
  const never = (why: string): PassedOver => ({ why, byName: false });
  if (inside === siteFile || inside === ledgerFile) return never("these are the site's own files");
  if (name.endsWith(META_ENDING)) return never("corrections are shown with the file they correct");
  if (mediaTypeOf(name) !== null)
    return never("pictures, recordings and documents go with the articles that name them");
  const named = (why: string): PassedOver => ({ why, byName: true });
  if (name.startsWith(".")) return named("names that begin with a dot are passed over");
  if (kindOf(name) === "leftover") return named("editors and systems leave files of such names behind");
  if (!isArticle(dirname(path), name)) return named("articles have names that end in .txt, .html or .md");
  return null;
}

/** The same of a folder. */
export function whyFolderPassedOver(path: string): PassedOver | null {
  const name = basename(path);
  return isCompanion(name, readdirSync(join(path, "..")))
    ? { why: "what was saved with a page belongs to that page", byName: true }
    : null;
}
