import { constants, deflateRawSync, gunzipSync, crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineCrc, crc32, type Fragment, joinGzip, lengthInside } from "../../src/lists/gzip.ts";

function fragmentOf(bytes: Uint8Array): Fragment {
  const deflate = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  return { streams: [deflate], length: bytes.length, crc: zlibCrc32(bytes) };
}

const anyBytes = fc.uint8Array({ maxLength: 2000 });

describe("a check sum", () => {
  test("is that of zlib", () => {
    fc.assert(fc.property(anyBytes, (bytes) => crc32(bytes) === zlibCrc32(bytes)));
  });

  test("of two texts follows from theirs", () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (a, b) => {
        return combineCrc(crc32(a), crc32(b), b.length) === crc32(new Uint8Array([...a, ...b]));
      }),
    );
  });
});

describe("joined parts", () => {
  test("inflate to the parts one after the other, compressed or plain", () => {
    const part = fc.tuple(anyBytes, fc.boolean());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const joined = joinGzip(parts.map(([bytes, plain]) => (plain ? bytes : fragmentOf(bytes))));
        return gunzipSync(joined).equals(Buffer.concat(parts.map(([bytes]) => bytes)));
      }),
    );
  });

  test("say how long they are", () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (a, b) => {
        const joined = joinGzip([a, fragmentOf(b)]);
        const inside = new Uint8Array([1, 2, 3, ...joined]).subarray(3);
        return lengthInside(inside) === a.length + b.length;
      }),
    );
  });

  test("may be longer than a stored block", () => {
    const long = new Uint8Array(200_000).map((_, i) => i % 251);
    expect(gunzipSync(joinGzip([long, fragmentOf(long)])).length).toBe(400_000);
  });

  test("of nothing are an empty text", () => {
    expect(gunzipSync(joinGzip([])).length).toBe(0);
  });
});
