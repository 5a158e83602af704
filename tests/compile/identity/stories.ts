// Stories made of random words, and the ways one story can be written into a file: a capture with this or that around
// it, a saved page, Markdown, in this or that encoding. What is told does not depend on how it is written.

/** A source of chance that gives the same numbers for the same seed (mulberry32). */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** An article, or one brief of a digest (without title). */
export interface Story {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** How a story is written into a file. */
export interface Dress {
  readonly format: keyof typeof formats;
  readonly encoding: keyof typeof encodings;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return {
    upTo,
    pick: (items) => {
      const item = items[upTo(items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
  };
}

const onsets = [
  "",
  "b",
  "c",
  "ch",
  "d",
  "đ",
  "g",
  "h",
  "kh",
  "l",
  "m",
  "n",
  "ng",
  "nh",
  "ph",
  "s",
  "t",
  "th",
  "tr",
  "v",
];
const rhymes = [
  "an",
  "áng",
  "ay",
  "âm",
  "ân",
  "ập",
  "en",
  "ế",
  "iên",
  "iệp",
  "inh",
  "ít",
  "on",
  "ông",
  "ớp",
  "ươi",
  "ường",
  "uân",
  "ua",
  "ục",
];
const english = [
  "harbour",
  "minister",
  "agreed",
  "vessel",
  "during",
  "patrol",
  "coastal",
  "market",
  "growth",
  "talks",
];

export function makeWord(chance: Chance): string {
  if (chance.upTo(12) === 0) return chance.pick(english);
  return chance.pick(onsets) + chance.pick(rhymes);
}

/** A sentence of this many words. */
export function makeSentence(chance: Chance, words: number): string {
  const text = Array.from({ length: words }, () => makeWord(chance)).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Two to five sentences: what tells a paragraph from a brief. */
export function makeParagraph(chance: Chance): string {
  const first = `${makeSentence(chance, 18 + chance.upTo(12))}, ${makeSentence(chance, 9).toLowerCase()}.`;
  const rest = Array.from(
    { length: 1 + chance.upTo(4) },
    () => `${makeSentence(chance, 10 + chance.upTo(9))}.`,
  );
  return [first, ...rest].join(" ");
}

export function makeStory(chance: Chance): Story {
  return {
    title: makeSentence(chance, 9 + chance.upTo(4)),
    paragraphs: Array.from({ length: 4 + chance.upTo(3) }, () => makeParagraph(chance)),
  };
}

/** A brief: one line of a digest. */
export function makeBrief(chance: Chance): string {
  return `${makeSentence(chance, 22 + chance.upTo(8))}, ${makeSentence(chance, 9).toLowerCase()}.`;
}

/** The formats a story may be written in. All tell the same. */
export const formats = {
  plain: ({ title, paragraphs }: Story) => [title, ...paragraphs].join("\n\n"),
  spaced: ({ title, paragraphs }: Story) =>
    `\n${[title, ...paragraphs].map((line) => `  ${line.replaceAll(" ", "  ")} `).join("\n\n\n")}\n`,
  navigated: ({ title, paragraphs }: Story) =>
    ["Trang chủ", "Thời sự", "Kinh doanh", "", title, "", ...paragraphs].join("\n"),
  shared: ({ title, paragraphs }: Story) =>
    [title, "", paragraphs.join("\n\n"), "", "Chia sẻ", "Facebook", "Zalo"].join("\n"),
  related: ({ title, paragraphs }: Story) =>
    [
      "Trang chủ",
      "",
      title,
      "",
      paragraphs.join("\n\n"),
      "",
      "Tin liên quan",
      "Giá cà phê tăng tuần thứ tư liên tiếp",
      "Cầu vượt phía tây thông xe sớm hai tháng",
    ].join("\n"),
  markdown: ({ title, paragraphs }: Story) => `# ${title}\n\n${paragraphs.join("\n\n")}\n`,
  page: ({ title, paragraphs }: Story) =>
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">Trang chủ</a> <a href="/a">Thời sự</a></nav><main><article><h1>${title}</h1>${paragraphs.map((line) => `<p>${line}</p>`).join("\n")}</article></main><footer>Liên hệ quảng cáo</footer></body></html>`,
} as const;

/** The extension a format's file must have. */
export function extensionOf(format: Dress["format"]): string {
  return format === "markdown" ? "md" : format === "page" ? "html" : "txt";
}

/** The encodings a file may be in. */
export const encodings = {
  "utf-8": (text: string) => Buffer.from(text),
  "decomposed accents": (text: string) => Buffer.from(text.normalize("NFD")),
  "byte order mark": (text: string) => Buffer.from(`\ufeff${text}`),
  "utf-16": (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "line ends of another system": (text: string) => Buffer.from(text.replaceAll("\n", "\r\n")),
} as const;

export function writeStory(story: Story, { format, encoding }: Dress): Uint8Array {
  return encodings[encoding](formats[format](story));
}
