// The page of an address that has nothing to show: mistyped, unknown or taken back.

import { ALL, inLanguage, type Localized, type Site } from "../catalog/catalog.ts";
import { homePath, topicPath } from "../catalog/links.ts";
import { renderPage } from "./layout.ts";
import { html } from "./markup.ts";
import { type Voice, voiceOf } from "./voice.ts";

/** Why there is nothing: no such topic, an article taken back, a reason told in several languages; null for no such page. */
export type Absence =
  | { readonly topic: string }
  | { readonly retracted: true }
  | { readonly sentence: Localized }
  | null;

/** A page with one sentence that says why there is nothing here, and the ways on. */
export function renderMissing(site: Site, absence: Absence = null): string {
  const voice = voiceOf(site);
  const { words } = voice;
  const sentence = explainAbsence(absence, voice);
  const title = absence !== null && "retracted" in absence ? words.retracted : words.missing;
  return renderPage({
    site,
    voice,
    title: { text: title, lang: voice.lang },
    description: sentence,
    path: null,
    kind: "website",
    image: null,
    head: null,
    main: html`<h1>${title}</h1>
<p class="lede">${sentence}</p>
<ul class="names more" role="list">
<li><a href="${homePath}">${words.backHome}</a></li>
<li><a href="${topicPath(ALL)}">${words.everything}</a></li>
</ul>`,
  });
}

function explainAbsence(absence: Absence, { words, lang }: Voice): string {
  if (absence === null) return words.missingSentence;
  if ("topic" in absence) return words.missingTopic(absence.topic);
  if ("retracted" in absence) return words.retractedSentence;
  return inLanguage(absence.sentence, lang, words.lang);
}
