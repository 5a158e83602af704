// Choice: a query as somebody puts it together in a form, and the way from one to the other.

import { ALL } from "../catalog/catalog.ts";
import { topicPath } from "../catalog/links.ts";
import { isRefusal, limits, parseQuery, type Query, queryParameters, type Term } from "../catalog/query.ts";
import { pagePathOf } from "./queries.ts";

/** Topics of which all, at least one, or none must hold. */
export interface Choice {
  readonly with: readonly string[];
  readonly or: readonly string[];
  readonly without: readonly string[];
}

/** The names of the form's fields; each may be sent several times. `lang` and `q` are those of every query. */
export const choiceFields = ["with", "or", "without"] as const;
export type ChoiceField = (typeof choiceFields)[number];

/** One more topic, and the name of the field it counts for: how a form with one list of topics says the same. */
export const addedField = "topic";
export const addedAs = "as";

/**
 * Where a form's choice leads: the address of its page, in its one spelling. A choice that is no query leads to an address
 * whose page says why; nothing chosen leads to all articles.
 */
export function queryFromForm(form: URLSearchParams, isTopic: (id: string) => boolean): string {
  const choice = readChoice(form);
  const topics = choiceFields.flatMap((field) => choice[field]);
  // The page of an unknown topic says so itself; of too many, one more than a query may have is enough.
  const unknown = topics.find((topic) => !isTopic(topic));
  const tooMany = topics.length > limits.terms ? topics.slice(0, limits.terms + 1).join("+") : null;
  const expression = unknown ?? tooMany ?? spellChoice(choice);
  const query = parseQuery(expression, form, isTopic);
  return isRefusal(query) ? topicPath(escapeExpression(expression), parametersOf(form)) : pagePathOf(query);
}

/** The choice that leads to a query; null for a query no form of this kind can make. */
export function choiceOf({ any }: Pick<Query, "any">): Choice | null {
  const [first = [], ...others] = any;
  const shared = first.filter((term) => others.every((terms) => holds(terms, term)));
  const own = any.map((terms) => terms.filter((term) => !holds(shared, term)));
  const wanted = shared.filter(({ not }) => !not).map(({ topic }) => topic);
  const without = shared.filter(({ not }) => not).map(({ topic }) => topic);
  if (any.length < 2 && wanted.length === 1) return { with: [], or: wanted, without };
  if (any.length < 2) return { with: wanted, or: [], without };
  const single = own.every(([only, ...more]) => only?.not === false && more.length === 0);
  return single
    ? { with: wanted, or: own.flatMap((terms) => terms.map(({ topic }) => topic)), without }
    : null;
}

function holds(terms: readonly Term[], term: Term): boolean {
  return terms.some(({ topic, not }) => topic === term.topic && not === term.not);
}

function readChoice(form: URLSearchParams): Choice {
  const read = (field: ChoiceField): string[] => {
    const added = form.get(addedAs) === field ? form.getAll(addedField) : [];
    const values = [...form.getAll(field), ...added].map((value) => value.trim());
    return [...new Set(values.filter((value) => value !== ""))];
  };
  return { with: read("with"), or: read("or"), without: read("without") };
}

function spellChoice({ with: together, or, without }: Choice): string {
  const shared = [...together, ...without.map((topic) => `!${topic}`)];
  const alternatives = or.length === 0 ? [shared] : or.map((topic) => [topic, ...shared]);
  const any = alternatives.map((terms) => terms.join("+")).join(",");
  return any === "" ? ALL : any;
}

/** An expression as it stands in a path, whatever is in it. */
function escapeExpression(expression: string): string {
  return encodeURIComponent(expression).replaceAll("%2B", "+").replaceAll("%2C", ",");
}

function parametersOf(form: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of queryParameters) {
    const value = form.get(name) ?? "";
    if (value !== "") kept.set(name, value);
  }
  return kept.size === 0 ? "" : `?${kept}`;
}
