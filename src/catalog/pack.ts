// Pack: an asset file of the cold tier that says at its beginning what stands where in it.

import { joinBytes, packNumbers } from "./record.ts";

/** A file as bytes: the size of the header, the header as JSON, the body. Spans in the header count from the body on. */
export function packFile(header: object, body: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  return joinBytes([packNumbers([text.length]), text, ...body]);
}

/** The file `packFile` packed: its header as it was given, and a view of its body. */
export function readPack<Header>(bytes: Uint8Array): { readonly header: Header; readonly body: Uint8Array } {
  const size = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Header;
  return { header, body: bytes.subarray(4 + size) };
}
