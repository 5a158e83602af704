// Languages: what they are called in the languages that titles and pages are in.

import { primaryLanguage } from "../catalog/language.ts";

/** Names as they stand within a sentence, by the language they are in and the one they name: primary subtags (BCP 47). */
const names: Readonly<Record<"en" | "vi", Readonly<Record<string, string>>>> = {
  en: {
    ar: "Arabic",
    de: "German",
    en: "English",
    es: "Spanish",
    fr: "French",
    id: "Indonesian",
    ja: "Japanese",
    km: "Khmer",
    ko: "Korean",
    lo: "Lao",
    ms: "Malay",
    pt: "Portuguese",
    ru: "Russian",
    th: "Thai",
    vi: "Vietnamese",
    zh: "Chinese",
  },
  vi: {
    ar: "tiếng Ả Rập",
    de: "tiếng Đức",
    en: "tiếng Anh",
    es: "tiếng Tây Ban Nha",
    fr: "tiếng Pháp",
    id: "tiếng Indonesia",
    ja: "tiếng Nhật",
    km: "tiếng Khmer",
    ko: "tiếng Hàn",
    lo: "tiếng Lào",
    ms: "tiếng Mã Lai",
    pt: "tiếng Bồ Đào Nha",
    ru: "tiếng Nga",
    th: "tiếng Thái",
    vi: "tiếng Việt",
    zh: "tiếng Trung",
  },
};

/** A language in which languages have names. */
export type NamingLanguage = keyof typeof names;

/** What a language is called within a sentence of another; null where it has no name there. */
export function languageName(lang: string, within: NamingLanguage): string | null {
  const known = names[within];
  const primary = primaryLanguage(lang);
  return Object.hasOwn(known, primary) ? (known[primary] ?? null) : null;
}
