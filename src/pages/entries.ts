// A list of articles, as the home page and the topic pages show them.

import type { Article } from "../catalog/article.ts";
import { articlePath } from "../catalog/links.ts";
import { html, langOf, type Markup } from "./markup.ts";
import { nameLanguage, type Voice } from "./voice.ts";

/** Articles with date, title and summary, in the order given. `style` names how they are laid out. */
export function listEntries(articles: readonly Article[], voice: Voice, style = ""): Markup {
  return html`<ol class="entries ${style}" role="list">
${articles.map((article) => html`<li>${showEntry(article, voice)}</li>\n`)}</ol>`;
}

function showEntry(article: Article, voice: Voice): Markup {
  const lang = langOf(article.lang, voice.lang);
  const summary = summaryBeside(article);
  return html`<article><p class="soft">${dateEntry(article, voice)}${
    lang !== null && html` · ${nameLanguage(voice, article.lang)}`
  }${article.source?.name != null && html` · ${article.source.name}`}</p>
<h3 class="title"${lang}><a href="${articlePath(article)}">${article.title}</a></h3>
${summary !== "" && html`<p class="text"${lang}>${summary}</p>`}</article>`;
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
  if (!titleDerived || !summary.startsWith(start)) return summary;
  const rest = summary.slice(start.length).trim();
  return /^\p{P}*$/u.test(rest) ? "" : `… ${rest}`;
}
