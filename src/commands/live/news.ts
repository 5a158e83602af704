// News: what the development server knows at this moment, and who wants to be told of every change.

import type { Problem } from "../../compile/problems.ts";
import type { Outcome } from "./outcome.ts";

/** What is known at one moment. */
export interface Moment {
  /** Names the site that is served; another name is another site. Null before the first. */
  readonly site: string | null;
  /** Names this moment. */
  readonly id: string;
  /** How the last compile ended; null before the first. */
  readonly outcome: Outcome | null;
  /** What went wrong with the program itself, as sentences; empty when nothing did. */
  readonly failure: string;
}

/** The present moment, and a way to follow. */
export interface News {
  readonly now: () => Moment;
  /** Changes some of it and tells everybody. */
  readonly tell: (change: Partial<Omit<Moment, "id">>) => void;
  /** Calls back with every later moment until the function it returns is called. */
  readonly follow: (follower: (moment: Moment) => void) => () => void;
  /** Resolves when there is something to show: a site, or the reason why there is none. */
  readonly first: Promise<void>;
}

/** News of nothing yet. `nextId` names moments; names of an earlier run must not come again. */
export function createNews(nextId: () => string): News {
  const followers = new Set<(moment: Moment) => void>();
  let moment: Moment = { site: null, id: nextId(), outcome: null, failure: "" };
  let open = (): void => {};
  const first = new Promise<void>((done) => {
    open = done;
  });
  return {
    first,
    now: () => moment,
    tell: (change) => {
      moment = { ...moment, ...change, id: nextId() };
      if (moment.site !== null || moment.outcome?.written === false || moment.failure !== "") open();
      for (const follower of followers) follower(moment);
    },
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}

/** What is wrong in a few words; empty when a visitor of the site need not know. */
export function headline({ outcome, failure, site }: Moment): string {
  const counts = countProblems(outcome?.problems ?? []);
  if (failure === "" && outcome?.written !== false) return counts;
  const stale =
    site === null ? "There is no site yet" : "This is the last good site, without your last change";
  return counts === "" || failure !== "" ? stale : `${stale}: ${counts}`;
}

function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ level }) => level === "error").length;
  const warnings = problems.filter(({ level }) => level === "warning").length;
  const parts = [
    errors === 0 ? "" : `${errors} ${errors === 1 ? "error" : "errors"}`,
    warnings === 0 ? "" : `${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
