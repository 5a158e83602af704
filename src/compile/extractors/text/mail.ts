// readMail: a mail saved as text, parted into its head, its words, and what stands around them.

import { trimSigns } from "../../characters.ts";
import { findDates } from "../../dates.ts";
import type { Claim } from "../../draft.ts";
import { isBlank, type Row } from "./rows.ts";

/** What the head of a mail says. */
export interface Mail {
  readonly subject: Row;
  readonly date: Row | null;
  readonly from: Row | null;
  /** Rows of the head. */
  readonly head: readonly Row[];
  /** Rows of other mails around it and of its signature, with the reason they are left out. */
  readonly around: ReadonlyMap<Row, string>;
  /** Rows of what it says, without quotation marks where all of it is quoted. */
  readonly body: readonly Row[];
}

type Field = "subject" | "from" | "date" | "other";

/** The labels of heads, as mail programs write them. */
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ["subject", /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|tiêu đề|chủ đề)$/iu],
  ["from", /^(?:from|von|de|da|van|от|từ|người gửi)$/iu],
  ["date", /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|inviato|дата|ngày|đã gửi|gửi)$/iu],
  [
    "other",
    /^(?:to|cc|bcc|an|à|para|a|aan|кому|đến|tới|người nhận|reply-to|importance|attachments?|organi[sz]ation|message-id|mime-version|content-type|content-transfer-encoding|x-[\w-]+|list-id|received|return-path|delivered-to)$/iu,
  ],
];
const FIELD = /^[\s>]*\*{0,2}([\p{L}][\p{L}\s-]{0,30}?)\s*:\*{0,2}\s*(.*)$/u;
/** What stands above the head of a forwarded mail. */
const FORWARDED =
  /^[\s>]*(?:-{2,}\s*(?:forwarded|original|weitergeleitete|ursprüngliche|message|mensaje|tin nhắn|thư)[^-]{0,40}-{2,}|begin forwarded message:?|-{10,}|_{10,})\s*$/iu;
const PREFIX = /^(?:(?:re|fwd?|aw|wg|tr|rv|i|vs|chuyển tiếp|trả lời)\s*(?:\[\d+\]\s*)?[:：]\s*)+/iu;
const SIGNATURE = /^[\s>]*--\s*$/;

/** So many rows the head of a mail may have, with all it passed on its way. */
const LONGEST_HEAD = 200;

interface Head {
  readonly from: number;
  readonly to: number;
  readonly fields: ReadonlyMap<Field, Row>;
}

/** The mail a file begins with, or the innermost one forwarded in it; null where the file is no mail. */
export function readMail(rows: readonly Row[]): Mail | null {
  const start = rows.findIndex((row) => !isBlank(row));
  let head = start < 0 ? null : readHead(rows, start);
  if (head === null) return null;
  const outer = head.from;
  for (let index = head.to; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined || !FORWARDED.test(row.raw)) continue;
    let next = index + 1;
    while (next < rows.length && isBlank(rows[next] as Row)) next++;
    const inner = readHead(rows, next);
    if (inner === null) continue;
    head = inner;
    index = head.to - 1;
  }
  const { from, to, fields } = head;
  const subject = fields.get("subject");
  if (subject === undefined) return null;
  const below = rows.slice(to);
  const sign = below.findIndex(({ raw }) => SIGNATURE.test(raw));
  const body = sign < 0 ? below : below.slice(0, sign);
  const around = new Map<Row, string>();
  for (const row of rows.slice(outer, from)) around.set(row, "above a forwarded mail");
  if (sign >= 0) for (const row of below.slice(sign)) around.set(row, "signature of a mail");
  return {
    subject: { ...subject, raw: wordsOf(subject).replace(PREFIX, "") },
    date: fields.get("date") ?? null,
    from: fields.get("from") ?? null,
    head: rows.slice(from, to),
    around,
    body: unquote(body),
  };
}

/** When a mail was sent. */
export function readSent({ date }: Mail, timeZone: string): Claim<string> | null {
  const found = date === null ? undefined : findDates(wordsOf(date), timeZone)[0];
  return found === undefined ? null : claimOf(date, found.value, "date of the mail");
}

/** The name of who sent a mail: "Anna Keller <anna@example.org>"; null where there is an address only. */
export function readSender({ from }: Mail): Claim<string> | null {
  if (from === null) return null;
  const words = wordsOf(from).replace(/<[^<>]*>|\[[^[\]]*\]|\([^()@]*@[^()]*\)/gu, "");
  const name = trimSigns(words, /["'\s]/);
  return name === "" || name.includes("@") ? null : claimOf(from, name, "sender of the mail");
}

function claimOf(row: Row | null, value: string, rule: string): Claim<string> {
  return { value, rule, quote: row?.raw.trim() ?? "", line: row?.number ?? null };
}

/** The words of a head's row behind its label. */
function wordsOf(row: Row): string {
  return FIELD.exec(row.raw)?.[2]?.trim() ?? "";
}

/** A head that begins at a row: a subject, a sender or a day, and three fields at least. */
function readHead(rows: readonly Row[], from: number): Head | null {
  const fields = new Map<Field, Row>();
  let count = 0;
  let to = from;
  for (; to < rows.length && to - from < LONGEST_HEAD; to++) {
    const row = rows[to];
    if (row === undefined || isBlank(row)) break;
    const label = FIELD.exec(row.raw)?.[1];
    const field = label === undefined ? undefined : LABELS.find(([, pattern]) => pattern.test(label))?.[0];
    if (field === undefined && !(count > 0 && /^\s/.test(row.raw))) break;
    if (field === undefined) continue;
    count++;
    if (field !== "other" && !fields.has(field)) fields.set(field, row);
  }
  const known = fields.has("subject") && (fields.has("from") || fields.has("date"));
  return known && count >= 3 && wordsOf(fields.get("subject") as Row) !== "" ? { from, to, fields } : null;
}

/** A body that is quoted as a whole, without its marks. */
function unquote(rows: readonly Row[]): readonly Row[] {
  const filled = rows.filter((row) => !isBlank(row));
  const quoted = filled.filter(({ raw }) => /^\s*>/.test(raw));
  if (quoted.length < 0.9 * filled.length) return rows;
  return rows.map((row) => ({ ...row, raw: row.raw.replace(/^\s*>[> ]*/, "") }));
}
