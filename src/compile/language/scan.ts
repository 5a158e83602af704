// Scan: eld's n-grams read from the bytes of their module. To run it would make an object of each, 50 MB in all.

/** What the module states. */
export interface ScannedGrams {
  /** Language number → BCP 47. */
  readonly languages: Readonly<Record<string, string>>;
  /** N-grams as table.ts packs them. */
  readonly packed: Uint16Array;
}

/** All before the n-grams: a note, and an object that begins with the languages. */
const HEAD =
  /^(?:\s|\/\*[\s\S]*?\*\/)*export const ngramsData = \{type:'\w+',languages:\{((?:\d+:'[\w-]+',?)+)\},isSubset:\w+,ngrams:\{/;
/** All behind the last of them. */
const TAIL = /^\};?\s*$/;
const headLimit = 8192;

const quote = 0x27;
const doubleQuote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const open = 0x7b;
const close = 0x7d;

/** The n-grams of a module laid out as that of eld 2.1.0; null for any other, which has to be run. */
export function scanGrams(bytes: Uint8Array): ScannedGrams | null {
  const head = HEAD.exec(latin(bytes.subarray(0, headLimit)));
  if (head === null) return null;
  const scanner = new GramScanner(bytes, head[0].length);
  const packed = scanner.readAll();
  if (packed === null || !TAIL.test(latin(bytes.subarray(scanner.at)))) return null;
  const languages = [...(head[1] ?? "").matchAll(/(\d+):'([\w-]+)'/g)];
  return { languages: Object.fromEntries(languages.map(([, number, name]) => [number, name])), packed };
}

/** Behind the end of the bytes it reads 0, which stands nowhere in such a module. */
class GramScanner {
  at: number;
  readonly #bytes: Uint8Array;
  /** Each n-gram takes more bytes in the module than numbers here. */
  readonly #packed: Uint16Array;
  #to = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.at = at;
    this.#bytes = bytes;
    this.#packed = new Uint16Array(bytes.length);
  }

  /** Reads up to the brace that closes them; null where something stands that should not. */
  readAll(): Uint16Array | null {
    for (;;) {
      if (!this.#readKey() || this.#take() !== colon || this.#take() !== open) return null;
      if (!this.#readScores()) return null;
      const behind = this.#take();
      if (behind === close) return this.#packed.slice(0, this.#to);
      if (behind !== comma) return null;
    }
  }

  /** A string in quotes of either kind, or a name without. */
  #readKey(): boolean {
    const lengthAt = this.#to;
    this.#to += 1;
    const first = this.#peek();
    if (first === quote || first === doubleQuote) {
      this.at += 1;
      while (this.#peek() !== first) {
        const unit = this.#readUnit();
        if (unit < 0) return false;
        this.#put(unit);
      }
      this.at += 1;
    } else {
      // A number would be a key too, but written in more than one way.
      if (isDigit(first) || !isPlain(first)) return false;
      while (isPlain(this.#peek())) this.#put(this.#take());
    }
    this.#packed[lengthAt] = this.#to - lengthAt - 1;
    return true;
  }

  /** A letter within quotes; -1 for one that eld writes in no key. */
  #readUnit(): number {
    const byte = this.#take();
    if (byte === backslash) {
      const escaped = this.#take();
      return escaped === quote || escaped === doubleQuote || escaped === backslash ? escaped : -1;
    }
    if (byte < 0x80) return byte < 0x20 ? -1 : byte;
    // UTF-8 of two bytes, up to U+00FF.
    const last = this.#take();
    return (byte === 0xc2 || byte === 0xc3) && last >> 6 === 2 ? ((byte & 3) << 6) | (last & 0x3f) : -1;
  }

  /** `number:number` of each language, in order and each once, as an object would have them. */
  #readScores(): boolean {
    const countAt = this.#to;
    this.#to += 1;
    let before = -1;
    for (;;) {
      const language = this.#readNumber();
      if (language <= before || this.#take() !== colon) return false;
      const score = this.#readNumber();
      if (score < 0) return false;
      this.#put(language);
      this.#put(score);
      before = language;
      const behind = this.#take();
      if (behind === close) break;
      if (behind !== comma) return false;
    }
    this.#packed[countAt] = (this.#to - countAt - 1) / 2;
    return true;
  }

  /** -1 where none stands, and for one that is too large. */
  #readNumber(): number {
    if (!isDigit(this.#peek())) return -1;
    let number = 0;
    while (isDigit(this.#peek())) number = number * 10 + this.#take() - 0x30;
    return number <= 0xffff ? number : -1;
  }

  #peek(): number {
    return this.#bytes[this.at] ?? 0;
  }

  #take(): number {
    const byte = this.#peek();
    this.at += 1;
    return byte;
  }

  #put(number: number): void {
    this.#packed[this.#to] = number;
    this.#to += 1;
  }
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** A letter, a digit or one of the two signs that a name may have. */
function isPlain(byte: number): boolean {
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  return isLetter || isDigit(byte) || byte === 0x5f || byte === 0x24;
}
