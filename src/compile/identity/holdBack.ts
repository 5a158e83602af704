// holdBack: files whose corrections may have gone to other articles than they were written for. Nothing of them changes
// for readers until the publisher has said which are meant.

import { namesById } from "../correction.ts";
import { META_ENDING } from "../meta.ts";
import type { Problem } from "../problems.ts";
import type { AcceptedDraft } from "./candidate.ts";
import { askAboutPlace, type Chosen } from "./corrections.ts";
import type { Identities, Identity } from "./identify.ts";
import { newIdOf } from "./ids.ts";
import { fileOf, type LedgerEntry } from "./ledger.ts";

/** A file with its articles, each corrected by the table that names it. */
export interface CorrectedFile<One extends AcceptedDraft> extends Chosen<One> {
  readonly path: string;
}

/** What is left when the files in question are taken out. */
export interface Held<One extends AcceptedDraft> {
  readonly identities: Identities<One>;
  /** Errors, but for corrections of what is gone: by file. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** Looks whether corrections are where their articles are. `strays` are files of corrections that are for no file. */
export function holdBack<One extends AcceptedDraft>(
  files: readonly CorrectedFile<One>[],
  identities: Identities<One>,
  ledger: readonly LedgerEntry[],
  strays: readonly string[],
): Held<One> {
  const problems = new Map<string, Problem[]>();
  const tell = (path: string, problem: Problem): void => {
    problems.set(path, [...(problems.get(path) ?? []), problem]);
  };
  const isCorrected = ({ correction }: One): boolean => correction !== null;
  const corrected = files.filter(
    ({ articles, hidden, lost, problems }) =>
      hidden.length > 0 || lost.length > 0 || problems.length > 0 || articles.some(isCorrected),
  );
  if (corrected.length === 0 && strays.length === 0) return { identities, problems };

  const ids = new Set(ledger.map(({ id }) => id));
  const inFile = Map.groupBy(ledger, ({ from }) => fileOf(from));
  const owners = new Map([...identities.of].map(([article, { entry }]) => [entry.id, article]));
  for (const file of corrected) {
    for (const problem of file.problems) tell(file.path, problem);
    for (const article of [...file.articles, ...file.hidden]) {
      const { correction } = article;
      if (correction === null || namesById(correction)) continue;
      const recognition = identities.of.get(article)?.recognition ?? null;
      const placed = { article, correction, recognition };
      const fresh = (): string => newIdOf(article.words, ids);
      const question = askAboutPlace(placed, inFile.get(file.path) ?? [], fresh);
      if (question !== null) tell(file.path, question);
    }
    for (const { id, path, line } of file.lost) {
      const owner = owners.get(id ?? "");
      const what = `${id} is no article of ${file.path}`;
      if (owner === undefined) {
        tell(file.path, {
          path,
          line,
          level: "warning",
          what: `${what} any more`,
          fix: "Take the table out",
        });
        continue;
      }
      const fix = `Put the table where ${owner.from} is corrected, or write its place beside its id`;
      for (const each of new Set([file.path, owner.path]))
        tell(each, { path, line, level: "error", what, fix });
    }
  }
  const left = new Map(strays.map((path) => [path.slice(0, -META_ENDING.length), path]));
  for (const [article, { recognition }] of left.size === 0 ? [] : identities.of) {
    const stray = left.get(fileOf(recognition?.entry.from ?? ""));
    if (stray === undefined) continue;
    const what = `this is the article that was in ${recognition?.entry.from}, and its corrections were left behind`;
    const fix = `Rename ${stray} to ${article.path}${META_ENDING}, or delete it`;
    tell(article.path, { path: article.path, line: null, level: "error", what, fix });
  }
  return { identities: without(identities, problems), problems };
}

/** The identities without those of files with errors; the lines these had are neither here nor gone. */
function without<One extends AcceptedDraft>(
  { of, doubted, problems: known }: Identities<One>,
  problems: ReadonlyMap<string, readonly Problem[]>,
): Identities<One> {
  const isHeld = (path: string): boolean =>
    problems.get(path)?.some(({ level }) => level === "error") === true;
  const kept = new Map<One, Identity>();
  const spared = new Set(doubted);
  for (const [article, identity] of of) {
    if (!isHeld(article.path)) kept.set(article, identity);
    else if (identity.recognition !== null) spared.add(identity.recognition.entry);
  }
  return { of: kept, doubted: spared, problems: known };
}
