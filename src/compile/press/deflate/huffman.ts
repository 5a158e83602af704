// Huffman: codes of least length for symbols that occur so and so often, none longer than a limit.

/** Symbols of the largest alphabet, and bits of the longest code (RFC 1951 §3.2.7). */
const symbolLimit = 288;
const lengthLimit = 15;

/** Symbols that occur, as keys: how often they do times 512, plus the symbol. In order of these, and of the symbols. */
const keys = new Uint32Array(symbolLimit);
/** The same in the order of the symbols, and one place more, written before it is known whether it is needed. */
const found = new Uint32Array(symbolLimit + 1);
/** Where the keys of each count begin; the last bucket has those of all greater counts. */
const buckets = 64;
const starts = new Uint16Array(buckets);
/** The inner nodes of the tree over the keys (`measureLeaves`). */
const tree = new Uint32Array(symbolLimit);
/** How many codes there are of each length, and the next code of each. */
const ofLength = new Uint16Array(symbolLimit);
const nextCode = new Uint16Array(lengthLimit + 1);

/** A code: by symbol, how long each is, 0 for symbols that do not occur, and the bits themselves (`assign`). */
export interface Code {
  readonly lengths: Uint8Array;
  readonly bits: Uint32Array;
}

/** A code to be made by `fitCode`. */
export function makeCode(symbols: number): Code {
  return { lengths: new Uint8Array(symbols), bits: new Uint32Array(symbols) };
}

/**
 * Makes the best code for symbols that occur so and so often, and returns how many bits they take with it.
 * "If only one distance code is used, it is encoded using one bit, not zero bits" (RFC 1951 §3.2.7).
 */
export function fitCode(counts: Uint32Array, limit: number, { lengths, bits }: Code): number {
  const used = sortUsed(counts);
  lengths.fill(0);
  ofLength.fill(0, 0, lengthLimit + 1);
  if (used === 0) return 0;
  let longest = 1;
  if (used === 1) ofLength[1] = 1;
  else longest = measureLeaves(used);
  if (longest > limit) shorten(longest, limit);
  let next = 0;
  let size = 0;
  for (let length = Math.min(longest, limit); length > 0; length--) {
    for (let left = ofLength[length] ?? 0; left > 0; left--) {
      const key = keys[next++] ?? 0;
      lengths[key & 511] = length;
      size += length * (key >>> 9);
    }
  }
  assign(used, lengths, bits);
  return size;
}

/** The code of these lengths, none of which is 0. */
export function codeOf(lengths: Uint8Array): Code {
  const code = { lengths, bits: new Uint32Array(lengths.length) };
  ofLength.fill(0, 0, lengthLimit + 1);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] ?? 0;
    ofLength[length] = (ofLength[length] ?? 0) + 1;
    found[symbol] = symbol;
  }
  assign(lengths.length, lengths, code.bits);
  return code;
}

