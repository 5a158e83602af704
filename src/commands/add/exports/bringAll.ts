// bringAll: all posts of an export are understood, given places, compared with what is there, and written.

import { join } from "node:path";
import { seedLimit } from "../../../compile/encodings.ts";
import { type MediaLibrary, openMedia } from "../../../compile/media/library.ts";
import { type Problem, reportIt } from "../../../compile/problems.ts";
import { type ReadDraft, readSeed } from "../../../compile/read.ts";
import { describeRefusal } from "../../../compile/seeds/disk.ts";
import { listSeeds, type SeedFile } from "../../../compile/seeds.ts";
import { makeFolders } from "../../disk/makeFolders.ts";
import { replaceFile } from "../../disk/replaceFile.ts";
import { createProgress } from "../../progress.ts";
import { type Advice, refuse } from "../arrival.ts";
import type { Wishes } from "../bring.ts";
import type { Desk } from "../desk.ts";
import { splitName } from "../names.ts";
import { holdsArticle } from "../understand.ts";
import { type Arriving, type Comparison, compareAll } from "./compare.ts";
import { openPlaces } from "./places.ts";
import type { Post } from "./post.ts";
import { nameOfSeed, writeSeed } from "./seedText.ts";

/** What came of the posts of an export. */
export interface Brought {
  /** Those that are written now. */
  readonly added: readonly Post[];
  readonly replaced: number;
  /** How many are there already, as they are. */
  readonly there: number;
  /** Files that hold an earlier version, which stays. */
  readonly changed: readonly string[];
  /** New files that tell the story of another one. */
  readonly doubles: readonly { readonly path: string; readonly of: string }[];
  /** Posts that did not come in. */
  readonly failures: readonly { readonly post: Post; readonly why: Advice }[];
  /** What is wrong with those that did. */
  readonly problems: readonly Problem[];
  /** What stopped it before its end; null where nothing did. */
  readonly stopped: Advice | null;
}

/** A post on its way. */
interface Item extends Arriving {
  readonly post: Post;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Brings them in. Hold the folder meanwhile. Every file there is read once at most, however many posts there are. */
export function bringAll(posts: readonly Post[], desk: Desk, wishes: Wishes): Brought {
  const { folder } = desk;
  const failures: { post: Post; why: Advice }[] = [];
  const choose = openPlaces(folder, wishes.into);
  const media = openMedia(folder);
  const items: Item[] = [];
  let there = 0;
  const progress = createProgress(process.stderr);
  progress.begin("posts", posts.length);
  for (const post of posts) {
    const item = understandSafely(post, choose, desk, media);
    progress.step();
    if (item === "there") there += 1;
    else if ("fix" in item) failures.push({ post, why: item });
    else if (holdsArticle(item.reading) || wishes.keep) items.push(item);
    else failures.push({ post, why: whyEmpty(item) });
  }
  progress.end();

  const { files } = listSeeds(folder);
  const compared = items.length === 0 ? [] : compareAll(items, files, desk, media);
  const disks = new Map(files.map((file) => [file.path, file]));
  const written = writeThem(items, compared, disks, folder, wishes);
  return { ...written, there: there + written.there, failures };
}

function understandSafely(
  post: Post,
  choose: ReturnType<typeof openPlaces>,
  { settings, topics }: Desk,
  media: MediaLibrary,
): Item | Advice | "there" {
  try {
    const bytes = Buffer.from(writeSeed(post));
    if (bytes.length > seedLimit) {
      const what = `it has more than the ${seedLimit / 1024 / 1024} MB that a file may have`;
      return refuse(what, "Take the pictures out that are embedded in its text, and export again");
    }
    const { path, isThere, instead } = choose(nameOfSeed(post), bytes);
    if (isThere) return "there";
    const reading = readSeed({ path, bytes }, settings, topics, media);
    return { post, path, bytes, instead, reading };
  } catch (error) {
    const what = `it cannot be understood (${error instanceof Error ? error.message : String(error)})`;
    return refuse(what, reportIt);
  }
}

function whyEmpty({ reading }: Item): Advice {
  const problem = reading.problems.find(({ level }) => level === "error");
  const what = problem?.what ?? "no article was found in it";
  return { what: what.replace(/^the file holds/, "it holds"), fix: "--keep adds it as it is" };
}

function writeThem(
  items: readonly Item[],
  compared: readonly Comparison[],
  disks: ReadonlyMap<string, SeedFile>,
  folder: string,
  { into, replace }: Wishes,
): Omit<Brought, "failures"> {
  const added: Post[] = [];
  const changed: string[] = [];
  const doubles: { path: string; of: string }[] = [];
  const problems: Problem[] = [];
  const taken = new Set<ReadDraft>();
  let [replaced, there] = [0, 0];
  const done = (stopped: Advice | null) => ({ added, replaced, there, changed, doubles, problems, stopped });
  try {
    makeFolders(join(folder, into));
    for (const [at, { post, path, bytes, reading }] of items.entries()) {
      const { old = null, double = null, problems: asked = [] } = compared[at] ?? {};
      if (old !== null && !taken.has(old)) {
        taken.add(old);
        const file = disks.get(old.from);
        const isReplaced = replace && file !== undefined && isSameKind(old.path, path);
        if (isReplaced) {
          replaceFile(join(folder, file.disk), bytes);
          replaced += 1;
        } else if (old.hash === reading.articles[0]?.hash) there += 1;
        else changed.push(old.path);
        continue;
      }
      replaceFile(join(folder, path), bytes);
      added.push(post);
      // Of two new ones each is the other's.
      if (double !== null && !doubles.some((one) => one.path === double && one.of === path))
        doubles.push({ path, of: double });
      problems.push(...reading.problems, ...asked);
    }
  } catch (error) {
    const what = describeRefusal(error)?.replace(/\.$/, "");
    if (what === undefined) throw error;
    return done({ what, fix: "Those above came in; the same command goes on with the others" });
  }
  return done(null);
}

function isSameKind(a: string, b: string): boolean {
  return splitName(a).ending.toLowerCase() === splitName(b).ending.toLowerCase();
}
