// Voice: how the pages of a site speak, that is their language, their words and their dates.

import type { Localized, Site } from "../catalog/catalog.ts";
import { primaryLanguage } from "../catalog/language.ts";
import { languageName } from "../feeds/languages.ts";
import { html, type Markup } from "./markup.ts";
import { type Words, wordsIn } from "./words.ts";

/** The language, words and dates of one site's pages. */
export interface Voice {
  /** BCP 47 language of the page itself: that of the site, or English where there are no words in it. */
  readonly lang: string;
  readonly words: Words;
  /** An instant as the day it is in the site's time zone. */
  readonly date: (instant: string) => Markup;
}

/** The voice of a site's pages. */
export function voiceOf(site: Pick<Site, "lang" | "timeZone">): Voice {
  const words = wordsIn(site.lang);
  return {
    lang: primaryLanguage(site.lang) === words.lang ? site.lang : words.lang,
    words,
    date: (instant) => html`<time datetime="${instant}">${writeDay(words, site.timeZone, instant)}</time>`,
  };
}

// A formatter costs more than the page it is for, so each is made once, and none for a page without dates.
const formatters = new Map<string, Intl.DateTimeFormat>();

function writeDay(words: Words, timeZone: string, instant: string): string {
  const key = `${words.lang} ${timeZone}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(words.dateLocale, { ...words.dateFields, year: "numeric", timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(Date.parse(instant));
}

/** A text and the language it is in. */
export interface Text {
  readonly text: string;
  readonly lang: string;
}

/** A text in the language of the page, else in the next best, which is then marked. */
export function chooseText(text: Localized, voice: Voice): Text {
  for (const lang of [voice.lang, voice.words.lang, ""]) {
    const found = text[lang];
    if (found !== undefined) return { text: found, lang: voice.lang };
  }
  const [lang, first] = Object.entries(text)[0] ?? [voice.lang, ""];
  return { text: first, lang };
}

/** The languages articles are in: primary subtags, in alphabetical order. */
export function languagesOf(articles: readonly { readonly lang: string }[]): readonly string[] {
  return [...new Set(articles.map(({ lang }) => primaryLanguage(lang)))].sort();
}

/** What a language is called, standing alone; its tag where it has no name here. */
export function nameLanguage(voice: Voice, lang: string): string {
  const name = languageName(lang, voice.words.lang);
  return name === null ? lang : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The same within a sentence. */
export function nameWithin(voice: Voice, lang: string): string {
  return languageName(lang, voice.words.lang) ?? lang;
}
