// The folders browsers save beside a page: what is in them belongs to the page, and is no seed.

import { PAGE_ENDING } from "../seeds/kinds.ts";

/** How browsers name such a folder after its page, in the languages they speak. */
const FOLDER = /^(.+?)(?:_files|\.files|-Dateien|_fichiers|_archivos|_arquivos)$/;

/** True for a folder that was saved with a page; `names` are those that stand beside it. */
export function isCompanion(folder: string, names: Iterable<string>): boolean {
  const stem = FOLDER.exec(folder)?.[1];
  if (stem === undefined) return false;
  for (const name of names) if (PAGE_ENDING.test(name) && name.replace(PAGE_ENDING, "") === stem) return true;
  return false;
}
