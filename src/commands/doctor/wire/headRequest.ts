// HEAD: the headers of GET, without the content (RFC 9110 §9.3.2).

import type { Answer } from "../ask.ts";
import { type Finding, fault, foundAt } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";

/** What both have to say; what is about the connection and the moment may differ. */
const names = [
  "content-type",
  "content-encoding",
  "content-length",
  "etag",
  "last-modified",
  "cache-control",
  "vary",
  "link",
];

/** What a header says without its seconds: a lifetime may run down from one answer to the next. */
export function steady(value: string | undefined): string | undefined {
  return value?.replace(/\b(max-age|s-maxage)=\d+/g, "$1");
}

/** Asks with HEAD what was asked with GET and gzip. */
export async function checkHead(ground: Ground, address: string, got: Answer): Promise<Finding[]> {
  const reply = await ground.visitor.ask(address, { "Accept-Encoding": "gzip" }, "HEAD");
  const fix = "Answer HEAD as GET, without the content";
  if (isSilence(reply)) return foundAt(address, [{ ...reply.why, what: `to HEAD, ${reply.why.what}` }]);
  if (reply.status !== got.status) {
    const what = `it answers ${reply.status} to HEAD, ${got.status} to GET`;
    return foundAt(address, [fault("warning", what, fix)]);
  }
  const different = names.filter((name) => {
    const [ofHead, ofGet] = [steady(reply.headers[name]), steady(got.headers[name])];
    // "a server MAY omit header fields for which a value is determined only while generating the content"
    const omitted = ofHead === undefined && (name === "content-length" || name === "content-encoding");
    const streamed = ofGet === undefined && name === "content-length";
    return ofHead !== ofGet && !omitted && !streamed;
  });
  if (different.length === 0) return [];
  const shown = different.map(
    (name) => `${name} ${reply.headers[name] ?? "missing"}, not ${got.headers[name] ?? "missing"}`,
  );
  return foundAt(address, [fault("warning", `HEAD says other headers than GET (${shown.join("; ")})`, fix)]);
}
