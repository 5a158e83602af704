// A newsroom's folder in miniature, and everything people do to its files. An edit leaves its world alone and gives a
// new one.

import type { Seed } from "../../../src/compile/draft.ts";
import { extractSeed } from "../../../src/compile/extract.ts";
import {
  type Chance,
  type Dress,
  encodings,
  extensionOf,
  formats,
  makeBrief,
  makeParagraph,
  makeSentence,
  makeStory,
  type Story,
  writeStory,
} from "./stories.ts";

/** A file with one article. */
export interface Holding {
  /** Which article it is, for ever: what an id must stand for. */
  readonly key: string;
  /** Path without its extension. */
  readonly place: string;
  readonly story: Story;
  readonly dress: Dress;
}

/** The line of a digest. */
export interface Brief {
  readonly key: string;
  readonly text: string;
}

export interface World {
  readonly holdings: readonly Holding[];
  readonly digest: readonly Brief[];
  /** Deleted files, which may come back. */
  readonly trash: readonly Holding[];
  /** What the next new thing is called; two worlds apart use different letters. */
  readonly letter: string;
  readonly made: number;
}

/** What readers should see of one article. */
export interface Visible {
  readonly title: string | null;
  readonly text: string;
}

export const site =
  '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "vi"\ntimezone = "Asia/Ho_Chi_Minh"\n';

const plain: Dress = { format: "plain", encoding: "utf-8" };

export function makeWorld(chance: Chance, size: number): World {
  let world: World = { holdings: [], digest: [], trash: [], letter: "a", made: 0 };
  for (let i = 0; i < size; i++) world = edits["add an article"](world, chance);
  for (let i = 0; i < 6; i++) world = edits["extend the digest"](world, chance);
  return world;
}

/** What people do. Each edit keeps an article recognisable: never more than one paragraph goes at a time. */
export const edits = {
  "add an article": (world: World, chance: Chance): World => {
    const key = `${world.letter}${world.made}`;
    const holding = {
      key,
      place: `${key}-${makePlace(chance)}`,
      story: readable(() => makeStory(chance)),
      dress: plain,
    };
    return { ...world, holdings: [...world.holdings, holding], made: world.made + 1 };
  },
  "rename a file": change((holding, chance) => ({
    ...holding,
    place: renamed(holding.place, makePlace(chance)),
  })),
  "move a file to a folder": change((holding, chance) => ({
    ...holding,
    place: `${makePlace(chance)}/${holding.place.split("/").at(-1)}`,
  })),
  "edit a title": changeStory((story, chance) => ({
    ...story,
    title: makeSentence(chance, 9 + chance.upTo(4)),
  })),
  "edit a word": changeStory((story, chance) => {
    const at = chance.upTo(story.paragraphs.length);
    const words = story.paragraphs[at]?.split(" ") ?? [];
    const edited = words.with(3 + chance.upTo(9), makeSentence(chance, 1).toLowerCase()).join(" ");
    return { ...story, paragraphs: story.paragraphs.with(at, edited) };
  }),
  "replace a paragraph": changeStory((story, chance) => ({
    ...story,
    paragraphs: story.paragraphs.with(chance.upTo(story.paragraphs.length), makeParagraph(chance)),
  })),
  "add a paragraph": changeStory((story, chance) =>
    story.paragraphs.length > 8
      ? story
      : {
          ...story,
          paragraphs: story.paragraphs.toSpliced(
            1 + chance.upTo(story.paragraphs.length),
            0,
            makeParagraph(chance),
          ),
        },
  ),
  "swap two paragraphs": changeStory((story) => ({
    ...story,
    paragraphs: [...story.paragraphs.slice(0, -2), ...story.paragraphs.slice(-2).reverse()],
  })),
  "capture it again, with other things around": change((holding, chance) => ({
    ...holding,
    dress: { ...holding.dress, format: chance.pick(Object.keys(formats) as (keyof typeof formats)[]) },
  })),
  "save it in another encoding": change((holding, chance) => ({
    ...holding,
    dress: { ...holding.dress, encoding: chance.pick(Object.keys(encodings) as (keyof typeof encodings)[]) },
  })),
  "delete a file": (world: World, chance: Chance): World => {
    if (world.holdings.length < 5) return world;
    const gone = chance.pick(world.holdings);
    return {
      ...world,
      holdings: world.holdings.filter((holding) => holding !== gone),
      trash: [...world.trash, gone],
    };
  },
  "restore a file": (world: World, chance: Chance): World => {
    if (world.trash.length === 0) return world;
    const back = chance.pick(world.trash);
    return {
      ...world,
      holdings: [...world.holdings, back],
      trash: world.trash.filter((holding) => holding !== back),
    };
  },
  "reorder the digest": (world: World, chance: Chance): World => {
    const at = chance.upTo(world.digest.length);
    const [brief, ...rest] = [...world.digest.slice(at), ...world.digest.slice(0, at)];
    return { ...world, digest: brief === undefined ? [] : [...rest.reverse(), brief] };
  },
  "extend the digest": (world: World, chance: Chance): World => {
    if (world.digest.length > 11) return world;
    const brief = { key: `${world.letter}${world.made}`, text: makeBrief(chance) };
    return { ...world, digest: [brief, ...world.digest], made: world.made + 1 };
  },
  "edit a word of a brief": (world: World, chance: Chance): World => {
    const at = chance.upTo(world.digest.length);
    const digest = world.digest.map((brief, i) => {
      const words = brief.text.split(" ");
      const edited = words.with(3 + chance.upTo(9), makeSentence(chance, 1).toLowerCase()).join(" ");
      return i === at ? { ...brief, text: edited } : brief;
    });
    return { ...world, digest };
  },
} satisfies Readonly<Record<string, (world: World, chance: Chance) => World>>;

