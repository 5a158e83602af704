// The door: the bytes of a seed become clean Unicode text, or a problem that says why not.

import { inspectCharacters } from "./characters.ts";
import type { Seed } from "./draft.ts";
import { hasManyControls, nameBinary } from "./encodings/binary.ts";
import { byteOrderMark } from "./encodings/byteOrder.ts";
import { convertFontText } from "./encodings/fonts.ts";
import { countSyllables, looksVietnamese } from "./encodings/syllables.ts";
import { spellMegabytes } from "./limits.ts";
import type { Problem } from "./problems.ts";
import { PAGE_ENDING } from "./seeds/kinds.ts";

/** The text of a seed, and what the publisher should know about how it was read. */
export interface Decoded {
  /** NFC, line feeds, plain spaces, nothing XML forbids; null when the file cannot be read as text. */
  readonly text: string | null;
  /** WHATWG name of the encoding, such as `utf-8`, or that of a font encoding; null when there is no text. */
  readonly encoding: string | null;
  readonly problems: readonly Problem[];
}

/** Largest file that is read, in bytes. */
export const seedLimit = 5 * 1024 * 1024;

/** Text as first read, and what was odd about it: a sentence and what to do, for a warning. */
interface Reading {
  readonly text: string;
  readonly encoding: string;
  readonly odd?: readonly [line: number | null, what: string, fix: string];
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
const RESAVE = "Save the file again as UTF-8";

/**
 * Reads the bytes of a seed as text: by byte order mark, as UTF-16, as UTF-8, by the charset a page declares, as
 * windows-1258 where that gives Vietnamese, else as windows-1252. Never throws.
 */
export function decodeSeed(seed: Seed): Decoded {
  const { path, bytes } = seed;
  const refuse = (what: string, fix: string): Decoded => ({
    text: null,
    encoding: null,
    problems: [{ path, line: null, level: "error", what, fix }],
  });
  if (bytes.length === 0) return refuseEmpty(path, "the file is empty");
  if (bytes.length > seedLimit)
    return refuse(describeSize(bytes.length), "Keep the article only, without embedded pictures");
  const kind = nameBinary(bytes);
  if (kind !== null)
    return refuse(`the file is ${kind}, not text`, "Save the article as text, HTML or Markdown");
  const reading = readBytes(bytes, PAGE_ENDING.test(path));
  if (reading === null)
    return refuse("the file is binary, not text", "Save the article as text, HTML or Markdown");
  return finish(path, reading);
}

function refuseEmpty(path: string, what: string): Decoded {
  const fix = "Save it again, or remove it";
  return {
    text: null,
    encoding: null,
    problems: [
      { path, line: null, level: "error", what, fix, ifNew: "note", alike: "files that hold no text" },
    ],
  };
}

/** What is wrong with a file of so many bytes, which is not read. */
export function describeSize(bytes: number): string {
  return `the file has ${spellMegabytes(bytes)} MB, more than the ${seedLimit / 1024 / 1024} MB that are read`;
}

function finish(path: string, reading: Reading): Decoded {
  const problems: Problem[] = [];
  const warn = (line: number | null, what: string, fix: string, alike = "files in odd encodings") =>
    problems.push({ path, line, level: "warning", what, fix, alike });
  let { text, encoding } = reading;
  const converted = convertFontText(text);
  if (converted !== null) {
    text = converted.text;
    encoding = converted.name;
    warn(
      null,
      `the text is written for ${encoding} fonts and was converted to Unicode`,
      `Check the capitals. ${RESAVE}`,
    );
  } else if (reading.odd !== undefined) {
    warn(...reading.odd);
  }
  const clean = inspectCharacters(text);
  if (clean.removed > 0) {
    const characters = clean.removed === 1 ? "1 control character" : `${clean.removed} control characters`;
    warn(
      clean.line,
      `${characters} that no feed may carry ${clean.removed === 1 ? "was" : "were"} left out`,
      "Remove them from the file if words are missing",
      "files with control characters",
    );
  }
  if (clean.text.trim() === "") return refuseEmpty(path, "the file holds nothing but white space");
  return { text: clean.text, encoding, problems };
}

/** The text the bytes stand for; null when they are no text. */
function readBytes(bytes: Uint8Array, isPage: boolean): Reading | null {
  const mark = byteOrderMark(bytes);
  if (mark?.encoding === "utf-8") {
    const own = bytes.subarray(mark.length);
    return readUtf8(own) ?? readLossy(own);
  }
  if (mark !== null) return readUtf16(bytes, mark.encoding);
  const utf16 = guessUtf16(bytes);
  if (utf16 !== null) return utf16;
  if (hasManyControls(bytes)) return null;
  const declared = isPage ? readDeclaration(bytes) : null;
  if (declared === "iso-2022-jp") return { text: decode(bytes, declared), encoding: declared };
  return readUtf8(bytes) ?? readSingleBytes(bytes, declared);
}

function readSingleBytes(bytes: Uint8Array, declared: string | null): Reading {
  if (declared !== null && !/^(utf-|windows-125[28]$)/.test(declared)) {
    return { text: decode(bytes, declared), encoding: declared };
  }
  if (isMostlyUtf8(bytes)) return readLossy(bytes);
  const vietnamese = decode(bytes, "windows-1258").normalize("NFC");
  if (declared === "windows-1258" || looksVietnamese(countSyllables(vietnamese))) {
    return { text: vietnamese, encoding: "windows-1258" };
  }
  const reading = { text: decode(bytes, "windows-1252"), encoding: "windows-1252" };
  if (declared === "windows-1252") return reading;
  return { ...reading, odd: [null, "the file names no encoding and was read as windows-1252", RESAVE] };
}

/** Strict UTF-8, where only the end may be missing; null for anything else. */
function readUtf8(bytes: Uint8Array): Reading | null {
  try {
    return { text: strictUtf8.decode(bytes), encoding: "utf-8" };
  } catch {
    const whole = bytes.subarray(0, bytes.length - countCutBytes(bytes));
    if (whole.length === bytes.length) return null;
    try {
      const text = strictUtf8.decode(whole);
      const fix = "Capture the article again, its end may be missing";
      return {
        text,
        encoding: "utf-8",
        odd: [countLines(text), "the file was cut in the middle of a letter", fix],
      };
    } catch {
      return null;
    }
  }
}

/** UTF-8 with damaged places, which are left out. */
function readLossy(bytes: Uint8Array): Reading {
  const text = decode(bytes, "utf-8");
  const line = countLines(text.slice(0, text.indexOf("\uFFFD")));
  const fix = "Capture the article again, letters may be missing";
  return {
    text: text.replaceAll("\uFFFD", ""),
    encoding: "utf-8",
    odd: [line, "damaged UTF-8 was left out", fix],
  };
}

function readUtf16(bytes: Uint8Array, encoding: string): Reading {
  const whole = bytes.subarray(0, bytes.length & ~1);
  const text = decode(whole, encoding);
  if (whole.length === bytes.length) return { text, encoding };
  const fix = "Capture the article again, its end may be missing";
  return { text, encoding, odd: [countLines(text), "the file was cut in the middle of a letter", fix] };
}

/** UTF-16 without a mark: the byte order in which nearly everything is a letter, a sign or a space. */
function guessUtf16(bytes: Uint8Array): Reading | null {
  if (bytes.length < 4 || !bytes.subarray(0, 65_536).includes(0)) return null;
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const sample = decode(bytes.subarray(0, 65_536), encoding);
    const usual = sample.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\r\n]/gu)?.length ?? 0;
    const latin = sample.match(/[ \n\ra-zA-Z]/g)?.length ?? 0;
    if (usual > 0.98 * sample.length && latin > 0.02 * sample.length) return readUtf16(bytes, encoding);
  }
  return null;
}

/** How many bytes at the end begin a UTF-8 sequence that the file does not finish. */
function countCutBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc2) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** True when far more sequences of several bytes are whole than damaged. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, "utf-8");
  const damaged = text.split("\uFFFD").length - 1;
  const whole = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return whole > 3 * damaged;
}

/** The charset a page declares near its top (HTML §13.2.3.2), as a WHATWG name; null without a known one. */
function readDeclaration(bytes: Uint8Array): string | null {
  const head = decode(bytes.subarray(0, 4096), "windows-1252");
  const label =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head);
  try {
    return label?.[1] === undefined ? null : new TextDecoder(label[1]).encoding;
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function countLines(text: string): number {
  return text.split("\n").length;
}
