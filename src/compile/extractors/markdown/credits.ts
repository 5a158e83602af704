// readCredits: who wrote an author's Markdown, when, and where it is from, as lines below its title and at its end say.

import type { Token } from "markdown-it";
import { type DayOrder, findDates } from "../../dates.ts";
import type { Claim, Draft, ExtractContext } from "../../draft.ts";
import { detectLanguage } from "../../language.ts";
import { resolveAddress } from "../../sanitize/addresses.ts";
import { htmlToText } from "../../sanitize.ts";
import { renderTitle } from "./parser.ts";

/** What the lines claim, and the tokens that are left. */
export interface Credits {
  readonly claims: Pick<Draft, "byline" | "published" | "sourceUrl" | "sourceName">;
  readonly tokens: Token[];
  /** 1-based numbers of the lines that were read. */
  readonly lines: ReadonlySet<number>;
}

type Claims = { -readonly [Name in keyof Credits["claims"]]: Credits["claims"][Name] };

/** Paragraphs below the title that may be credits. */
const MOST = 3;

/** What may stand around a date without saying anything else. */
const DATE_LABEL =
  /^(?:published|posted|written|updated|date|ngày đăng|đăng (?:ngày|lúc)|đăng|xuất bản|cập nhật|veröffentlicht)(?: on| at| am)?(?!\p{L})\s*[:：]?/iu;
/** The same behind a name. */
const DATED =
  /[\s,;|·•–—-]+(?:published|posted|written|updated|ngày đăng|đăng|xuất bản|cập nhật|veröffentlicht)(?: on| at| am)?\s*[:：]?$/iu;
const NAME_LABEL =
  /^(?:written by|by|author|tác giả|von|autor(?:in)?|par|auteure?|por)(?!\p{L})\s*([:：])?\s*/iu;
const SIGNS = /^[\s,;|·•()–—-]+|[\s,;|·•()–—-]+$/gu;
/** One to four people: names of two words or more, which begin with capitals, particles aside. */
const WORD = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const PERSON = `${WORD}(?:\\s(?:${WORD}|de|da|del|van|von|der|den|bin|al|la|le)){1,5}`;
const PEOPLE = new RegExp(`^${PERSON}(?:(?:\\s*[,&]\\s*|\\s(?:and|và|und|et|y)\\s)${PERSON}){0,3}$`, "u");
/** Where letters and reports are written, and dated in the way they are signed. */
const PLACE =
  /^(?:hà nội|hải phòng|đà nẵng|cần thơ|sài gòn|tp|(?:thành phố|tỉnh|huyện|quận|xã) .*|new (?:york|delhi|orleans)|los angeles|san (?:francisco|diego|jose)|las vegas|hong kong|kuala lumpur|tel aviv|cape town|buenos aires|rio de janeiro|são paulo|mexico city|the hague|saint petersburg|abu dhabi|phnom penh|viêng chăn|bắc kinh|.* (?:city|county|island|islands|university|airport|province|bay|beach|valley))$/iu;

const SOURCE =
  /^(?:nguồn|source|quelle|fuente|original(?:ly (?:published )?at)?|via|link(?: gốc)?)\s*[:：]\s*(.+)$/isu;

/**
 * Reads them; `title` is the place where the tokens of the title were, null where there is none. A line counts that
 * holds nothing else, so that no word is lost with it: what it says is said beside the article.
 */
export function readCredits(
  tokens: readonly Token[],
  title: number | null,
  context: ExtractContext,
): Credits {
  const claims: Claims = { byline: null, published: null, sourceUrl: null, sourceName: null };
  const lines = new Set<number>();
  const words = tokens.map(({ type, content }) => (type === "inline" ? content : "")).join("\n");
  const order = detectLanguage(words, context.lang).lang === "en" ? "month-first" : "day-first";
  const start = title ?? 0;
  const most = title === null ? 0 : MOST;
  let from = start;
  for (let count = 0; count < most && readHead(tokens, from, claims, context.timeZone, order); count++) {
    noteLines(tokens[from + 1], lines);
    from += 3;
  }
  let to = tokens.length;
  if (to - 3 > from && readSource(tokens, to - 3, claims)) {
    noteLines(tokens[to - 2], lines);
    to -= 3;
    if (tokens[to - 1]?.type === "hr") to -= 1;
  }
  return { claims, tokens: [...tokens.slice(0, start), ...tokens.slice(from, to)], lines };
}

