// Search: where every word of every article stands, so that words and phrases are found without reading a text.

import type { Span } from "../catalog/artefact.ts";
import type { Phrase } from "../catalog/query.ts";
import { foldAccents, searchWords, settleTone } from "../catalog/words.ts";

/** Where the index of words lies in the artefact's bytes. */
export interface WordSections {
  /** All words, one a line. */
  readonly words: Span;
  /** Little-endian Uint32 a word: where its places begin, and one more for where the last end. */
  readonly begins: Span;
  /**
   * Places of each word, packed: for each article (difference of ordinals) how often, then the differences of the
   * positions. All numbers are variable-length integers.
   */
  readonly places: Span;
}

/** The words of articles, packed. */
export interface PackedWords {
  readonly words: string;
  readonly begins: readonly number[];
  readonly places: Uint8Array;
}

/** Positions after this one are not told apart: an article may have so many words that phrases are found in. */
const lastPosition = 0xffff;

/** Packs the words of articles, one after the other. */
export interface WordPacker {
  /** Adds the text of the article with the next ordinal. */
  readonly add: (text: string) => void;
  /** About how many bytes the words so far take, compressed as an upload is. */
  readonly size: () => number;
  readonly finish: () => PackedWords;
}

/** Starts packing; the first text is that of ordinal 0. */
export function createWordPacker(): WordPacker {
  const writers = new Map<string, PlaceWriter>();
  // The two spellings of a word's tone are one word, written to one place.
  const spellings = new Map<string, PlaceWriter>();
  let [ordinal, places, letters] = [0, 0, 0];
  const writerOf = (spelling: string): PlaceWriter => {
    const word = settleTone(spelling);
    const writer = writers.get(word) ?? new PlaceWriter();
    if (!writers.has(word)) letters += word.length + 1;
    writers.set(word, writer);
    spellings.set(spelling, writer);
    return writer;
  };
  return {
    add: (text) => {
      const touched: PlaceWriter[] = [];
      for (const [index, spelling] of searchWords(text).entries()) {
        const writer = spellings.get(spelling) ?? writerOf(spelling);
        if (writer.positions.length === 0) touched.push(writer);
        writer.positions.push(Math.min(index, lastPosition));
      }
      for (const writer of touched) {
        places -= writer.length;
        writer.add(ordinal);
        places += writer.length;
      }
      ordinal += 1;
    },
    // Measured on English and Vietnamese sites: words and their beginnings compress by half, places hardly.
    size: () => Math.ceil(places * 0.9 + (letters + 4 * writers.size) / 2),
    finish: () => {
      const words = [...writers.keys()].sort();
      const begins: number[] = [];
      let length = 0;
      for (const word of words) {
        begins.push(length);
        length += writers.get(word)?.length ?? 0;
      }
      const packed = new Uint8Array(length);
      words.forEach((word, number) => {
        packed.set(writers.get(word)?.bytes() ?? new Uint8Array(0), begins[number]);
      });
      return { words: words.join("\n"), begins: [...begins, length], places: packed };
    },
  };
}

/** The places of one word, packed as they come. */
class PlaceWriter {
  #bytes = new Uint8Array(8);
  #last = 0;
  length = 0;
  /** Where it stands in the article that is looked at, ascending. */
  readonly positions: number[] = [];

  /** Packs the positions as those in an article; ordinals come in ascending order. */
  add(ordinal: number): void {
    this.#push(ordinal - this.#last);
    this.#push(this.positions.length);
    let before = 0;
    for (const position of this.positions) {
      this.#push(position - before);
      before = position;
    }
    this.positions.length = 0;
    this.#last = ordinal;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #push(value: number): void {
    if (this.length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes[this.length++] = (rest & 127) | 128;
    this.#bytes[this.length++] = rest;
  }
}

/** Finds the ordinals of the articles that hold a phrase, ascending. */
export type Search = (phrase: Phrase) => Uint32Array;

/**
 * Opens the index. A word typed without accents finds every word that is it without its own; one typed with accents
 * finds only that. Nothing is read before the first search.
 */
export function openSearch(bytes: ArrayBuffer, sections: WordSections): Search {
  let open: ReturnType<typeof readVocabulary> | null = null;
  const begins = new Uint32Array(bytes, sections.begins[0], sections.begins[1] / 4);
  const places = new Uint8Array(bytes, ...sections.places);
  const placesOf = (word: string): number[] => {
    open ??= readVocabulary(new Uint8Array(bytes, ...sections.words));
    const exact = settleTone(word);
    const folded = foldAccents(word);
    const numbers = exact === folded ? open.byFolded.get(folded) : open.byExact.get(exact);
    const all = (numbers ?? []).flatMap((number) =>
      readPlaces(places.subarray(begins[number], begins[number + 1])),
    );
    return (numbers?.length ?? 0) > 1 ? all.sort((a, b) => a - b) : all;
  };
  return (phrase) => {
    const [first = [], ...rest] = phrase.map(placesOf);
    const following = rest.map((list) => new Set(list));
    const hits = first.filter((place) => following.every((list, index) => list.has(place + index + 1)));
    return Uint32Array.from(new Set(hits.map((place) => Math.floor(place / placeBase))));
  };
}

/** A place is an ordinal and a position in one number; there is room after the last position, so none runs over. */
const placeBase = 0x20000;

function readPlaces(bytes: Uint8Array): number[] {
  const found: number[] = [];
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  let ordinal = 0;
  while (at < bytes.length) {
    ordinal += next();
    let position = 0;
    for (let count = next(); count > 0; count--) {
      position += next();
      found.push(ordinal * placeBase + position);
    }
  }
  return found;
}

function readVocabulary(bytes: Uint8Array) {
  const byExact = new Map<string, number[]>();
  const byFolded = new Map<string, number[]>();
  const words = new TextDecoder().decode(bytes);
  if (words === "") return { byExact, byFolded };
  words.split("\n").forEach((word, number) => {
    byExact.set(word, [number]);
    const folded = foldAccents(word);
    const list = byFolded.get(folded);
    if (list === undefined) byFolded.set(folded, [number]);
    else list.push(number);
  });
  return { byExact, byFolded };
}
