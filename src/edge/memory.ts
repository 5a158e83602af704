// Memory: what was put together for one request, kept for the next, within bounds.

/** Something remembered, and how long it is right. */
export interface Remembered<T> {
  readonly value: T;
  /** The second from which it is no longer right; null for never. */
  readonly until: number | null;
  /** Bytes it takes. */
  readonly size: number;
}

/** A store that forgets first what was asked for least recently, so that no series of requests can fill an isolate. */
export interface Memory<T> {
  /** What is remembered under a name, else what `make` makes. */
  readonly recall: (name: string, now: number, make: () => Remembered<T>) => T;
  /** What is remembered under a name and still right. */
  readonly peek: (name: string, now: number) => T | undefined;
  /** Puts `after`, of `size` bytes, in the place of `before`; nothing happens where that is no longer remembered. */
  readonly replace: (name: string, before: T, after: T, size: number) => void;
}

/** A memory of at most so many entries and bytes. */
export function createMemory<T>(entries: number, bytes: number): Memory<T> {
  const kept = new Map<string, Remembered<T>>();
  let size = 0;
  const forget = (name: string): void => {
    size -= kept.get(name)?.size ?? 0;
    kept.delete(name);
  };
  const find = (name: string, now: number): Remembered<T> | undefined => {
    const known = kept.get(name);
    if (known === undefined || (known.until !== null && known.until <= now)) return undefined;
    kept.delete(name);
    kept.set(name, known);
    return known;
  };
  const shrink = (): void => {
    for (const [oldest] of kept) {
      if (kept.size <= entries && size <= bytes) break;
      forget(oldest);
    }
  };
  return {
    peek: (name, now) => find(name, now)?.value,
    recall: (name, now, make) => {
      const known = find(name, now);
      if (known !== undefined) return known.value;
      forget(name);
      const made = make();
      kept.set(name, made);
      size += made.size;
      shrink();
      return made.value;
    },
    replace: (name, before, after, sizeAfter) => {
      const known = kept.get(name);
      if (known === undefined || known.value !== before) return;
      kept.set(name, { value: after, until: known.until, size: sizeAfter });
      size += sizeAfter - known.size;
      shrink();
    },
  };
}
