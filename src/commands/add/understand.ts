// understand: what an arrival would be, where it would lie, before anything is written.

import type { Seed } from "../../compile/draft.ts";
import { type MediaLibrary, openMedia } from "../../compile/media/library.ts";
import { META_ENDING } from "../../compile/meta.ts";
import { type Reading, readSeed } from "../../compile/read.ts";
import type { Arrival } from "./arrival.ts";
import type { Desk } from "./desk.ts";

/** What was understood. */
export interface Understanding extends Reading {
  /** Files beside the arrival that go with it, by their paths from its own folder. */
  readonly named: readonly string[];
}

/** Reads an arrival as if it lay at `path`, with the files that lie beside it where it comes from. */
export function understand(arrival: Arrival, path: string, desk: Desk): Understanding {
  const { bytes, meta } = arrival;
  const seed: Seed =
    meta === null ? { path, bytes } : { path, bytes, meta: { path: path + META_ENDING, text: meta } };
  const library = bringAlong(arrival, path, openMedia(desk.folder));
  const reading = readSeed(seed, desk.settings, desk.topics, library);
  const below = folderOf(path);
  const own = arrival.folder === null ? null : openMedia(arrival.folder);
  const named = reading.articles
    .flatMap(({ media }) => media.map(({ file }) => file.path))
    .filter((file) => file.startsWith(below))
    .map((file) => file.slice(below.length))
    .filter((file) => own?.find(file) != null);
  return { ...reading, named: [...new Set(named)].sort() };
}

/** True where it holds an article, be it one that is marked not to be published yet. */
export function holdsArticle({ articles, extraction }: Reading): boolean {
  return articles.length > 0 || extraction.drafts.some(({ draft, text }) => draft && text !== "");
}

/** The files of the seeds folder, and those that lie beside an arrival where they would lie then. */
function bringAlong(arrival: Arrival, path: string, library: MediaLibrary): MediaLibrary {
  if (arrival.folder === null) return library;
  const own = openMedia(arrival.folder);
  const below = folderOf(path);
  const inside = (file: string): string | null => (file.startsWith(below) ? file.slice(below.length) : null);
  return {
    find: (file) => {
      const place = inside(file);
      const found = place === null ? null : own.find(place);
      return found === null ? library.find(file) : { ...found, path: file };
    },
    resembling: (file) => {
      const place = inside(file);
      const found = place === null ? null : own.resembling(place);
      return found === null ? library.resembling(file) : below + found;
    },
  };
}

/** The folder of a path, with a slash at its end; empty for the seeds folder. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
