// Arrival: what is to be added, before anything is known of it but its bytes.

/** A file on its way into the seeds folder. */
export interface Arrival {
  /** As it was asked for: a path, an address, or "standard input". */
  readonly asked: string;
  /** The name it comes with; null where one is made of what is understood of it. */
  readonly name: string | null;
  /** How its name ends, with the dot: `.html`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched from in the end; null for a file. */
  readonly address: string | null;
  /** Where the files that it names lie; null where there are none. */
  readonly folder: string | null;
  /** A folder that it gets for itself and what comes along; empty for none. */
  readonly ownFolder: string;
  /** Files that come along whatever it names, by their paths from its own folder: what a browser saved with it. */
  readonly companions: readonly string[];
  /** Text of the file of corrections that came with it. */
  readonly meta: string | null;
  /** What was odd on the way, to be told when it is added. */
  readonly notes: readonly Advice[];
}

/** Something the publisher should know, and what to do about it: sentences without their full stops. */
export interface Advice {
  readonly what: string;
  readonly fix: string;
}

/** Why something cannot be added. */
export interface Refusal extends Advice {
  readonly refused: true;
}

/** Makes a refusal of a sentence that says why and one that says what to do, both without their full stops. */
export function refuse(what: string, fix: string): Refusal {
  return { refused: true, what, fix };
}

/** Tells a refusal from a result. */
export function isRefusal<T extends object>(result: T | Refusal): result is Refusal {
  return "refused" in result;
}

/** A file that is too large to be read. */
export function refuseSize(limit: number): Refusal {
  const what = `it has more than the ${limit / 1024 / 1024} MB that a file may have`;
  return refuse(what, "Save the article alone, without embedded pictures, and add that file");
}
