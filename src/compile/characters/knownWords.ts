// What was found out about words, so that it need not be found out again: for as many as a thread has the memory for.

import { copyWord } from "../characters.ts";

/**
 * Two layers: when the upper one is full, it becomes the lower one and what that held is forgotten, but for the words
 * that were met since. So the words of a language stay, and the many that are met once go.
 */
export class KnownWords<Known> {
  #upper = new Map<string, Known>();
  #lower = new Map<string, Known>();
  readonly #limit: number;
  readonly #learn: (word: string) => Known;

  /** At most twice `limit` words are known. What `learn` is given it may keep. */
  constructor(limit: number, learn: (word: string) => Known) {
    this.#limit = limit;
    this.#learn = learn;
  }

  /** What is known of a word, which may be a part of a text: of that nothing is kept. */
  get(word: string): Known {
    return this.#upper.get(word) ?? this.#recall(word);
  }

  #recall(word: string): Known {
    const kept = copyWord(word);
    const known = this.#lower.get(word) ?? this.#learn(kept);
    if (this.#upper.size >= this.#limit) {
      this.#lower = this.#upper;
      this.#upper = new Map();
    }
    this.#upper.set(kept, known);
    return known;
  }
}
