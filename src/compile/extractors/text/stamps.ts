// Stamps: lines that say when the page was published, told from lines that merely hold a date.

import { type DayOrder, type FoundDate, findDates } from "../../dates.ts";

/** What a date on a short line is said to be; `else` is the day of an event, a deadline, a birth. */
export type StampKind = "published" | "updated" | "bare" | "else";

/** One date of a stamped line, and what the words beside it say. */
export interface Stamp {
  readonly kind: StampKind;
  readonly date: FoundDate;
  /** Words of the line beside its dates, labels and names among them. */
  readonly rest: number;
}

const PUBLISHED =
  /(?<![\p{L}])(?:published|posted|publi(?:é|ée|cado|cada|kacja|cerad|zert|ziert|ceret|kováno)|publicación|publicação|ngày (?:đăng|viết|tạo)|đăng (?:lúc|ngày|tải)|(?:thời gian|giờ) (?:đăng|gửi)|đăng(?=\s*[:：])|xuất bản|phát hành|first published|veröffentlicht|erstellt|stand|geschrieben|pubblicato|pubblicazione|publisert|publicerad|offentliggjort|udgivet|gepubliceerd|julkaistu|objavljeno|опубликовано|дата публикации|опубліковано|yayınlanma|diterbitkan|created|issued|submitted by|gespeichert von|eingereicht von|soumis par|enviado por|inviato da|ingediend door|submetido por|được gửi bởi)(?![\p{L}])|入力|입력|등록|게시|작성|公開|掲載|投稿|配信|発行|发布|發布/iu;
const UPDATED =
  /(?<![\p{L}])(?:updated?|last (?:updated|modified|reviewed)|cập nhật|sửa (?:lần cuối|đổi)|aktualisiert|zuletzt|mis à jour|mise à jour|modifié|actualizado|actualización|aggiornato|atualizado|oppdatert|uppdaterad|opdateret|bijgewerkt|aktualizacja|обновлено|güncellenme|uppfært|modified|revised)(?![\p{L}])|更新|수정/iu;
/** Labels that say "published" where no place is named beside them: "Date: 3 May", "Ngày: 3/5". */
const DATE_LABEL =
  /^\P{L}*(?:(?:date|sent|datum|fecha|data|дата|ngày(?: (?:gửi|giờ))?)\s*[:：]|(?:date|datum|fecha)\s+$)/iu;
/** A name and a day: "By Ann Lee on Monday, 3 May", "On 3 May by Ann Lee in News". */
const SIGNED = /^\P{L}*(?:\p{L}+\s)?by\s+\p{Lu}.{0,80}(?<!\p{L})on\P{L}*(?:\p{L}{2,6}day)?\P{L}*$/iu;
const SIGNED_AFTER = /^.{0,40}(?<!\p{L})[Bb]y\s+\p{Lu}/u;
/** A label right before a date, a weekday perhaps between: "Deadline: Monday, ". */
const LABEL =
  /\p{L}[^:：|•·]{0,60}[:：]\P{L}{0,16}(?:(?:(?:h|g|giờ|đến|am|pm|uhr|ngày|từ|from|du|le|vom|thứ|chủ|\p{L}{2,6}day|mon|tue|wed|thu|fri|sat|sun|hai|ba|tư|năm|sáu|bảy|nhật|\p{L}{4,7}tag|mittwoch|sonnabend|\p{L}{3,5}di|dimanche)(?!\p{L})\P{L}{0,8}){0,6})$/iu;
/** What an event or a deadline is announced with, where no colon follows. */
const EVENT =
  /(?<![\p{L}])(?:deadline|due|closing date|closes|expires?|expiry|valid (?:until|from)|starts?|begins?|ends?|when|hạn (?:chót|cuối|nộp|đăng ký|gửi)|thời hạn|hết hạn|khai mạc|bế mạc|diễn ra|khởi chiếu|phát sóng|ra mắt|sinh|born|died|date limite|frist|einsendeschluss|beginn)(?![\p{L}])/iu;

/** Longest line that is looked at for a date, in characters. */
const LONGEST_STAMP = 300;

