// The form that puts a feed together from topics, a language and words. It is plain GET, to an address that redirects to
// the query's page.

import type { Topic } from "../catalog/catalog.ts";
import { builderPath } from "../catalog/links.ts";
import { limits } from "../catalog/query.ts";
import { addedField, type ChoiceField } from "./choice.ts";
import { html, langOf, type Markup } from "./markup.ts";
import { chooseText, nameLanguage, type Voice } from "./voice.ts";

/** The anchor of the form on the home page. */
export const buildAnchor = "build";

/** The section with the form, closed until somebody wants it; nothing where there are no topics to combine. */
export function renderBuilder(
  topics: readonly Topic[],
  langs: readonly string[],
  voice: Voice,
): Markup | null {
  if (topics.length < 2) return null;
  const { words } = voice;
  return html`<section class="unprinted" aria-labelledby="${buildAnchor}">
<h2 id="${buildAnchor}">${words.build}</h2>
<p class="told">${words.buildWhy}</p>
<details>
<summary>${words.buildOpen}</summary>
<form action="${builderPath}">
<fieldset><legend>${words.buildAny}</legend>
<div class="boxes">${topics.map(({ id, title }) => {
    const { text, lang } = chooseText(title, voice);
    return html`<label${langOf(lang, voice.lang)}><input type="checkbox" name="or" value="${id}">${text}</label>\n`;
  })}</div></fieldset>
<div class="row">
${chooseTopic("with", words.buildAll, words.anyTopic, topics, voice)}
${chooseTopic("without", words.buildNone, words.noTopic, topics, voice)}
${langs.length > 1 && chooseLanguage(langs, voice)}
<label>${words.buildWords} <input type="search" name="q" maxlength="${limits.searchLength}"></label>
</div>
<p class="more"><button>${words.buildSubmit}</button></p>
</form>
</details>
</section>
`;
}

/** One topic or none, for a field of a form. */
export function chooseTopic(
  field: ChoiceField | typeof addedField,
  label: string,
  none: string,
  topics: readonly Topic[],
  voice: Voice,
): Markup {
  const required = field === addedField && html` required`;
  return html`<label>${label} <select name="${field}"${required}><option value="">${none}</option>${topics.map(
    (topic) => offerTopic(topic, voice),
  )}</select></label>`;
}

/** A site may have a thousand topics, and each of their pages offers all the others: every option is made once. */
const offered = new WeakMap<Topic, { readonly lang: string; readonly option: Markup }>();

function offerTopic(topic: Topic, voice: Voice): Markup {
  const known = offered.get(topic);
  if (known?.lang === voice.lang) return known.option;
  const { text, lang } = chooseText(topic.title, voice);
  const option = html`<option value="${topic.id}"${langOf(lang, voice.lang)}>${text}</option>`;
  offered.set(topic, { lang: voice.lang, option });
  return option;
}

function chooseLanguage(langs: readonly string[], voice: Voice): Markup {
  return html`<label>${voice.words.language} <select name="lang"><option value="">${voice.words.allLanguages}</option>${langs.map(
    (lang) => html`<option value="${lang}">${nameLanguage(voice, lang)}</option>`,
  )}</select></label>`;
}
