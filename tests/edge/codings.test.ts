import { describe, expect, test } from "vitest";
import { acceptedCodings, type Codings } from "../../src/edge/codings.ts";

function codingsOf(header: string): Codings {
  return acceptedCodings(new Request("https://a.example/", { headers: { "Accept-Encoding": header } }));
}

describe("a client", () => {
  test.each([
    ["gzip, deflate, br, zstd", true, true],
    ["gzip;q=1.0, br;q=0", true, false],
    ["GZIP", true, false],
    ["x-gzip", true, false],
    ["*", true, false],
    ["gzip;q=0, *", false, false],
    ["identity", false, false],
    ["", false, false],
  ])("that sends %j takes gzip: %s, Brotli: %s", (header, gzip, brotli) => {
    expect(codingsOf(header)).toEqual({ gzip, brotli });
  });

  test("that says what others say is not read again; one that says it at length is not remembered", () => {
    const long = `gzip, ${"x".repeat(100_000)}`;
    expect(codingsOf("gzip, br")).toBe(codingsOf("gzip, br"));
    expect(codingsOf(long)).not.toBe(codingsOf(long));
    expect(codingsOf(long)).toEqual({ gzip: true, brotli: false });
  });
});
