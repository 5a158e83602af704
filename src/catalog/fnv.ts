// FNV-1a: a quick hash that is the same on every machine, for looking things up, not for keeping secrets.

/** The hash of a text's UTF-16 units (Fowler, Noll and Vo): 32 bits, without a sign. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
