// The sentence an entry ends with when its source states no date: readers see a date, so they are told whose it is.

import { primaryLanguage } from "../catalog/language.ts";
import { escapeText } from "./xml.ts";

/** How one language says it, and writes a day. */
interface Wording {
  readonly say: (day: string) => string;
  readonly day: Intl.DateTimeFormatOptions;
}

/** By primary language subtag (BCP 47). A new language is a new row. */
const wordings: Readonly<Record<string, Wording>> = {
  en: {
    say: (day) => `The source states no date of publication; the article was first seen on ${day}.`,
    day: { day: "numeric", month: "long", year: "numeric" },
  },
  vi: {
    say: (day) => `Nguồn không ghi ngày đăng; bài được thấy lần đầu ngày ${day}.`,
    day: { day: "2-digit", month: "2-digit", year: "numeric" },
  },
};

const fallback = "en";

/** That the source states no date, as one paragraph of HTML in the article's language, English where none is known. */
export function noteUndated(lang: string, firstSeen: string, timeZone: string): string {
  const asked = primaryLanguage(lang);
  const spoken = Object.hasOwn(wordings, asked) ? asked : fallback;
  const sentence = wordings[spoken]?.say(writeDay(spoken, firstSeen, timeZone)) ?? "";
  const mark = spoken === asked ? "" : ` lang="${spoken}"`;
  return `<p${mark}><small>${escapeText(sentence)}</small></p>`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant as people of the site's time zone write it; the British forms are the same in every ICU. */
function writeDay(lang: string, instant: string, timeZone: string): string {
  const key = `${lang} ${timeZone}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-GB", { ...wordings[lang]?.day, timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(Date.parse(instant));
}
