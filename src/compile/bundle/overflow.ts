// Overflow: what does not fit the script lies in files of the cold tier, and once anything does, all articles do.

import type { DocumentEntry, Documents } from "../../catalog/artefact.ts";
import { coldDocumentPath, coldTopicPath } from "../../catalog/links.ts";
import { packFile } from "../../catalog/pack.ts";
import { type ColdFile, layOutArchives, layOutPages } from "./cold.ts";
import type { Ready } from "./documents.ts";
import type { Ground } from "./ground.ts";

/** The files of the cold tier, handed over as they come to be. */
export interface Overflow {
  readonly hasBegun: () => boolean;
  /** Hands over the files of all articles; the first time only. */
  readonly begin: () => void;
  /** Hands over the lists of a topic. */
  readonly putTopic: (topic: string, made: readonly Ready[]) => void;
  /** Hands over a document, and returns the path of its file. */
  readonly putDocument: (document: Ready) => string;
}

/** Nothing is handed over yet. */
export function prepareOverflow(
  { catalog, rosters, cold, older }: Ground,
  write: (file: ColdFile) => void,
): Overflow {
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    for (const file of layOutArchives(catalog, rosters, cold)) write(file);
    for (const file of layOutPages(catalog, cold, older)) write(file);
  };
  return {
    hasBegun: () => begun,
    begin,
    putTopic: (topic, made) => {
      begin();
      write(packTopic(topic, made));
    },
    putDocument: ({ path, entry, gzip }) => {
      begin();
      const file = coldDocumentPath(`${path.slice(1).replaceAll(/\W/g, "-")}-${entry.from ?? 0}`);
      write({ path: file, key: entry.etag, recipe: { kind: "bytes", bytes: gzip.read } });
      return file;
    },
  };
}

function packTopic(topic: string, made: readonly Ready[]): ColdFile {
  const documents: Record<string, DocumentEntry[]> = {};
  const body = (): Uint8Array[] => made.flatMap(({ gzip, brotli }) => [gzip.read(), brotli.read()]);
  let at = 0;
  for (const { path, entry, gzip, brotli } of made) {
    const middle = at + gzip.length;
    documents[path] = [{ ...entry, content: [at, gzip.length], brotli: [middle, brotli.length] }];
    at = middle + brotli.length;
  }
  return {
    path: coldTopicPath(topic),
    key: JSON.stringify(documents),
    recipe: {
      kind: "bytes",
      bytes: () => packFile({ documents } satisfies { documents: Documents }, body()),
    },
  };
}
