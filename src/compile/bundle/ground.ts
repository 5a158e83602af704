// Ground: what all else of an artefact is laid out upon.

import {
  type ArtefactIndex,
  type PackedFragment,
  type RetractedArticle,
  retractionsTold,
} from "../../catalog/artefact.ts";
import { type ArticleFacts, dateOf } from "../../catalog/article.ts";
import { frameArticles } from "../../pages/article.ts";
import { type Limits, plans } from "../limits.ts";
import { streamOf, toSeconds } from "../press.ts";
import { openingsFor, type PressedCatalog } from "../pressed.ts";
import type { Problem } from "../problems.ts";
import { ByteWriter } from "./bytes.ts";
import { type ColdFile, type ColdShape, shapeCold } from "./cold.ts";
import { nothingRemembered, type Remembered } from "./documents.ts";
import { countSitemaps } from "./render.ts";
import { callRolls, type Rosters, type Tables, writeTables } from "./tables.ts";
import { chooseHorizon } from "./tiers.ts";

/** What a bundle is made with. */
export interface BundleOptions {
  /** The last instant the ledger knows of: articles dated after it are still to come. */
  readonly known: string;
  readonly limits?: Limits;
  /** Asset files the site has beside those of the cold tier. */
  readonly otherFiles?: number;
  /** Takes each file of the cold tier, in no order. */
  readonly writeCold?: (file: ColdFile) => void;
  readonly remembered?: Remembered;
  /** Told how far long work has come. */
  readonly progress?: {
    readonly begin: (what: string, total: number) => void;
    readonly step: () => void;
    readonly end: () => void;
  };
}

/** What all else is laid out upon. */
export interface Ground {
  readonly catalog: PressedCatalog;
  readonly known: string;
  readonly limits: Limits;
  readonly remembered: Remembered;
  readonly rosters: Rosters;
  readonly horizon: number;
  readonly cold: ColdShape;
  /** The hot bytes; first what expressions look at, and what all pages begin with. */
  readonly bytes: ByteWriter;
  readonly tables: Tables;
  readonly frame: ArtefactIndex["frame"];
  readonly openings: ArtefactIndex["openings"];
  /** About how many bytes of an upload these take. */
  readonly size: number;
  /** Articles taken back that feeds may tell of, and others. */
  readonly recent: Readonly<Record<string, RetractedArticle>>;
  readonly older: Readonly<Record<string, RetractedArticle>>;
  /** When an article last came into a topic or left one, or got another date: seconds, 0 for never. */
  readonly moved: number;
  /** When the words of an article last changed: the same. */
  readonly edited: number;
  readonly problems: Problem[];
}

/** Lays it, for a catalog. */
export function layGround(catalog: PressedCatalog, options: BundleOptions): Ground {
  const { known, limits = plans.free, remembered = nothingRemembered, otherFiles = 0 } = options;
  const rosters = callRolls(catalog);
  const { horizon, size } = chooseHorizon(catalog, rosters, known, limits);
  const bytes = new ByteWriter();
  const tables = writeTables(bytes, catalog, rosters, horizon, known);
  const add = (text: string): PackedFragment => {
    const { deflate, length, crc } = streamOf(Buffer.from(text));
    return [...bytes.add(deflate), length, crc];
  };
  const { start, middle, end } = frameArticles(catalog);
  const frame = { start: add(start), middle: add(middle), end: add(end) };
  return {
    catalog,
    known,
    limits,
    remembered,
    rosters,
    horizon,
    cold: shapeCold(catalog, rosters, limits.files, otherFiles + countSitemaps(catalog, known)),
    bytes,
    tables,
    frame,
    openings: openingsFor(catalog.articles),
    size: size + Object.values(frame).reduce((sum, [, size]) => sum + size, 0),
    ...splitRetractions(catalog),
    moved: catalog.moved ? toSeconds(catalog.moved) : 0,
    edited: lastEdit(catalog.articles),
    problems: [],
  };
}

/** When the words of any of these last changed, in seconds since 1970; 0 for never. */
function lastEdit(articles: readonly ArticleFacts[]): number {
  let last = "";
  for (const article of articles) {
    if (article.updated > last && article.updated > dateOf(article)) last = article.updated;
  }
  return last === "" ? 0 : toSeconds(last);
}

/** Feeds tell of an article taken back for 30 days; older ones are only asked for by their addresses. */
function splitRetractions({ retractions = [] }: PressedCatalog): {
  readonly recent: Record<string, RetractedArticle>;
  readonly older: Record<string, RetractedArticle>;
} {
  const rows = retractions.map(({ id, shortId, when, reason }) => {
    return [shortId, { id, when: toSeconds(when), reason }] as const;
  });
  return {
    recent: Object.fromEntries(rows.slice(0, retractionsTold)),
    older: Object.fromEntries(rows.slice(retractionsTold)),
  };
}
