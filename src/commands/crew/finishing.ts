// Finishing: what is made of articles that were pressed. It takes little code and little memory.

import { writeFileSync } from "node:fs";
import { packRunsHead } from "../../catalog/record.ts";
import { packBucket } from "../../compile/bundle/bucket.ts";
import type { Recipe } from "../../compile/bundle/cold.ts";
import { type Compressed, compressList } from "../../compile/bundle/compress.ts";
import { release } from "../../compile/bundle/release.ts";
import { openSpoolReader, type Spot } from "./spool.ts";
import { countSpots, type SpotList, spotAt } from "./spots.ts";

/** A file to make out of articles that were pressed. */
export interface BakeTask {
  /** Where it is written; its folder is there. */
  readonly place: string;
  readonly recipe: Exclude<Recipe, { kind: "bytes" }>;
  /** Where the records lie, those of articles and those of pages as far as it needs them, in its order. */
  readonly records: SpotList;
  readonly pages: SpotList;
}

/** The work. */
export interface Finishing {
  /** Compresses lists as wholes. */
  readonly compress: (lists: readonly Uint8Array[]) => Compressed[];
  /** Writes files of the cold tier. */
  readonly bake: (tasks: readonly BakeTask[]) => void;
  readonly close: () => void;
}

/** Begins it, with what lies in the spools of a folder. */
export function openFinishing(spools: string): Finishing {
  const reader = openSpoolReader(spools);
  const [runs, record, page] = [openScratch(), openScratch(), openScratch()];
  const read = (spot: Spot, scratch: Scratch): Uint8Array => {
    const bytes = scratch(spot[2]);
    reader.readInto(spot, bytes, 0);
    return bytes;
  };
  /** The same bytes as `packRuns` of what lies there. */
  const gatherRuns = (list: SpotList): Uint8Array => {
    const spots = Array.from({ length: countSpots(list) }, (_, index) => spotAt(list, index));
    const head = packRunsHead(spots.map(([, , size]) => size));
    const bytes = runs(spots.reduce((sum, [, , size]) => sum + size, head.length));
    bytes.set(head);
    let at = head.length;
    for (const spot of spots) {
      if (spot[2] > 0) reader.readInto(spot, bytes, at);
      at += spot[2];
    }
    return bytes;
  };
  return {
    compress: (lists) => lists.map((gzip) => compressList({ gzip })),
    bake: (tasks) => {
      for (const { place, recipe, records, pages } of tasks) {
        if (recipe.kind === "records") {
          writeFileSync(place, gatherRuns(records));
          continue;
        }
        // Here articles are known by their places in the file.
        const ordinals = [...Array(countSpots(pages)).keys()];
        const source = {
          record: (index: number) => read(spotAt(records, index), record),
          page: (index: number) => read(spotAt(pages, index), page),
        };
        const file = packBucket({ ...recipe, ordinals }, source);
        writeFileSync(place, file);
        release(file);
      }
    },
    close: reader.close,
  };
}

/** Room for bytes that are needed until the next are. */
type Scratch = (length: number) => Uint8Array;

function openScratch(): Scratch {
  let bytes = new Uint8Array(1 << 16);
  return (length) => {
    if (bytes.length < length) bytes = new Uint8Array(2 * length);
    return bytes.subarray(0, length);
  };
}
