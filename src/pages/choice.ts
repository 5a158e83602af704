// Choice: a query as somebody puts it together in a form, and the way from one to the other.

import { ALL } from "../catalog/catalog.ts";
import { topicPath } from "../catalog/links.ts";
import { isRefusal, limits, parseQuery, type Query, type Term } from "../catalog/query.ts";
import { pageOf } from "./queries.ts";

/** Topics of which all, at least one, or none must hold. */
export interface Choice {
  readonly with: readonly string[];
  readonly or: readonly string[];
  readonly without: readonly string[];
}

/** The names of the form's fields; each may be sent several times. `lang` and `q` are those of every query. */
export const choiceFields = ["with", "or", "without"] as const;

/**
 * Where a form's choice leads: the address of its page, in its one spelling. What is no query leads to an address whose
 * page says why; nothing chosen leads to all articles.
 */
export function queryFromForm(form: URLSearchParams, isTopic: (id: string) => boolean): string {
  const choice = readChoice(form);
  const topics = choiceFields.flatMap((field) => choice[field]);
  const unknown = topics.find((topic) => !isTopic(topic));
  if (unknown !== undefined) return topicPath(encodeURIComponent(unknown));
  // More than a query may hold is spelled no further: every alternative repeats what all of them share.
  if (topics.length > limits.terms) return topicPath(topics.slice(0, limits.terms + 1).join("+"));
  const expression = spellChoice(choice);
  const query = parseQuery(expression, form, isTopic);
  return isRefusal(query) ? topicPath(expression, parametersOf(form)) : pageOf(query);
}

/** The choice that leads to a query; null for a query no form of this kind can make. */
export function choiceOf({ any }: Pick<Query, "any">): Choice | null {
  const [first = [], ...others] = any;
  const shared = first.filter((term) => others.every((terms) => terms.some((other) => isSame(term, other))));
  const without = shared.filter(({ not }) => not).map(({ topic }) => topic);
  const own = any.map((terms) => terms.filter((term) => !shared.some((other) => isSame(term, other))));
  const together = shared.filter(({ not }) => !not).map(({ topic }) => topic);
  if (any.length < 2)
    return together.length === 1 ? { with: [], or: together, without } : { with: together, or: [], without };
  if (!own.every(([only, ...more]) => only !== undefined && !only.not && more.length === 0)) return null;
  return { with: together, or: own.flatMap((terms) => terms.map(({ topic }) => topic)), without };
}

function isSame(a: Term, b: Term): boolean {
  return a.topic === b.topic && a.not === b.not;
}

function readChoice(form: URLSearchParams): Choice {
  const read = (field: string): string[] => [
    ...new Set(
      form
        .getAll(field)
        .map((value) => value.trim())
        .filter((value) => value !== ""),
    ),
  ];
  return { with: read("with"), or: read("or"), without: read("without") };
}

function spellChoice({ with: together, or, without }: Choice): string {
  const shared = [...together, ...without.map((topic) => `!${topic}`)];
  const alternatives = or.length === 0 ? [shared] : or.map((topic) => [topic, ...shared]);
  const any = alternatives.map((terms) => terms.join("+")).join(",");
  return any === "" ? ALL : any;
}

function parametersOf(form: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ["lang", "q"]) {
    const value = form.get(name) ?? "";
    if (value !== "") kept.set(name, value);
  }
  return kept.size === 0 ? "" : `?${kept}`;
}
