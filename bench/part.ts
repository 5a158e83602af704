// Part: what one part of the benchmark found out: tables, goals and a plot.

/** A table for people. */
export interface Table {
  readonly title: string;
  /** What was compared, and how to read it. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure that should not be larger than it is allowed to be. */
export interface Goal {
  readonly what: string;
  /** NaN where it could not be measured. */
  readonly value: number;
  readonly most: number;
  /** What both are counted in; nothing for ratios. */
  readonly unit: string;
}

/** A part's outcome; plain data, so that it can be kept until the next run. */
export interface Part {
  readonly name: PartName;
  readonly title: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  readonly plot: Plot | null;
}

/** What is drawn: bars (ratios) or lines (growth, both axes logarithmic). */
export type Plot =
  | { readonly kind: "bars"; readonly file: string; readonly title: string; readonly bars: readonly Bar[] }
  | {
      readonly kind: "lines";
      readonly file: string;
      readonly title: string;
      readonly points: readonly Point[];
    };

/** One bar: a case, whose it is, and how it compares. */
export interface Bar {
  readonly group: string;
  readonly series: string;
  readonly value: number;
}

/** One point of a line. */
export interface Point {
  readonly series: string;
  readonly x: number;
  readonly y: number;
}

/** The parts, in the order they are run. */
export const partNames = ["serving", "compile", "start", "growth"] as const;
export type PartName = (typeof partNames)[number];

/** How much is measured. */
export interface Effort {
  readonly full: boolean;
  /** Told to whoever waits. */
  readonly tell: (sentence: string) => void;
}
