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

/** The candidates of a `srcset` (HTML §4.8.4.2.1) with absolute addresses; empty when none is left. */
export function resolveSrcset(value: string | undefined, base: string | null): Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of (value ?? "").matchAll(
    /\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)([wxh]))?\s*(?:,|$)/g,
  )) {
    const url = resolveAddress(match[1], base);
    if (url === null) continue;
    const descriptor = match[2] === undefined ? "" : `${match[2]}${match[3]}`;
    candidates.push({ url, descriptor, size: Number(match[2] ?? 1) });
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
