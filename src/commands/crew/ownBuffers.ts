// The memory of bytes, to be handed from thread to thread.

/** The memory that these bytes have to themselves: it can be handed over, not copied. Nobody has it here afterwards. */
export function ownBuffers(list: readonly Uint8Array[]): ArrayBuffer[] {
  return list.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
}