export type EditName = keyof typeof edits;
export const editNames = Object.keys(edits) as EditName[];

/** The path of an article's file. */
export function pathOf({ place, dress }: Holding): string {
  return `${place}.${extensionOf(dress.format)}`;
}

/** The files of a world, sorted by path. */
export function seedsOf(world: World): Seed[] {
  const seeds = world.holdings.map((holding) => ({
    path: pathOf(holding),
    bytes: writeStory(holding.story, holding.dress),
  }));
  const digest = Buffer.from(world.digest.map((brief) => brief.text).join("\n"));
  return [...seeds, { path: "digest.txt", bytes: digest }].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every article there is, by its key. */
export function visibleIn(world: World): Map<string, Visible> {
  return new Map<string, Visible>([
    ...world.holdings.map(
      ({ key, story }) => [key, { title: story.title, text: story.paragraphs.join("\n") }] as const,
    ),
    ...world.digest.map(({ key, text }) => [key, { title: null, text }] as const),
  ]);
}

function change(
  edit: (holding: Holding, chance: Chance) => Holding,
): (world: World, chance: Chance) => World {
  return (world, chance) => {
    const one = chance.pick(world.holdings);
    const edited = edit(one, chance);
    return { ...world, holdings: world.holdings.map((holding) => (holding === one ? edited : holding)) };
  };
}

function changeStory(edit: (story: Story, chance: Chance) => Story): (world: World, chance: Chance) => World {
  return change((holding, chance) => ({ ...holding, story: readable(() => edit(holding.story, chance)) }));
}

/** Stories of chance words now and then read like a digest; such are made again, since reading is tested elsewhere. */
function readable(make: () => Story): Story {
  for (;;) {
    const story = make();
    const seed = { path: "a.txt", bytes: writeStory(story, plain) };
    const { drafts } = extractSeed(seed, { timeZone: "UTC", lang: "vi" });
    if (drafts.length === 1 && drafts[0]?.text === story.paragraphs.join("\n")) return story;
  }
}

function makePlace(chance: Chance): string {
  return `${chance.pick(["news", "tin", "bien", "clip", "save"])}-${chance.upTo(100000)}`;
}

function renamed(place: string, name: string): string {
  return [...place.split("/").slice(0, -1), name].join("/");
}
