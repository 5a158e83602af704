// Finding: one thing that is wrong with a site, or worth knowing, and what to do about it.

/** `error`: readers get something wrong, or nothing. `warning`: some do, or all pay for it. `note`: good to know. */
export type Level = "error" | "warning" | "note";

/** The worst first. */
export const levels: readonly Level[] = ["error", "warning", "note"];

export interface Finding {
  readonly level: Level;
  /** Where it was found. */
  readonly address: string;
  readonly what: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A finding without its address: what was found, to be told of the place where it was. */
export type Fault = Omit<Finding, "address">;

/** What was found, and what to do about it: sentences without their full stops. */
export function fault(level: Level, what: string, fix: string): Fault {
  return { level, what, fix };
}

/** Tells faults of an address. */
export function foundAt(address: string, faults: readonly (Fault | null)[]): Finding[] {
  return faults.flatMap((one) => (one === null ? [] : [{ ...one, address }]));
}

/** A part of a server's words, short enough for a line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return JSON.stringify(line.length > 80 ? `${line.slice(0, 80)}…` : line);
}

/** An error in one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
