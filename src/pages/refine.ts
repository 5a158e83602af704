// The form of a listing that combines its query with one more topic.

import { ALL, type Topic } from "../catalog/catalog.ts";
import { builderPath, homePath } from "../catalog/links.ts";
import { plainTopic, type Query } from "../catalog/query.ts";
import { buildAnchor, chooseTopic } from "./builder.ts";
import { addedAs, addedField, type Choice, type ChoiceField, choiceFields, choiceOf } from "./choice.ts";
import { html, type Markup } from "./markup.ts";
import { searchTextOf } from "./queries.ts";
import type { Voice } from "./voice.ts";

/** What is refined. */
interface Refined {
  readonly topics: readonly Topic[];
  readonly query: Query;
}

/** One more topic, asked for or ruled out; and the way to the form that starts anew. */
export function renderRefinement({ topics, query }: Refined, voice: Voice): Markup {
  const { words } = voice;
  const form = refinementOf(topics, query, voice);
  return html`<section class="unprinted" aria-labelledby="refine">
<h2 id="refine">${form === null ? words.build : words.refine}</h2>
${form}
<p class="more"><a href="${homePath}#${buildAnchor}">${words.buildAnew}</a></p>
</section>
`;
}

function refinementOf(topics: readonly Topic[], query: Query, voice: Voice): Markup | null {
  const choice = choiceOf(query);
  if (choice === null || plainTopic(query) === ALL) return null;
  const { words } = voice;
  const chosen = new Set(choiceFields.flatMap((field) => choice[field]));
  const others = topics.filter(({ id }) => !chosen.has(id));
  if (others.length === 0) return null;
  const widens = choice.with.length === 0 && choice.or.length > 0;
  return html`<form class="row" action="${builderPath}">
${keepChoice(choice, query)}${chooseTopic(addedField, words.otherTopic, words.chooseTopic, others, voice)}
<span class="row">${addAs("with", words.refineAnd)} ${widens && addAs("or", words.refineOr)} ${addAs("without", words.refineNot)}</span>
</form>`;
}

function addAs(field: ChoiceField, label: string): Markup {
  return html`<button name="${addedAs}" value="${field}">${label}</button>`;
}

function keepChoice(choice: Choice, query: Query): Markup {
  const kept = choiceFields.flatMap((field) => choice[field].map((topic) => [field, topic] as const));
  const text = searchTextOf(query);
  const parameters = [["lang", query.lang ?? ""] as const, ["q", text] as const].filter(
    ([, value]) => value !== "",
  );
  return html`${[...kept, ...parameters].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}`;
}
