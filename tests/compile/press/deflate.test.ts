import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, crc32, deflateRawSync, gunzipSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDictionary, deflateBehind } from "../../../src/compile/press/deflate.ts";
import { joinGzip } from "../../../src/lists/gzip.ts";

const nothing = new Uint8Array(0);

/** Some bytes over and over: matches longer than 258, and ones that overlap themselves. */
const anyRun = fc
  .tuple(fc.uint8Array({ minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 900 }))
  .map(([bytes, times]) => Uint8Array.from({ length: times }, (_, at) => bytes[at % bytes.length] ?? 0));

/** Bytes without a pattern, which compress to more than they are. */
const anyNoise = fc
  .tuple(fc.integer(), fc.integer({ min: 0, max: 3000 }))
  .map(([seed, length]) => noise(seed, length));

/** Pieces that recur, few kinds of bytes, runs, noise and characters of all lengths, one behind the other. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.uint8Array({ max: 3, maxLength: 300 }),
      fc.constantFrom("</content:encoded></item>", "Biển Đông ", "\0", "🎉").map((text) => Buffer.from(text)),
      fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
      anyRun,
      anyNoise,
    ),
    { maxLength: 12 },
  )
  .map((parts) => new Uint8Array(Buffer.concat(parts)));

/** A text, and a dictionary that has some of it, or none. */
const anyPair = fc
  .tuple(anyBytes, anyBytes, fc.boolean())
  .map(
    ([text, dictionary, related]) =>
      [text, related ? concat(dictionary, text.slice(7)) : dictionary] as const,
  );

function noise(seed: number, length: number): Uint8Array {
  let state = seed | 1;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 255;
  });
}

const concat = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const zlib = (text: Uint8Array, dictionary: Uint8Array = nothing): Uint8Array =>
  deflateRawSync(text, {
    level: 9,
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(dictionary.length > 0 ? { dictionary } : {}),
  });

