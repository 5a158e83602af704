// PlacedDraft: an accepted draft whose words lie in a spool. There are as many as articles, so each is but a few references.

import type { AcceptedDraft } from "../../compile/identity/candidate.ts";
import type { MediaLibrary } from "../../compile/media/library.ts";
import type { PublishedFile } from "../../compile/media/publish.ts";
import type { Spot } from "./spool.ts";
import {
  type DraftFacts,
  keyOfArticle,
  type ReadFacts,
  restoreMedia,
  restoreText,
  spotOfPart,
} from "./workshop.ts";

/** Reads itself from what is known of its file, and its words from where they lie. */
export class PlacedDraft implements AcceptedDraft {
  readonly #file: ReadFacts;
  readonly #find: MediaLibrary["find"];
  readonly #read: (spot: Spot) => Buffer;
  /** Which of the articles of its file it is, among those accepted. */
  readonly index: number;

  constructor(file: ReadFacts, index: number, find: MediaLibrary["find"], read: (spot: Spot) => Buffer) {
    this.#file = file;
    this.index = index;
    this.#find = find;
    this.#read = read;
  }

  get #facts(): DraftFacts {
    const facts = this.#file.articles[this.index];
    if (facts === undefined) throw new Error(`${this.#file.path} holds no article ${this.index}`);
    return facts;
  }

  /** Where it lies. */
  get spot(): Spot {
    if (this.#file.spot === null) throw new Error(`${this.#file.path} lies nowhere`);
    return spotOfPart(this.#file.spot, this.#facts.part);
  }

  /** Says which words they are: equal keys, equal articles. */
  get key(): string {
    return keyOfArticle(this.#file.key, this.index);
  }

  get text(): string {
    return restoreText(this.#read(this.spot));
  }

  get media(): readonly PublishedFile[] {
    return this.#facts.media.map((file) => restoreMedia(file, this.#find));
  }

  get path(): string {
    return this.#file.path;
  }

  get from(): string {
    return this.#facts.from;
  }

  get place(): number {
    return this.#facts.place;
  }

  get title(): string {
    return this.#facts.title;
  }

  get lang(): string {
    return this.#facts.lang;
  }

  get source(): string | null {
    return this.#facts.source;
  }

  get published(): string | null {
    return this.#facts.published ?? null;
  }

  get updated(): string | null {
    return this.#facts.updated;
  }

  get hash(): string {
    return this.#facts.hash;
  }

  get words(): string {
    return this.#facts.words;
  }

  get fingerprint(): string {
    return this.#facts.fingerprint;
  }

  get claimedId(): string | null {
    return this.#facts.claimedId;
  }

  get lines(): AcceptedDraft["lines"] {
    return this.#facts.lines;
  }

  get withdrawn(): string | null {
    return this.#facts.withdrawn;
  }

  get correction(): AcceptedDraft["correction"] {
    return this.#facts.correction;
  }

  get hidden(): boolean {
    return this.#facts.hidden;
  }

  get tags(): readonly string[] {
    return this.#facts.tags;
  }

  get links(): readonly string[] {
    return this.#facts.links;
  }

  get topicIds(): readonly string[] {
    return this.#facts.topicIds;
  }
}
