// Paths: where an address leads that a seed writes for what lies beside it.

/** How Pelican says that an address is one of its own files. */
const PELICAN = /^(?:\{|%7B|\|)(?:static|attach|filename)(?:\}|%7D|\|)/i;

/** The address without the sign of a generator that it is one of its files. */
export function plainAddress(address: string): string {
  return address.replace(PELICAN, "");
}

/** What percent signs stand for in a part of an address; with wrong ones it is left as it is. */
export function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A relative path from a folder, in NFC, or with a leading slash from the top; null when it leads out. */
export function follow(folder: readonly string[], path: string): string | null {
  const steps = path.replaceAll("\\", "/");
  const place = steps.startsWith("/") ? [] : [...folder];
  for (const step of steps.split("/")) {
    if (step === "..") {
      if (place.pop() === undefined) return null;
    } else if (step !== "" && step !== ".") place.push(step.normalize("NFC"));
  }
  return place.join("/");
}
