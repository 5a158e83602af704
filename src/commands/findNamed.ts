// findNamed: the files that a word of the command line names.

import { existsSync, globSync } from "node:fs";
import { homedir } from "node:os";
import { relative, resolve } from "node:path";

/**
 * A pattern such as `*.html` names what it fits, and `~` the home folder: shells of Windows leave that to programs. What
 * is not in the working folder is looked for in `called`, from where npm was called, which works in the project's.
 * Something else, or nothing, is named by its word.
 */
export function findNamed(asked: string, called = process.env["INIT_CWD"] ?? "."): readonly string[] {
  const word = existsSync(asked) ? asked : asked.replace(/^~(?=[\\/])/, () => homedir());
  const place = (name: string): string => relative(".", resolve(called, name));
  if (word === "-" || existsSync(word)) return [word];
  if (existsSync(place(word))) return [place(word)];
  if (!/[*?]/.test(word)) return [word];
  const here = globSync(word);
  const found = here.length > 0 ? here : globSync(word, { cwd: called }).map(place);
  return found.length > 0 ? found.sort() : [word];
}
