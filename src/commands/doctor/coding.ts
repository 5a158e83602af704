// Content codings (RFC 9110 §8.4.1): the document in an answer, whatever it travelled in.

import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, zstdDecompress } from "node:zlib";
import type { Answer } from "./ask.ts";

/** A document of more bytes is not unpacked: a small answer can hold a very large one. */
const mostBytes = 100_000_000;

const decoders: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  gzip: (body) => promisify(gunzip)(body, { maxOutputLength: mostBytes }),
  "x-gzip": (body) => promisify(gunzip)(body, { maxOutputLength: mostBytes }),
  br: (body) => promisify(brotliDecompress)(body, { maxOutputLength: mostBytes }),
  deflate: (body) => promisify(inflate)(body, { maxOutputLength: mostBytes }),
  zstd: (body) => promisify(zstdDecompress)(body, { maxOutputLength: mostBytes }),
};

/** The codings an answer says it travelled in, in the order they were applied. */
export function codingsOf(answer: Answer): string[] {
  const names = (answer.headers["content-encoding"] ?? "").toLowerCase().split(",");
  return names.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
}

/** The document's bytes; a sentence where they cannot be had. */
export async function decode(answer: Answer): Promise<Buffer | string> {
  let bytes = answer.body;
  for (const name of codingsOf(answer).reverse()) {
    const decoder = decoders[name];
    if (decoder === undefined) return `it is coded as ${name}, which readers do not know`;
    try {
      bytes = await decoder(bytes);
    } catch (error) {
      const isLarge = (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
      if (isLarge) return `it is larger than ${mostBytes / 1_000_000} MB once it is unpacked`;
      return `it says it is ${name}, and is not (${error instanceof Error ? error.message : error})`;
    }
  }
  return bytes;
}
