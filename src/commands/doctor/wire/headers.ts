// The headers of a feed: what it is, how long it may be kept, who may read it.

import type { Answer } from "../ask.ts";
import type { FormatName } from "../documents/feedDocument.ts";
import { type Fault, type Finding, fault, foundAt, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";

interface MediaTypes {
  /** The one made for the format. */
  readonly own: string;
  /** Others that readers take it by. */
  readonly others: readonly string[];
}

const mediaTypes: Readonly<Record<FormatName, MediaTypes>> = {
  "RSS 2.0": { own: "application/rss+xml", others: ["application/xml", "text/xml"] },
  "Atom 1.0": { own: "application/atom+xml", others: ["application/xml", "text/xml"] },
  "JSON Feed 1.1": { own: "application/feed+json", others: ["application/json"] },
};

/** What is wrong with the headers of a feed in this format. */
export function checkHeaders(ground: Ground, address: string, answer: Answer, format: FormatName): Finding[] {
  const { headers } = answer;
  const { promised } = ground;
  return foundAt(address, [
    judgeType(promised, headers["content-type"], format),
    headers["x-content-type-options"]?.toLowerCase() === "nosniff"
      ? null
      : fault(promised, "it does not say nosniff", "Send X-Content-Type-Options: nosniff"),
    headers["access-control-allow-origin"] === "*"
      ? null
      : fault(promised, "scripts of other sites may not read it", "Send Access-Control-Allow-Origin: *"),
    judgeLifetime(promised, headers["cache-control"], headers["expires"]),
    headers["etag"] === undefined && headers["last-modified"] === undefined
      ? fault(
          "warning",
          "it has neither ETag nor Last-Modified: readers fetch it whole every time",
          "Send an ETag made of the content, and answer 304 to whoever has it",
        )
      : null,
    judgeTag(headers["etag"]),
    judgeModified(ground.now, headers["last-modified"]),
  ]);
}

function judgeType(promised: Fault["level"], type: string | undefined, format: FormatName): Fault | null {
  const { own, others } = mediaTypes[format];
  const fix = `Send Content-Type: ${own}; charset=utf-8`;
  if (type === undefined) return fault("error", "it has no Content-Type", fix);
  const [name = "", ...parameters] = type.toLowerCase().split(";");
  if (others.includes(name.trim())) {
    return fault(promised, `its Content-Type is ${quote(type)}, not the specific one`, fix);
  }
  if (name.trim() !== own) return fault("error", `its Content-Type is ${quote(type)}, for ${format}`, fix);
  const charset = parameters.find((one) => one.trim().startsWith("charset="));
  if (charset === undefined) return fault(promised, `its Content-Type has no charset (${quote(type)})`, fix);
  return /=\s*"?utf-?8"?$/.test(charset.trim())
    ? null
    : fault("warning", `its charset is not UTF-8 (${quote(type)})`, fix);
}

function judgeLifetime(
  promised: Fault["level"],
  control: string | undefined,
  expires: string | undefined,
): Fault | null {
  const fix = "Send Cache-Control: public, max-age=900";
  if (control === undefined) {
    return expires === undefined ? fault(promised, "it does not say how long it may be kept", fix) : null;
  }
  return /\b(no-store|private)\b/i.test(control)
    ? fault("warning", `no cache between may keep it (${quote(control)})`, fix)
    : null;
}

/** RFC 9110 §8.8.3 */
function judgeTag(tag: string | undefined): Fault | null {
  if (tag === undefined || /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(tag)) return null;
  return fault("warning", `its ETag is no entity tag (${quote(tag)})`, 'Write it in quotes: ETag: "…"');
}

function judgeModified(now: number, date: string | undefined): Fault | null {
  if (date === undefined) return null;
  const instant = Date.parse(date);
  const fix = "Send when an entry last changed, as Sun, 22 Nov 2026 04:06:56 GMT";
  if (Number.isNaN(instant) || !/ GMT$/.test(date)) {
    return fault("warning", `its Last-Modified is no date of HTTP (${quote(date)})`, fix);
  }
  return instant > now + 600_000
    ? fault("warning", `its Last-Modified is in the future (${quote(date)})`, fix)
    : null;
}
