// Markup: text that is HTML already. Everything else that enters a page is escaped where it enters, here.

import { html as escapeInto, raw } from "hono/html";

/** A piece of HTML. */
export type Markup = ReturnType<typeof raw>;

/** What may stand in a template: text to escape, HTML to keep, lists of either; null and false leave nothing. */
type Part = string | number | Markup | null | false | readonly Part[];

/** Template tag for HTML: strings are escaped, markup is kept. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const made = escapeInto(strings, ...parts);
  if (made instanceof Promise) throw new TypeError("a page is made of values, not of promises");
  return made;
}

/** HTML from a sanitiser, or a style sheet: kept as it is. */
export function trusted(text: string): Markup {
  return raw(text);
}

/** A value as a data block (HTML §4.12.1); escaped so that no string in it can end the script element. */
export function jsonBlock(type: string, value: unknown): Markup {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return html`<script type="${type}">${raw(json)}</script>`;
}

/** The attributes that say in which language a part is, where it is not that of the part around it. */
export function langOf(lang: string, around: string): Markup | null {
  return lang === around || lang === "" ? null : html` lang="${lang}" dir="auto"`;
}
