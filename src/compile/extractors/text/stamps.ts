// Stamps: lines that say when the page was published, told from lines that merely hold a date.

import { type DayOrder, type FoundDate, findDates } from "../../dates.ts";

/** What a date on a short line is said to be. */
export type StampKind = "published" | "updated" | "bare";

/** A stamped line: its dates, and what the words beside them say. */
export interface Stamp {
  readonly kind: StampKind;
  readonly date: FoundDate;
  /** Words of the line beside the date and its label, e.g. a name. */
  readonly rest: number;
}

const PUBLISHED =
  /(?<![\p{L}])(?:published|posted|publi(?:é|ée|cado|cada|kacja|cerad|zert)|publicación|ngày đăng|đăng (?:lúc|ngày)|xuất bản|first published|veröffentlicht|erstellt|stand|geschrieben|pubblicato|publisert|publicerad|offentliggjort|udgivet|gepubliceerd|опубликовано|дата публикации|yayınlanma|created|issued|date|入力|등록|公開|掲載|posted on|on)(?![\p{L}])/iu;
const UPDATED =
  /(?<![\p{L}])(?:updated?|last (?:updated|modified|reviewed)|cập nhật|aktualisiert|zuletzt|mis à jour|modifié|actualizado|aggiornato|atualizado|oppdatert|uppdaterad|opdateret|bijgewerkt|aktualizacja|обновлено|güncellenme|uppfært|更新|수정|modified|revised)(?![\p{L}])/iu;

/** Longest line that is looked at for a date, in characters. */
const LONGEST_STAMP = 300;

/** The stamp a line holds, or null when its date is not its main matter. */
export function readStamp(text: string, words: number, timeZone: string, order: DayOrder): Stamp | null {
  if (words > 26 || words === 0 || text.length > LONGEST_STAMP) return null;
  const [date] = findDates(text, timeZone, order);
  if (date === undefined) return null;
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  const restWords = rest.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0;
  const before = text.slice(0, date.start);
  const updated = UPDATED.test(before) && !PUBLISHED.test(before);
  const published = PUBLISHED.test(before);
  return { kind: updated ? "updated" : published ? "published" : "bare", date, rest: restWords };
}

/** True when a text holds any date with day, month and year. */
export function hasDate(text: string): boolean {
  return text.length <= LONGEST_STAMP && findDates(text, "UTC").length > 0;
}
