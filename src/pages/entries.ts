// A list of articles, as the home page and every listing show them.

import type { Article } from "../catalog/article.ts";
import { primaryLanguage } from "../catalog/language.ts";
import { articlePath } from "../catalog/links.ts";
import { html, langOf, type Markup } from "./markup.ts";
import { nameLanguage, type Voice } from "./voice.ts";

/** How a list is laid out where there is room: in pairs, or with the dates in a column of their own. */
export type EntryLayout = "pair" | "dated";

/** The beginning of a list; its entries follow, one a line. */
export function openEntries(layout: EntryLayout): Markup {
  return html`<ol class="entries ${layout}" role="list">
`;
}

/** The end of a list. */
export function closeEntries(): Markup {
  return html`
</ol>`;
}

/** Articles with date, title and summary, in the order given. */
export function listEntries(articles: readonly Article[], voice: Voice, layout: EntryLayout): Markup {
  const entries = articles.map((article, index) => html`${index > 0 && "\n"}${showEntry(article, voice)}`);
  return html`${openEntries(layout)}${entries}${closeEntries()}`;
}

/** An article as an entry of a list; the same in whichever list it stands. */
export function showEntry(article: Article, voice: Voice): Markup {
  const lang = langOf(article.lang, voice.lang);
  const summary = summaryBeside(article);
  return html`<li><article><p class="soft">${dateEntry(article, voice)}${originOf(article, voice)}</p>
<h3 class="title"${lang}><a href="${articlePath(article)}">${article.title}</a></h3>
${summary !== "" && html`<p class="text"${lang}>${summary}</p>`}</article></li>`;
}

function originOf({ lang, source }: Article, voice: Voice): Markup | null {
  const name = source?.name ?? null;
  const isOwn = primaryLanguage(lang) === primaryLanguage(voice.lang);
  const language = isOwn ? null : nameLanguage(voice, lang);
  const known = [name, language].filter((part) => part !== null);
  return known.length === 0 ? null : html` <span class="from">${known.join(" · ")}</span>`;
}

// A date the source states stands alone; any other says what it is the date of.
function dateEntry({ published, firstSeen }: Article, voice: Voice): Markup {
  return published === null
    ? html`${voice.words.firstSeen} ${voice.date(firstSeen)}`
    : html`${voice.date(published)}`;
}

/** The summary as it reads below the title: where the title is the summary's own beginning, what follows it. */
export function summaryBeside({ title, titleDerived, summary }: Article): string {
  const start = title.replace(/\s*…$/u, "");
  const rest = summary.slice(start.length);
  if (!titleDerived || !summary.startsWith(start) || /^[\p{L}\p{M}\p{N}]/u.test(rest)) return summary;
  return /^[\p{P}\s]*$/u.test(rest) ? "" : `… ${rest.replace(/^[\s,;:]+/u, "")}`;
}