const inflate = (...streams: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(inflateRawSync(concat(...streams), { finishFlush: constants.Z_SYNC_FLUSH }));

/** What an inflater makes of a text that was deflated behind a dictionary, without the dictionary. */
function backFrom(text: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const stream = deflateBehind(text, createDictionary(dictionary));
  expect([...stream.slice(-4)]).toEqual([0, 0, 0xff, 0xff]);
  const whole = inflate(zlib(dictionary), stream);
  expect(Buffer.compare(whole.subarray(0, dictionary.length), dictionary)).toBe(0);
  return whole.slice(dictionary.length);
}

function same(one: Uint8Array, other: Uint8Array): void {
  expect(Buffer.compare(one, other)).toBe(0);
}

test("any text behind any dictionary inflates to itself", () => {
  fc.assert(
    fc.property(anyPair, ([text, dictionary]) => same(backFrom(text, dictionary), text)),
    { numRuns: 1000 },
  );
});

test("any text without a dictionary inflates to itself", () => {
  fc.assert(
    fc.property(anyBytes, (text) => same(inflate(deflateBehind(text, null)), text)),
    { numRuns: 1000 },
  );
});

test("a text of any few bytes inflates to itself, behind any few bytes", () => {
  const anyFew = fc.uint8Array({ max: 1, maxLength: 9 });
  fc.assert(
    fc.property(anyFew, anyFew, (text, dictionary) => same(backFrom(text, dictionary), text)),
    { numRuns: 2000 },
  );
});

test("texts and dictionaries of any lengths around 32 and 64 KB inflate to themselves", () => {
  const anyLong = fc
    .tuple(
      fc.constantFrom(
        31_999,
        32_000,
        32_001,
        32_767,
        32_768,
        32_769,
        64_000,
        65_535,
        65_536,
        65_537,
        100_000,
      ),
      fc.constantFrom(1, 2, 7, 300, 31_990, 32_768, 100_000),
      fc.integer(),
    )
    .map(([length, period, seed]) => {
      const bytes = noise(seed, period);
      return Uint8Array.from({ length }, (_, at) => bytes[at % period] ?? 0);
    });
  fc.assert(
    fc.property(anyLong, anyLong, (text, dictionary) => {
      same(backFrom(text, dictionary), text);
      same(backFrom(text, text), text);
    }),
    { numRuns: 60 },
  );
});

test("a match reaches 32 KB back and no further", () => {
  const sought = Buffer.from("Vùng Cảnh sát biển 2 tiếp nhận tàu");
  const sizes = [-1, 0, 1].map((more) => {
    const between = noise(1, 32_768 - sought.length + more);
    const dictionary = concat(sought, between);
    same(backFrom(sought, dictionary), sought);
    return deflateBehind(sought, createDictionary(dictionary)).length;
  });
  const alone = deflateBehind(sought, null).length;
  expect(sizes[0]).toBeLessThan(alone / 2);
  expect(sizes[1]).toBeLessThan(alone / 2);
  expect(sizes[2]).toBeGreaterThan(alone * 0.9);
});

test("a match may begin in the last bytes of the dictionary and go on in the text", () => {
  const words = Buffer.from("Xyz");
  const dictionary = createDictionary(words);
  const text = Buffer.from("Vùng Cảnh sát biển 2");
  const once = deflateBehind(text, dictionary).length;
  // One match more: with its distance it takes less than four bytes.
  expect(deflateBehind(concat(text, words, text), dictionary).length).toBeLessThanOrEqual(once + 4);
});

test("nothing is an empty stored block, with a dictionary or without one", () => {
  const empty = [0, 0, 0, 0xff, 0xff];
  expect([...deflateBehind(nothing, null)]).toEqual(empty);
  expect([...deflateBehind(nothing, createDictionary(nothing))]).toEqual(empty);
  expect([...deflateBehind(nothing, createDictionary(noise(3, 40_000)))]).toEqual(empty);
});

test("what does not compress takes a few bytes more than it is", () => {
  for (const length of [1, 100, 32_000, 32_001, 70_000]) {
    const text = noise(5, length);
    same(inflate(deflateBehind(text, null)), text);
    expect(deflateBehind(text, null).length).toBeLessThanOrEqual(length + 5 * Math.ceil(length / 32_000) + 6);
  }
});

test("codes are kept to 15 bits however uneven a text is", () => {
  // As often as Fibonacci's numbers say, which makes a Huffman tree as deep as it has leaves.
  const times = [1, 1];
  while (times.length < 20) times.push((times.at(-1) ?? 0) + (times.at(-2) ?? 0));
  const bytes = times.flatMap((count, symbol) => Array.from({ length: count }, () => symbol * 11));
  // In an order without repetitions worth a match.
  const order = noise(9, bytes.length * 4);
  const keys = new Uint32Array(order.buffer);
  const text = Uint8Array.from(
    bytes.map((byte, at) => [keys[at] ?? 0, byte] as const).sort((one, other) => one[0] - other[0]),
    ([, byte]) => byte,
  );
  same(inflate(deflateBehind(text, null)), text);
  same(backFrom(text, noise(2, 500)), text);
});

test("a dictionary serves many texts, and each is the same as if it were the only one", () => {
  fc.assert(
    fc.property(anyBytes, fc.array(anyBytes, { minLength: 2, maxLength: 5 }), (words, texts) => {
      const dictionary = createDictionary(words);
      const streams = texts.map((text) => deflateBehind(text, dictionary));
      for (const [at, text] of texts.entries()) {
        deflateBehind(noise(at, 5000), null);
        same(deflateBehind(text, dictionary), streams[at] ?? nothing);
        same(deflateBehind(text, createDictionary(words.slice())), streams[at] ?? nothing);
      }
    }),
    { numRuns: 100 },
  );
});

test("streams joined to a gzip member gunzip to their texts", () => {
  const anyArticles = fc.array(fc.tuple(anyBytes, anyBytes, anyBytes), { maxLength: 4 });
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const parts = articles.flatMap(([plain, content, rest]) => {
        const streams = [deflateBehind(content, null), deflateBehind(rest, createDictionary(content))];
        const length = content.length + rest.length;
        return [plain, { streams, length, crc: crc32(rest, crc32(content)) }];
      });
      same(gunzipSync(joinGzip(parts)), concat(...articles.flat()));
    }),
    { numRuns: 200 },
  );
});

test("real texts take as many bytes as zlib gives them, alone and behind one another", () => {
  const folder = join(import.meta.dirname, "../cases");
  // Those that repeat one sign endlessly are no real texts.
  const names = readdirSync(folder).filter((name) => !name.endsWith("-endlessly"));
  const texts = names.flatMap((name) => {
    const seed = readdirSync(join(folder, name)).find((file) => file.startsWith("seed."));
    return seed === undefined ? [] : [new Uint8Array(readFileSync(join(folder, name, seed)))];
  });
  expect(texts.length).toBeGreaterThan(10);
  const sizes = { ours: 0, zlib: 0 };
  const compare = (ours: number, theirs: number): void => {
    expect(ours).toBeLessThanOrEqual(theirs * 1.05 + 2);
    sizes.ours += ours;
    sizes.zlib += theirs;
  };
  for (const text of texts) {
    compare(deflateBehind(text, null).length, zlib(text).length);
    for (const words of texts) {
      if (words === text) continue;
      compare(deflateBehind(text, createDictionary(words)).length, zlib(text, words).length);
    }
  }
  expect(sizes.ours).toBeLessThan(sizes.zlib * 1.01);
});
