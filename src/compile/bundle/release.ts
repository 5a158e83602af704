// Release: memory of bytes that nobody needs any more, given back at once. The engine looks for what it may throw away when
// there are many objects; a few with megabytes behind them can lie around until the end.

/** Gives back the memory of bytes. They must be all there is in it, and are gone afterwards. */
export function release({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** The bytes in memory of their own, no larger than they are; where they lay is given back. */
export function trim(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const trimmed = new Uint8Array(bytes);
  release(bytes);
  return trimmed;
}
