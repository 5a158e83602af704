// What is known of n-grams, packed into numbers: as objects they would take twenty times as much memory.

/** N-grams and what each says, to be asked by the bytes of one. */
export interface GramTable {
  /** For each n-gram: how many units its key has and these, how many languages it tells and these with their scores. */
  readonly packed: Uint16Array;
  /** Open addressing: where in `packed` the n-gram of a place begins, one more than that; 0 where there is none. */
  readonly places: Uint32Array;
}

/** An n-gram as a module has it: language number → score. */
export type GramScores = Readonly<Record<string, number>>;

/** Makes the table of n-grams that were packed one behind the other. Of two with one key the last counts. */
export function indexGrams(packed: Uint16Array): GramTable {
  let count = 0;
  for (let at = 0; at < packed.length; at = nextOf(packed, at)) count += 1;
  // A power of two, and a third of it free: what is looked for and not there is soon known not to be.
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(count * 1.5 + 1)));
  for (let at = 0; at < packed.length; at = nextOf(packed, at)) putGram(packed, places, at);
  return { packed, places };
}

/** Packs n-grams that are objects. */
export function packGrams(grams: Readonly<Record<string, GramScores | undefined>>): Uint16Array {
  const packed: number[] = [];
  for (const [key, scores = {}] of Object.entries(grams)) {
    packed.push(key.length);
    for (let unit = 0; unit < key.length; unit += 1) packed.push(key.charCodeAt(unit));
    packed.push(Object.keys(scores).length);
    for (const [language, score] of Object.entries(scores)) packed.push(Number(language), score);
  }
  return Uint16Array.from(packed);
}

/** The place of an n-gram in the table; -1 when nothing is known of it. */
export function findGram({ packed, places }: GramTable, key: string): number {
  let hash = 0;
  for (let unit = 0; unit < key.length; unit += 1) hash = mix(hash, key.charCodeAt(unit));
  for (let place = settle(hash); ; place += 1) {
    place &= places.length - 1;
    const at = places[place] as number;
    if (at === 0) return -1;
    if (isKey(packed, at - 1, key)) return place;
  }
}

/** Adds what the n-gram of a place says to the sums by language number; `least` is what its scores are stored without. */
export function addScores(
  { packed, places }: GramTable,
  place: number,
  least: number,
  sums: Uint32Array,
): void {
  const from = (places[place] as number) - 1;
  const at = from + 1 + (packed[from] as number);
  const end = at + 2 * (packed[at] as number);
  for (let pair = at + 1; pair < end; pair += 2) {
    const language = packed[pair] as number;
    sums[language] = (sums[language] as number) + (packed[pair + 1] as number) + least;
  }
}

function putGram(packed: Uint16Array, places: Uint32Array, at: number): void {
  let hash = 0;
  const end = at + 1 + (packed[at] as number);
  for (let unit = at + 1; unit < end; unit += 1) hash = mix(hash, packed[unit] as number);
  let place = settle(hash) & (places.length - 1);
  while (places[place] !== 0 && !isSameKey(packed, (places[place] as number) - 1, at)) {
    place = (place + 1) & (places.length - 1);
  }
  places[place] = at + 1;
}

/** Where the n-gram behind one begins. */
function nextOf(packed: Uint16Array, at: number): number {
  const behindKey = at + 1 + (packed[at] as number);
  return behindKey + 1 + 2 * (packed[behindKey] as number);
}

function isSameKey(packed: Uint16Array, one: number, other: number): boolean {
  const length = packed[one] as number;
  // The length is the first unit that is compared.
  for (let unit = 0; unit <= length; unit += 1) {
    if (packed[one + unit] !== packed[other + unit]) return false;
  }
  return true;
}

function isKey(packed: Uint16Array, at: number, key: string): boolean {
  if (packed[at] !== key.length) return false;
  for (let unit = 0; unit < key.length; unit += 1) {
    if (packed[at + 1 + unit] !== key.charCodeAt(unit)) return false;
  }
  return true;
}

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1);
}

/** The low bits of a product know little of the high ones, and they choose the place. */
function settle(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}
