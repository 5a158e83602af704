// add: brings articles into the seeds folder, from files and from the web.

import { describeProblem, hasErrors } from "../compile/problems.ts";
import { describeRefusal } from "../compile/seeds/disk.ts";
import { type Advice, isRefusal, refuse } from "./add/arrival.ts";
import { bring, type Wishes } from "./add/bring.ts";
import { type Desk, openDesk } from "./add/desk.ts";
import { bringAll } from "./add/exports/bringAll.ts";
import { type Export, spellTally } from "./add/exports/post.ts";
import { listLosses, tellBrought } from "./add/exports/tellAll.ts";
import { readInto, safeName } from "./add/names.ts";
import { receive, type Terms } from "./add/receive.ts";
import { tellAdded } from "./add/tell.ts";
import { type Command, seedsFolder, shownFolder } from "./command.ts";
import { lock } from "./disk/lock.ts";
import { findNamed } from "./findNamed.ts";

const options = {
  seeds: { type: "string" },
  into: { type: "string", default: "" },
  name: { type: "string" },
  newest: { type: "string" },
  replace: { type: "boolean", default: false },
  keep: { type: "boolean", default: false },
  timeout: { type: "string", default: "30" },
} as const;

type Values = Parameters<Command<typeof options>["run"]>[0];

/** Exit code 1 when anything was not added, or has errors. */
export const addCommand: Command<typeof options> = {
  call: "npm run add",
  summary: "bring an article, or a whole blog, into the seeds folder",
  usage: `npm run add -- [--into SUBFOLDER] [--name NAME] [--replace] [--keep] [--seeds DIR] FILE|EXPORT|URL…

  FILE               a capture, a saved page with its folder, Markdown with its pictures; - for standard input
  EXPORT             a whole blog: an export of WordPress, Blogger or Ghost, or a feed with whole texts, saved as a file
  URL                a page, which is fetched; its file is named by date and title
  --into SUBFOLDER   a folder below the seeds folder
  --name NAME        another name for the file
  --newest N         of a feed, add the first N articles, each from its own page
  --replace          put it in place of the version of this article that is there
  --keep             add it although no article is found in it
  --timeout SECONDS  how long a page may take (30)
  --seeds DIR        the folder of articles, with site.toml (seeds)`,
  options,
  takesWords: true,
  run: async (values, given) => {
    const words = given.flatMap((word) => findNamed(word));
    const mistake = findMistake(values, words);
    if (mistake !== "") {
      console.error(`${mistake}\n\n${addCommand.usage}`);
      return 2;
    }
    const folder = seedsFolder(values.seeds);
    const desk = openDesk(folder);
    if ("problems" in desk) {
      for (const problem of desk.problems) console.error(describeProblem(problem, shownFolder(folder)));
      return 1;
    }
    const into = readInto(folder, values.into);
    if (isRefusal(into)) {
      console.error(`${into.what}. ${into.fix}.`);
      return 2;
    }
    const name = values.name ?? null;
    const newest = values.newest === undefined ? null : Number(values.newest);
    const terms = { name, newest, patience: Number(values.timeout) * 1000, from: null };
    return addAll(words, desk, { ...into, name, keep: values.keep, replace: values.replace }, terms);
  },
};

/** What is wrong with the command line; empty where nothing is. */
function findMistake({ name, newest, timeout }: Values, words: readonly string[]): string {
  if (words.length === 0) return "What is to be added?";
  const number = (text: string, most: number): boolean =>
    /^\d{1,4}$/.test(text) && +text > 0 && +text <= most;
  if (newest !== undefined && !number(newest, 100)) return "--newest takes a number from 1 to 100.";
  if (!number(timeout, 3600)) return "--timeout takes a number of seconds.";
  if (name === undefined) return "";
  if (words.length > 1 || newest !== undefined) return "--name is for one file.";
  return safeName(name) === name
    ? ""
    : `--name ${name} is no name that every system takes: try ${safeName(name)}.`;
}

async function addAll(words: readonly string[], desk: Desk, wishes: Wishes, terms: Terms): Promise<number> {
  const shown = shownFolder(desk.folder);
  const failures: string[] = [];
  let flawed = false;
  const fail = (asked: string, { what, fix }: Advice): void =>
    void failures.push(`${asked === "-" ? "standard input" : asked}: error: ${what}. ${fix}.`);
  const addOne = async (asked: string, expected: Terms): Promise<void> => {
    const found = await receive(asked, desk, expected);
    if (isRefusal(found)) return fail(asked, found);
    if ("addresses" in found) {
      // An entry of a feed that leads to a feed is not followed.
      for (const address of found.addresses)
        await addSafely(address, { ...terms, newest: null, from: found.from });
      return;
    }
    if ("found" in found) return addPosts(asked, found.found);
    if ("inside" in found) return console.log(`${shown}${found.inside} is there already`);
    const unlock = await lock(desk.folder, "seeds");
    try {
      const added = bring(found, desk, wishes);
      if (isRefusal(added)) return fail(asked, added);
      process.stdout.write(tellAdded(added, shown));
      flawed ||=
        added.done !== "there already" && hasErrors([...added.reading.problems, ...added.relations.problems]);
    } finally {
      unlock();
    }
  };
  const addPosts = async (asked: string, found: Export): Promise<void> => {
    if (found.posts.length === 0 && found.losses.length === 0) {
      const tally = spellTally(found.leftOut);
      if (found.isFeed) return fail(asked, { what: "this is a feed without posts", fix: "Save it again" });
      const what = `this is a ${found.kind}, and no post of it is published`;
      return fail(asked, {
        what: tally === "" ? what : `${what}: ${tally}`,
        fix: "Export all posts of the blog",
      });
    }
    const unlock = await lock(desk.folder, "seeds");
    try {
      const brought = bringAll(found.posts, desk, wishes);
      process.stdout.write(tellBrought(asked, found, brought, desk, shown));
      for (const line of listLosses(found, brought, shown)) failures.push(`${asked}: error: ${line}`);
      flawed ||= hasErrors(brought.problems);
    } finally {
      unlock();
    }
  };
  const addSafely = async (asked: string, expected: Terms): Promise<void> => {
    try {
      await addOne(asked, expected);
    } catch (error) {
      const reason = describeRefusal(error)?.replace(/\.$/, "");
      if (reason === undefined) throw error;
      fail(asked, refuse(reason, "Nothing of it was kept"));
    }
  };
  const all = new Set(words);
  try {
    for (const asked of all) await addSafely(asked, terms);
  } finally {
    for (const failure of failures) console.error(failure);
  }
  if (failures.length > 0 && all.size > 1) console.error(`${failures.length} not added.`);
  return failures.length > 0 || flawed ? 1 : 0;
}
