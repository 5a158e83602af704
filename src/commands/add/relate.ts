// relate: what an arrival has to do with what is there: another capture of a story, a version of a known article, or new.

import { identify } from "../../compile/identity/identify.ts";
import type { LedgerEntry } from "../../compile/identity/ledger.ts";
import { sourceKey } from "../../compile/identity/traits.ts";
import { openMedia } from "../../compile/media/library.ts";
import type { Problem } from "../../compile/problems.ts";
import type { ReadDraft, Reading } from "../../compile/read.ts";
import { listSeeds, type SeedFile } from "../../compile/seeds.ts";
import type { Desk } from "./desk.ts";
import { findNeighbours, newErrors, settleAmong } from "./neighbours.ts";

/** What one article of an arrival is to the site. */
export type Relation =
  | { readonly is: "new" }
  /** Known from before, and not in any other file any more. */
  | { readonly is: "known"; readonly entry: LedgerEntry }
  /** The story is there; `of` says where, as the ledger writes it. */
  | ({ readonly is: "capture"; readonly of: string } & Likeness)
  /** It takes the place of captures that are there, the first of which is like it so much. */
  | ({ readonly is: "better"; readonly than: readonly [string, ...string[]] } & Likeness)
  /** A known article with other words, both of which would be published. */
  | { readonly is: "edited"; readonly entry: LedgerEntry }
  /** Something has to be said first: `problems` ask for it. */
  | { readonly is: "asked" };

/** What two captures of one story have in common. */
interface Likeness {
  /** Title and text. */
  readonly same: boolean;
  /** The address of their source. */
  readonly oneAddress: boolean;
}

/** The relations of all articles of an arrival. */
export interface Relations {
  readonly of: ReadonlyMap<ReadDraft, Relation>;
  readonly problems: readonly Problem[];
}

/** Reports of one event have up to 0.35 in common; from here on it is an article that was edited. */
const edited = 0.36;
/** So many files are read to compare with; a site has many more than that only before its first compile. */
const most = 500;

/** Looks at the ledger, and at the files that what it says, or does not say, makes worth looking at. */
export function relate(reading: Reading, desk: Desk): Relations {
  const { files } = listSeeds(desk.folder);
  const others = pickOthers(reading, files, desk).slice(0, most);
  const { settled } = settleAmong([reading], others, files, desk, openMedia(desk.folder));
  const [own, ...rest] = settled;
  const of = new Map<ReadDraft, Relation>();
  for (const article of reading.articles) {
    const known = own?.known.find((one) => one.article === article);
    const story = rest
      .flatMap((file) => file.known)
      .find(({ captures }) => captures.some(({ from }) => from === article.from));
    const [capture, ...more] = known?.captures ?? [];
    if (story !== undefined)
      of.set(article, { is: "capture", of: story.article.from, ...compare(article, story.article) });
    else if (known === undefined) of.set(article, { is: "asked" });
    else if (capture !== undefined) {
      const than: [string, ...string[]] = [capture.from, ...more.map(({ from }) => from)];
      of.set(article, { is: "better", than, ...compare(article, capture) });
    } else if (known.recognition !== null) of.set(article, { is: "known", entry: known.recognition.entry });
    else of.set(article, findEdited(article, desk));
  }
  return { of, problems: newErrors(reading, own?.problems) };
}

function compare(a: ReadDraft, b: ReadDraft): Likeness {
  const key = sourceKey(a.source);
  return { same: a.words === b.words, oneAddress: key !== "" && key === sourceKey(b.source) };
}

/** Files that may hold the same, and behind them those the ledger does not know. */
function pickOthers({ path, articles }: Reading, files: readonly SeedFile[], desk: Desk): SeedFile[] {
  const { known, places } = findNeighbours(articles, desk);
  const others = files.filter((file) => file.path !== path);
  return [
    ...others.filter((file) => places.has(file.path)),
    ...others.filter((file) => !known.has(file.path)),
  ];
}

/** An article that is new only because the one it was made of is still there. */
function findEdited(article: ReadDraft, { ledger, now }: Desk): Relation {
  const live = ledger.filter(({ retracted }) => retracted === null);
  const recognition = identify([article], live, now).of.get(article)?.recognition ?? null;
  if (recognition === null) return { is: "new" };
  const { entry, by, likeness } = recognition;
  return by === "likeness" && likeness < edited ? { is: "new" } : { is: "edited", entry };
}
