// writeAssets: dist/assets/, the files the platform serves by itself, as the last compile wants them and nothing else.

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { mediaFolder } from "../catalog/links.ts";
import { mediaTypes } from "../catalog/media.ts";
import type { PublishedFile } from "../compile/media/publish.ts";
import { makeFolders } from "./disk/makeFolders.ts";
import { replaceFile } from "./disk/replaceFile.ts";

/** The folder below dist/. Nothing in it may have the path of a route: files go before the Worker. */
export const assetsFolder = "assets";
const headersFile = "_headers";

/** True where a compile has been at work, even if it got no further than its first file. */
export function hasAssets(out: string): boolean {
  const file = join(out, assetsFolder, headersFile);
  return existsSync(file) && readFileSync(file, "utf8").startsWith(`${mediaFolder}*\n`);
}

/** Says with which headers all assets are served. */
export function writeHeaders(out: string): void {
  const file = join(out, assetsFolder, headersFile);
  if (existsSync(file) && readFileSync(file, "utf8") === headerRules) return;
  makeFolders(join(out, assetsFolder));
  replaceFile(file, headerRules);
}

/**
 * Writes what is not there yet: a name says what the bytes are, so files of one name and size are one file. Call it
 * before the artefact is written, and `removeUnused` after it, so that no page ever shows what is not there.
 */
export function writeAssets(out: string, media: readonly PublishedFile[]): void {
  const folder = join(out, assetsFolder);
  makeFolders(join(folder, mediaFolder));
  writeHeaders(out);
  for (const { path, length, file } of media) {
    const place = join(folder, path);
    if (statSync(place, { throwIfNoEntry: false })?.size === length) continue;
    replaceFile(place, file.read());
  }
}

/** Removes the media that no article names any more. */
export function removeUnused(out: string, media: readonly PublishedFile[]): void {
  const folder = join(out, assetsFolder, mediaFolder);
  const used = new Set(media.map(({ path }) => path.slice(mediaFolder.length)));
  for (const name of readdirSync(folder))
    if (!used.has(name)) rmSync(join(folder, name), { recursive: true });
}

/**
 * The headers of media (https://developers.cloudflare.com/workers/static-assets/headers/). They may be kept for a year,
 * since other bytes have another name. Types are ours, so that feeds and answers say the same. A picture that may hold
 * scripts may not run them.
 */
const headerRules = [
  `${mediaFolder}*`,
  "  Cache-Control: public, max-age=31536000, immutable",
  "  X-Content-Type-Options: nosniff",
  "  Access-Control-Allow-Origin: *",
  ...Array.from(mediaTypes, ([ending, type]) => `${mediaFolder}*.${ending}\n  Content-Type: ${type}`),
  `${mediaFolder}*.svg`,
  "  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  "",
].join("\n");
