// Stacks of errors in the program put together (program.ts), told by the files people know.

import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * From now on stacks of errors name the files that those below `folder` were made of. Maps are read when the first stack
 * is: the engine's own support for them would read all at every start.
 */
export function nameSources(folder: string): void {
  const maps = new Map<string, SourceMap>();
  const mapOf = (file: string): SourceMap => {
    const known = maps.get(file) ?? new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
    maps.set(file, known);
    return known;
  };
  const spell = (frame: NodeJS.CallSite): string => {
    const text = String(frame);
    const place = frame.getFileName();
    if (!place?.startsWith("file:")) return text;
    const file = fileURLToPath(place);
    if (dirname(file) !== folder) return text;
    try {
      const entry = mapOf(file).findEntry(
        (frame.getLineNumber() ?? 1) - 1,
        (frame.getColumnNumber() ?? 1) - 1,
      );
      if (!("originalSource" in entry)) return text;
      const { originalSource, originalLine, originalColumn } = entry;
      const at = `${resolve(folder, originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
      const name = frame.getFunctionName();
      return name === null ? at : `${name} (${at})`;
    } catch {
      // A stack that cannot be told better is told as it is.
      return `${text} in ${basename(file)}`;
    }
  };
  Error.prepareStackTrace = (error, frames) =>
    [String(error), ...frames.map((frame) => `    at ${spell(frame)}`)].join("\n");
}