/** Writes the keys of the symbols that occur, in order, and returns how many there are. */
function sortUsed(counts: Uint32Array): number {
  starts.fill(0);
  let used = 0;
  for (let symbol = 0; symbol < counts.length; symbol++) {
    const count = counts[symbol] ?? 0;
    found[used] = (count << 9) | symbol;
    // One where the count is not zero, without a branch that could not be foreseen.
    used += -count >>> 31;
  }
  for (let index = 0; index < used; index++) {
    const bucket = Math.min((found[index] ?? 0) >>> 9, buckets - 1);
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  let start = 0;
  for (let bucket = 1; bucket < buckets; bucket++) {
    const size = starts[bucket] ?? 0;
    starts[bucket] = start;
    start += size;
  }
  const last = starts[buckets - 1] ?? 0;
  for (let index = 0; index < used; index++) {
    const key = found[index] ?? 0;
    const bucket = Math.min(key >>> 9, buckets - 1);
    const to = starts[bucket] ?? 0;
    keys[to] = key;
    starts[bucket] = to + 1;
  }
  // In the last bucket counts differ; of a small text there are few.
  for (let at = last + 1; at < used; at++) {
    const key = keys[at] ?? 0;
    let to = at;
    while (to > last) {
      const other = keys[to - 1] ?? 0;
      if (other <= key) break;
      keys[to--] = other;
    }
    keys[to] = key;
  }
  return used;
}

/**
 * Counts how many leaves of the Huffman tree over the sorted keys lie at each depth, and returns the greatest depth:
 * "In-place calculation of minimum-redundancy codes" (Moffat and Katajainen 1995). In `tree`, inner nodes stand in the
 * order they are made, that of their weights: first with weights, then with their parents, then with their depths.
 */
function measureLeaves(used: number): number {
  let leaf = 0;
  let node = 0;
  for (let next = 0; next < used - 1; next++) {
    let weight = 0;
    for (let child = 0; child < 2; child++) {
      const light = leaf < used ? (keys[leaf] ?? 0) >>> 9 : 0xffffffff;
      if (node < next && (tree[node] ?? 0) < light) {
        weight += tree[node] ?? 0;
        tree[node++] = next;
      } else {
        weight += light;
        leaf++;
      }
    }
    tree[next] = weight;
  }

  const root = used - 2;
  tree[root] = 0;
  for (let next = root - 1; next >= 0; next--) tree[next] = (tree[tree[next] ?? 0] ?? 0) + 1;

  let depth = 0;
  // Nodes of this depth, leaves and inner ones.
  let nodes = 1;
  for (let next = root; nodes > 0; depth++) {
    let inner = 0;
    for (; next >= 0 && tree[next] === depth; next--) inner++;
    ofLength[depth] = nodes - inner;
    nodes = 2 * inner;
  }
  return depth - 1;
}

/**
 * Keeps codes within the limit. Those beyond it get its length, which takes more room than there is. Until it fits, the
 * longest of the shorter codes gets a bit more, and has one of the limit's beside it.
 */
function shorten(longest: number, limit: number): void {
  for (let length = longest; length > limit; length--) {
    ofLength[limit] = (ofLength[limit] ?? 0) + (ofLength[length] ?? 0);
  }
  // A code of n bits takes 2^-n of the room (Kraft's inequality), here counted in codes of the limit's length.
  let taken = 0;
  for (let length = 1; length <= limit; length++) taken += (ofLength[length] ?? 0) << (limit - length);
  for (; taken > 1 << limit; taken--) {
    let length = limit - 1;
    while (ofLength[length] === 0) length--;
    ofLength[length] = (ofLength[length] ?? 0) - 1;
    ofLength[length + 1] = (ofLength[length + 1] ?? 0) + 2;
    ofLength[limit] = (ofLength[limit] ?? 0) - 1;
  }
}

/**
 * The codes that follow from their lengths (RFC 1951 §3.2.2): "all codes of a given bit length have lexicographically
 * consecutive values, in the same order as the symbols they represent", and "shorter codes lexicographically precede
 * longer codes". Each is its bits, the first one lowest, and above them, from bit 16 on, how many.
 */
function assign(used: number, lengths: Uint8Array, bits: Uint32Array): void {
  let code = 0;
  ofLength[0] = 0;
  for (let length = 1; length <= lengthLimit; length++) {
    code = (code + (ofLength[length - 1] ?? 0)) << 1;
    nextCode[length] = code;
  }
  for (let index = 0; index < used; index++) {
    const symbol = (found[index] ?? 0) & 511;
    const length = lengths[symbol] ?? 0;
    const code = nextCode[length] ?? 0;
    nextCode[length] = code + 1;
    const backward = ((reversed[code & 255] ?? 0) << 8) | (reversed[code >>> 8] ?? 0);
    bits[symbol] = (length << 16) | (backward >>> (16 - length));
  }
}

/** Bytes, their bits in reverse. */
const reversed = new Uint8Array(256).map((_, byte) => {
  let backward = 0;
  for (let bit = 0; bit < 8; bit++) backward |= ((byte >>> bit) & 1) << (7 - bit);
  return backward;
});