/** The stamps a line holds, one a date; none when dates are not its main matter. */
export function readStamps(text: string, words: number, timeZone: string, order: DayOrder): Stamp[] {
  if (words > 26 || words === 0 || text.length > LONGEST_STAMP) return [];
  const dates = findDates(text, timeZone, order);
  const between = dates.map(({ start }, index) => text.slice(dates[index - 1]?.end ?? 0, start));
  const beside = `${between.join(" ")} ${text.slice(dates.at(-1)?.end ?? 0)}`;
  const rest = beside.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0;
  return dates.map((date, index) => ({
    kind: kindOf(between[index] ?? "", text.slice(date.end)),
    date,
    rest,
  }));
}

/** A place, or what kind of notice it is, before the date a paragraph opens with. */
const BEFORE_OPENING =
  /^[\s([]*(?:\p{Lu}[\p{L}\p{M} .'’-]{1,30}(?:\s?[/(][\p{L}\p{M} .'’-]{2,20}\)?)?,\s*(?:den\s+|am\s+|ngày\s+|le\s+)?|(?:press release|pressemitteilung|medienmitteilung|presseinformation|communiqué(?: de presse)?|nota de prensa|comunicato stampa|thông cáo báo chí)(?:\s+(?:vom|of|du|del|ngày))?\s*[-–—:]?\s*)?$/iu;
const AFTER_OPENING = /^(?:\s*[)\]])?\s*(?:[-–—|•:]\s|\.\s|(?<=[)\]])\s)/u;
/** So many characters may stand before the paragraph goes on. */
const LONGEST_OPENING = 90;

/** The date a paragraph opens with as a report does: "Berlin, 3 May 2026 – …", "(3.5.2026) …"; null for any other. */
export function readOpening(text: string, timeZone: string, order: DayOrder): FoundDate | null {
  const date = findDates(text.slice(0, LONGEST_OPENING), timeZone, order)[0];
  if (date === undefined || !BEFORE_OPENING.test(text.slice(0, date.start))) return null;
  return AFTER_OPENING.test(text.slice(date.end, date.end + 10)) ? date : null;
}

/** What the words right before a date say it is, of two labels the nearer one; a name after it may help. */
function kindOf(text: string, after: string): StampKind {
  // A name may run into the label: "By Ann LeeUpdated: ".
  const before = text.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ");
  const published = lastIndex(PUBLISHED, before);
  const updated = lastIndex(UPDATED, before);
  if (updated >= 0 && updated > published) return "updated";
  if (published >= 0) return "published";
  if (EVENT.test(before)) return "else";
  const signed = SIGNED.test(before) || (/^\P{L}*on\P{L}*$/iu.test(before) && SIGNED_AFTER.test(after));
  if (signed || DATE_LABEL.test(before)) return "published";
  return LABEL.test(before) ? "else" : "bare";
}

function lastIndex(pattern: RegExp, text: string): number {
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].at(-1)?.index ?? -1;
}

const PLACE =
  /^\P{L}*(?:venue|place|location|where|địa điểm|nơi (?:tổ chức|diễn ra)|lieu|ort|veranstaltungsort|lugar|luogo|место|場所|장소|地点)\s*[:：]/iu;

/** True for a line that says where something takes place; a date beside it says when. */
export function namesPlace(text: string): boolean {
  return PLACE.test(text);
}

/** True for a line that says when or where something takes place: "Deadline: 30 June 2026". */
export function announcesEvent(text: string, words: number): boolean {
  const stamps = readStamps(text, words, "UTC", "day-first");
  return namesPlace(text) || (stamps.length > 0 && stamps.every(({ kind }) => kind === "else"));
}

/** True for a date that its line itself does not call the day of publication, such as "Date: 3 May". */
export function isUndecided({ kind }: Stamp, text: string): boolean {
  return kind === "bare" || (kind === "published" && DATE_LABEL.test(text));
}

/** True when a text holds any date with day, month and year. */
export function hasDate(text: string): boolean {
  return text.length <= LONGEST_STAMP && findDates(text, "UTC").length > 0;
}

/** A text with a bar in the place of each of its dates. */
export function withoutDates(text: string): string {
  const dates = findDates(text, "UTC");
  const between = dates.map(({ start }, index) => text.slice(dates[index - 1]?.end ?? 0, start));
  return [...between, text.slice(dates.at(-1)?.end ?? 0)].join("|");
}
