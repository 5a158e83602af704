// Addresses in content: absolute, of a harmless scheme, or gone.

/** A base no real address has, for finding out what a relative address would need. */
const NOWHERE = "https://nowhere.invalid/";

/** The absolute form of an http(s) address (mailto: and tel: too for links); null for anything else. */
export function resolveAddress(
  value: string | undefined,
  base: string | null,
  isLink = false,
): string | null {
  const text = value?.trim() ?? "";
  if (text === "") return null;
  let url: URL;
  try {
    url = new URL(text, base ?? NOWHERE);
  } catch {
    return null;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return isLink && /^(?:mailto|tel):$/.test(url.protocol) ? url.href : null;
  }
  if (base === null && url.href.startsWith(NOWHERE)) return null;
  return url.href;
}

/** The candidates of a `srcset` with absolute addresses; empty when none is left. */
export function resolveSrcset(value: string | undefined, base: string | null): Candidate[] {
  return splitSrcset(value).flatMap((candidate) => {
    const url = resolveAddress(candidate.url, base);
    return url === null ? [] : [{ ...candidate, url }];
  });
}

/** The candidates of a `srcset` (HTML §4.8.4.2.1) as they are written. */
export function splitSrcset(value: string | undefined): Candidate[] {
  const candidates: Candidate[] = [];
  const text = value ?? "";
  const next = /[^\s,]\S*/g;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [written] = match;
    let length = written.length;
    while (written[length - 1] === ",") length -= 1;
    const url = written.slice(0, length);
    let stated: readonly string[] = [];
    if (url === written) {
      const comma = text.indexOf(",", next.lastIndex);
      const end = comma < 0 ? text.length : comma;
      stated = text.slice(next.lastIndex, end).trim().split(/\s+/);
      next.lastIndex = end;
    }
    const [descriptor = "", size = "1"] = /^([\d.]+)[wxh]$/.exec(stated[0] ?? "") ?? [];
    candidates.push({ url, descriptor, size: Number(size) });
  }
  return candidates;
}

/** One picture of a `srcset`. */
export interface Candidate {
  readonly url: string;
  /** `640w`, `2x`, or nothing. */
  readonly descriptor: string;
  readonly size: number;
}