/** The inline token of a paragraph of the text itself, in no list or quotation; null for anything else. */
function paragraphAt(tokens: readonly Token[], at: number): Token | null {
  const inline = tokens[at + 1];
  return tokens[at]?.type === "paragraph_open" && tokens[at]?.level === 0 && inline?.type === "inline"
    ? inline
    : null;
}

function noteLines(inline: Token | undefined, lines: Set<number>): void {
  const [from = 0, to = 0] = inline?.map ?? [];
  for (let line = from; line < to; line++) lines.add(line + 1);
}

function readHead(
  tokens: readonly Token[],
  at: number,
  claims: Claims,
  timeZone: string,
  order: DayOrder,
): boolean {
  const inline = paragraphAt(tokens, at);
  if (inline === null || inline.content.length > 200) return false;
  const quote = htmlToText(renderTitle(inline)).replaceAll("\n", " ");
  const claim = (value: string): Claim<string> => {
    return { value, rule: "line below the title", quote, line: (inline.map?.[0] ?? 0) + 1 };
  };
  const [date, another] = findDates(quote, timeZone, order);
  if (another !== undefined) return false;
  const parts = date === undefined ? [quote] : [quote.slice(0, date.start), quote.slice(date.end)];
  const bare = parts.map((part) => trimSigns(trimSigns(part).replace(DATE_LABEL, "").replace(DATED, "")));
  const rest = bare.join(" ").trim();
  const isDated = date !== undefined && (rest !== trimSigns(parts.join(" ")) || NAME_LABEL.test(rest));
  const name = rest === "" ? null : readName(rest, isDated || isSetOff(inline));
  if (rest === "" ? date === undefined : name === null || claims.byline !== null) return false;
  if (date !== undefined && claims.published !== null) return false;
  if (date !== undefined) claims.published = claim(date.value);
  if (name !== null) claims.byline = claim(name);
  return true;
}

/** Names without a label, or with one that sentences begin with, count only where they are set off from the text. */
function readName(text: string, isSetOff: boolean): string | null {
  const label = NAME_LABEL.exec(text);
  const name = trimSigns(text.slice(label?.[0].length ?? 0));
  if (label?.[1] === undefined && !isSetOff) return null;
  return PEOPLE.test(name) && !(label === null && PLACE.test(name)) ? name : null;
}

/** True for a paragraph that is emphasised as a whole, or has its name as a link. */
function isSetOff({ children }: Token): boolean {
  const [first] = children ?? [];
  const shown = (children ?? []).filter(({ type, content }) => type !== "text" || content.trim() !== "");
  const isEmphasised =
    /^(?:em|strong)_open$/.test(shown[0]?.type ?? "") &&
    /^(?:em|strong)_close$/.test(shown.at(-1)?.type ?? "");
  return (
    isEmphasised ||
    (first?.type === "text" && NAME_LABEL.test(first.content) && shown[1]?.type === "link_open")
  );
}

function trimSigns(text: string): string {
  return text.replace(SIGNS, "");
}

/** "Source: <https://…>", "Nguồn: [Báo](https://…)". */
function readSource(tokens: readonly Token[], at: number, claims: Claims): boolean {
  const inline = paragraphAt(tokens, at);
  if (inline === null || inline.content.length > 400) return false;
  const quote = htmlToText(renderTitle(inline)).replaceAll("\n", " ");
  const named = SOURCE.exec(quote)?.[1]?.trim();
  const links = (inline.children ?? []).filter(({ type }) => type === "link_open");
  const address = resolveAddress(String(links[0]?.attrGet("href") ?? ""), null);
  if (named === undefined || links.length !== 1 || address === null || wordsInLink(inline) !== named)
    return false;
  const claim = (value: string): Claim<string> => {
    return { value, rule: "line below the text", quote, line: (inline.map?.[0] ?? 0) + 1 };
  };
  claims.sourceUrl = claim(address);
  if (!/^(?:https?:\/\/|www\.)/i.test(named)) claims.sourceName = claim(named);
  return true;
}

function wordsInLink({ children }: Token): string {
  const open = children?.findIndex(({ type }) => type === "link_open") ?? -1;
  const close = children?.findIndex(({ type }) => type === "link_close") ?? -1;
  return (children ?? [])
    .slice(open + 1, close)
    .map(({ content }) => content)
    .join("")
    .trim();
}
