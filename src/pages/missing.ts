// The page of an address that has nothing to show: mistyped, unknown or taken back.

import { inLanguage, type Localized, type Site } from "../catalog/catalog.ts";
import { html } from "./markup.ts";
import { type Notice, renderNotice } from "./notice.ts";
import type { Voice } from "./voice.ts";

/**
 * Why there is nothing: no such topic, an article taken back and what its publisher says about it, a reason told in
 * several languages; null for no such page.
 */
export type Absence =
  | { readonly topic: string }
  | { readonly retracted: true; readonly reason?: string | null }
  | { readonly sentence: Localized }
  | null;

/** A page with one sentence that says why there is nothing here, and the ways on. */
export function renderMissing(site: Site, absence: Absence = null): string {
  return renderNotice(site, (voice) => explainAbsence(absence, voice));
}

function explainAbsence(absence: Absence, { words, lang }: Voice): Notice {
  if (absence === null) return { heading: words.missing, sentence: words.missingSentence };
  if ("topic" in absence) {
    const sentence = words.refusals["unknown-topic"]({ reason: "unknown-topic", topic: absence.topic });
    return { heading: words.missing, sentence };
  }
  if ("sentence" in absence) {
    return { heading: words.missing, sentence: inLanguage(absence.sentence, lang, words.lang) };
  }
  const { reason = null } = absence;
  const more = reason === null ? null : html`<p class="note">${words.retractedReason} ${reason}</p>`;
  return { heading: words.retracted, sentence: words.retractedSentence, more };
}
