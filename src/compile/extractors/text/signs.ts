// Signs: named shapes of a line that say what it is: captions, credits, stamps of date and time, addresses.

import { hasDate, withoutDates } from "./stamps.ts";

/** A line that is the caption or the credit of a picture. */
const CAPTION_SIGNS: readonly RegExp[] = [
  /(?:^|[\s.(|/–-])(?:ảnh|nguồn ảnh|hình|photos?|foto|fotos|bild(?:er)?|image(?: credit| source)?|picture|illustration|credit|crédits?|crédit photo|fotografía|imagen|imago|symbolbild|symbolfoto|grafik|bildquelle|fotocredit|фото|иллюстрация|zdj\.?|fot\.?|写真|사진)\s*[:：©]\s*\S/iu,
  /(?:^|[\s.(|/])(?:getty images|shutterstock|istock(?:photo)?|alamy|imago images?|ap photo|picture alliance|depositphotos|unsplash|pexels|afp via|reuters\/|adobe stock|dpa\/)/i,
  /\s-\s(?:ảnh|hình)\s\d+\.?$/iu,
  /(?:^|[\s(])(?:©|\(c\))\s*(?!\d{4})[\p{Lu}\d]/u,
  /^(?:ảnh|hình) (?:minh họa|tư liệu|chụp màn hình|cắt từ clip)/iu,
  /\((?:ảnh|photo|foto|file photo|photo by|image|courtesy|screenshot|ap photo|left|right)[^)]{0,60}\)\.?$/iu,
  /^(?:file photo|photo by|photograph by|image by|image via|photo courtesy|courtesy of|photo via|screenshot)\b/i,
  /写真：|撮影|＝.{0,12}[日年]$|사진=|\[사진/u,
];

/** True when a line has the signs of a caption or a picture's credit. `words` is its length. */
export function isCaptionLike(text: string, words: number): boolean {
  return words <= 60 && text.length <= 600 && CAPTION_SIGNS.some((sign) => sign.test(text));
}

/** What a credit line names: who wrote it, which paper it is from, what address it has. */
export interface Credit {
  readonly byline: string | null;
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"'`|)\]]+[^\s<>"'`|)\].,;:!?]/;
/** "Vân Anh/suckhoedoisong.vn". */
const NAME_AND_HOST = /^([^/]{2,60}?)\s*\/\s*([\w-]{2,40}(?:\.[\w-]{2,20}){1,3})$/u;
const NAME = /^[\p{L}\p{M}\s.,'’&/–-]+$/u;

/** The address of a picture is no article's. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg|mp4|mp3)(?:[?#].*)?$/i;

/** The address of a line that is one web address and nothing else, or one behind a label; else null. */
export function readAddressLine(text: string): string | null {
  const match =
    /^(?:(?:link(?: gốc| bài viết)?|url|nguồn|source|quelle|địa chỉ|original|xem bài gốc|permalink)\s*[:：]\s*)?(https?:\/\/\S+)$/iu.exec(
      text,
    );
  const address = match?.[1] === undefined ? null : (ADDRESS.exec(match[1])?.[0] ?? null);
  return address !== null && URL.canParse(address) && !PICTURE.test(address) ? address : null;
}

/** Reads "Nguồn: HỮU THẮNG (QĐND)", "Theo Lê An/vnexpress.net", "By Ann Lee"; null when it is no credit. */
export function readCredit(text: string, words: number): Credit | null {
  if (words > 14 || text.length > 200 || /[?!…]$/.test(text)) return null;
  const match =
    /^\(?(nguồn(?: tin)?|theo|tác giả|bài|bài và ảnh|tổng hợp|thực hiện|source|by|written by|von|text|par|por|di|автор|quelle)(\s*[:：]\s*|\s+)(.+?)\)?\.?$/iu.exec(
      text,
    );
  if (match === null) return null;
  const [, label = "", gap = "", rest = ""] = match;
  const colon = /[:：]/.test(gap);
  const address = ADDRESS.exec(rest)?.[0] ?? null;
  if (address !== null) {
    return colon && rest.trim() === address ? { byline: null, sourceName: null, sourceUrl: address } : null;
  }
  const cleaned = rest
    .replace(/\s*[|•·].*$/, "")
    .replace(/\.$/, "")
    .trim();
  const balanced = cleaned.includes("(") && !cleaned.includes(")") ? `${cleaned})` : cleaned;
  const bracket = /^(.*?)\s*\(([^()]+)\)$/u.exec(balanced) ?? NAME_AND_HOST.exec(balanced);
  const name = (bracket?.[1] ?? balanced).trim();
  const source = bracket?.[2]?.trim() ?? null;
  if (name === "" || !NAME.test(name) || !/\p{Lu}/u.test(name)) return null;
  if (!colon && !eachNamed(name)) return null;
  const paper = source === null && /^(?:nguồn|source|theo|quelle)/iu.test(label) && !looksLikePerson(name);
  return { byline: name, sourceName: paper ? name : source, sourceUrl: null };
}

const WORD = "(?:(?:\\p{Lu}\\.){1,3}|\\p{Lu}\\p{Ll}?\\.|\\p{Lu}[\\p{L}\\p{M}’'-]*)";
const SIGNED = new RegExp(
  `(?:^|[\\s|•·,–—-])(?:[Bb]y|BY|[Bb]ởi)\\s+(${WORD}(?:\\s(?:(?:and|&|de|la|van|von|der|den|bin|al)\\s)?${WORD}){0,7})(?=\\s*(?:$|[|•·,.–—(-]|on\\s|in\\s))`,
  "u",
);

/** The name on a line with a date: "Posted on April 9, 2025 by Trade Desk", "By Ann Lee on 3 May 2025"; else null. */
export function readSignedStamp(text: string, words: number): string | null {
  if (words > 20 || /[.!?…]$/.test(text) || !hasDate(text)) return null;
  const undated = withoutDates(text);
  // Another field may run into the name: "By Ann LeeIn Travel".
  return (
    SIGNED.exec(undated)?.[1]?.replace(/(\p{Ll})(?:In|On|Posted|Published|Updated)(?!\p{L}).*$/u, "$1") ??
    null
  );
}

const SOURCE_LABEL =
  /^\(?(?:nguồn|source|quelle|fuente|fonte|bron|källa|kilde|kaynak|źródło|источник)\s*[:：]/iu;

/** True for the credit below an article: "Source: …", "Theo Lê An". "By Ann Lee" may stand below a teaser. */
export function closesArticle(text: string, words: number): boolean {
  if (words > 14) return false;
  return (
    SOURCE_LABEL.test(text) ||
    (/^\(?(?:theo|tổng hợp|nguồn)(?!\p{L})/iu.test(text) && readCredit(text, words) !== null)
  );
}

/** True when every word of a name begins with a capital, particles aside. */
function eachNamed(name: string): boolean {
  return name
    .split(/[\s,/–-]+/u)
    .filter((word) => word !== "")
    .every(
      (word) =>
        /^\p{Lu}/u.test(word) || /^(?:và|and|und|et|y|de|von|van|der|den|bin|al|the|of|báo)$/iu.test(word),
    );
}

/** Names of two words or more and initials ("V.T.", "PV") are people; one word ("TTXVN", "VnExpress.net") is a paper. */
export function looksLikePerson(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 12 &&
    !/\d|\.(?:vn|com|net|org)|báo|news|times|post|press/iu.test(name)
  );
}
