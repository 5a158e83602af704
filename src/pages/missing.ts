// The page of an address that has nothing to show: mistyped, unknown or taken back.

import type { Site } from "../catalog/catalog.ts";
import { html } from "./markup.ts";
import { type Notice, renderNotice } from "./notice.ts";
import type { Voice } from "./voice.ts";

/** Why there is nothing: an article taken back, and what its publisher says about it; null for no such page. */
export type Absence = { readonly retracted: true; readonly reason: string | null } | null;

/** A page with one sentence that says why there is nothing here, and the ways on. */
export function renderMissing(site: Site, absence: Absence = null): string {
  return renderNotice(site, (voice) => explainAbsence(absence, voice));
}

function explainAbsence(absence: Absence, { words }: Voice): Notice {
  if (absence === null) return { heading: words.missing, sentence: words.missingSentence };
  const { reason } = absence;
  const more = reason === null ? null : html`<p class="note">${words.retractedReason} ${reason}</p>`;
  return { heading: words.retracted, sentence: words.retractedSentence, more };
}
