// publishFile: a file of the seeds folder as it will be published, under a name made from its bytes; or why it cannot be.

import { createHash } from "node:crypto";
import { mediaPath } from "../../catalog/links.ts";
import { endingOf, mediaTypeOf } from "../../catalog/media.ts";
import { slugOf } from "../identity/ids.ts";
import { assetSize, spellMegabytes } from "../limits.ts";
import type { MediaFile, MediaLibrary } from "./library.ts";
import { noteSign } from "./marks.ts";
import { decode, follow, plainAddress } from "./paths.ts";
import { recognisePicture } from "./pictures.ts";

/** A file that goes with an article. */
export interface PublishedFile {
  readonly file: MediaFile;
  /** Where it is published: a path of the site. */
  readonly path: string;
  /** Media type. */
  readonly type: string;
  /** Size in bytes. */
  readonly length: number;
}

/** Why a file is not published, and what to do about it. */
export interface Refusal {
  readonly what: string;
  readonly fix: string;
  /** True when there is no such file. */
  readonly missing: boolean;
}

/** What was published is remembered: many articles may show one picture. */
const published = new WeakMap<MediaFile, PublishedFile | Refusal>();

/** The file that `address`, as the seed at `seedPath` writes it, stands for. */
export function publishFile(
  address: string,
  seedPath: string,
  library: MediaLibrary,
): PublishedFile | Refusal {
  const paths = pathsOf(address, seedPath);
  const [path] = paths;
  if (path === undefined) {
    return refuse("leads out of the seeds folder", "Put the file beside the article, and name it from there");
  }
  for (const each of paths) {
    const file = library.find(each);
    if (file === null) continue;
    const known = published.get(file) ?? describe(file);
    published.set(file, known);
    return known;
  }
  const resembling = library.resembling(path);
  if (resembling === path) {
    return refuse("is no file, or a link that leads out of the seeds folder", "Put the file itself there");
  }
  const fix =
    resembling === null
      ? `Put it at ${path} in the seeds folder, or correct the name`
      : `Write its capitals as the file has them: ${resembling}`;
  return { what: "is not in the seeds folder", fix, missing: true };
}

/** Tells why not from a published file. */
export function isRefusal(result: PublishedFile | Refusal): result is Refusal {
  return "missing" in result;
}

function describe(file: MediaFile): PublishedFile | Refusal {
  if (file.size > assetSize) {
    const what = `has ${spellMegabytes(file.size)} MB, more than the ${assetSize / 1024 / 1024} that can be published`;
    return refuse(what, "Make it smaller, or put it on another host and give its address there");
  }
  const bytes = readBytes(file);
  if (typeof bytes === "string") return refuse(`cannot be read (${bytes})`, "Check that you may read it");
  if (bytes.length === 0) return refuse("is empty", "Save it again");
  const stated = mediaTypeOf(file.path);
  const isPicture = stated === null || /^image\/(?!svg)/.test(stated);
  const picture = isPicture ? recognisePicture(bytes) : null;
  const type = picture?.type ?? stated;
  if (type === null) {
    return refuse(
      "is of a kind that is not published",
      "Name a picture, a recording, a film or a document such as a PDF",
    );
  }
  const ending = picture !== null && picture.type !== stated ? picture.ending : endingOf(file.path);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const name = file.path.slice(file.path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  return { file, path: mediaPath(slugOf(name), hash, ending), type, length: bytes.length };
}

/** The bytes of a file, or why it cannot be read. */
function readBytes(file: MediaFile): Uint8Array | string {
  try {
    return file.read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuse(what: string, fix: string): Refusal {
  return { what, fix, missing: false };
}

/**
 * The paths an address may mean, from the seeds folder: what stands before its query and decoded, as in a page, or just
 * as it is written, as in front matter. None when it leads out of the folder. Where nothing is there it may begin at a
 * folder above, as in a site or a set of notes that was brought in whole.
 */
function pathsOf(address: string, seedPath: string): string[] {
  const isEmbedded = address.startsWith(noteSign);
  const stated = isEmbedded ? address.slice(noteSign.length) : plainAddress(address);
  const plain = stated.replace(/[?#].*$/s, "");
  const folder = seedPath.split("/").slice(0, -1);
  const [decoded, ...others] = [decode(plain), plain, stated].map((path) => follow(folder, path));
  if (decoded == null) return [];
  const above = folder.map((_, depth) => folder.slice(0, folder.length - depth).join("/"));
  const kept = isEmbedded
    ? amongNotes(stated.replace(/#.*$/s, ""), above, ["", ...SHELVES])
    : fromAbove(decode(plain), above);
  return [...new Set([decoded, ...others.filter((path) => path !== null), ...kept])];
}

/**
 * Paths from the folders above an article, the nearest first: `/img/a.jpg` lies in the files of a site, beside them or
 * above; `notes/a.jpg` begins where the notes do. A bare name may be that of another article's picture, but for those that
 * notes keep for all.
 */
function fromAbove(path: string, folders: readonly string[]): string[] {
  const steps = path.replaceAll("\\", "/");
  const isOfSite = steps.startsWith("/");
  if (!isOfSite && !steps.includes("/")) return amongNotes(steps, folders, SHELVES.slice(0, 2));
  if (!isOfSite && !/^[^./][^/]*\/./.test(steps)) return [];
  return [...folders, ""].flatMap((folder) => {
    const places = isOfSite ? ["", "static/", "public/"] : [""];
    const found = places.map((place) => follow([], `${folder}/${place}${steps.replace(/^\/+/, "")}`));
    return found.filter((each) => each !== null);
  });
}

/** Where people keep what their notes embed; the first two are names of notebooks alone. */
const SHELVES =
  "attachments Attachments assets Assets images Images image img media Media files Files resources _resources static public".split(
    " ",
  );

/** Paths a note may mean by the name of a file: in the folders above it, the nearest first, and where files are kept there. */
function amongNotes(name: string, folders: readonly string[], shelves: readonly string[]): string[] {
  return [...folders, ""].flatMap((folder) =>
    shelves.flatMap((shelf) => follow([], `${folder}/${shelf}/${name}`) ?? []),
  );
}
