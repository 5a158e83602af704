// What serving cost, as tables, goals and a plot.

import type { ServingCase } from "./cases.ts";
import { medianOf, medianRatio, spellBytes, spellNumber } from "./figures.ts";
import type { Bar, Goal, Part } from "./part.ts";

/** How much is asked. */
export interface Amount {
  readonly articles: number;
  readonly rounds: number;
  readonly requests: number;
  readonly warmup: number;
  readonly connections: number;
}

/** What one case cost, of each server and round: nanoseconds of CPU a request. */
export interface Measured {
  readonly topicwire: readonly number[];
  readonly constant: readonly number[];
  readonly rendering: readonly number[] | null;
  readonly nginx: readonly number[] | null;
  /** Bytes of the body as it travels, and of the document it is. */
  readonly wire: number;
  readonly raw: number;
}

const polled =
  "Combinations, searches and archive pages are measured once polled, when each has been compressed as a whole behind its second answer; what was never asked before is sent as it was joined.";

/** The part's outcome. */
export function describeServing(
  rows: readonly { readonly one: ServingCase; readonly measured: Measured }[],
  amount: Amount,
): Part {
  const ratio = (ours: readonly number[] | null, constant: readonly number[]): number =>
    ours === null ? Number.NaN : medianRatio(ours, constant);
  const goals = rows.flatMap(({ one, measured }): Goal[] => [
    ...(one.most === null
      ? []
      : [
          {
            what: `CPU of ${one.name}`,
            value: ratio(measured.topicwire, measured.constant),
            most: one.most,
            unit: "",
          },
        ]),
    ...(one.mostWire === null
      ? []
      : [
          { what: `bytes of ${one.name}`, value: measured.wire / measured.raw, most: one.mostWire, unit: "" },
        ]),
  ]);
  const bars = rows.flatMap(({ one, measured }): Bar[] =>
    (["topicwire", "nginx", "rendering"] as const)
      .map((series) => ({ group: one.name, series, value: ratio(measured[series], measured.constant) }))
      .filter(({ value }) => Number.isFinite(value)),
  );
  return {
    name: "serving",
    title: "Serving",
    tables: [
      {
        title: "CPU of a request",
        about: `${amount.articles} articles, 20 topics, workerd alone. Ratios to a Worker that sends a constant buffer of the same size with the same headers, medians of ${amount.rounds} rounds of ${amount.requests} requests (a quarter of them where many addresses are asked for) over ${amount.connections} connections, interleaved; both are new in every round and were asked equally often before, since the runtime lets go of what it sent late and all at once. “rendering” is Hono with the package feed, which writes fifty entries on every request and leaves compressing them to others; nginx sends the same bytes from a file. ${polled}`,
        columns: ["case", "topicwire", "goal", "nginx", "rendering", "µs a request", "µs constant"],
        rows: rows.map(({ one, measured }) => [
          one.name,
          spellNumber(ratio(measured.topicwire, measured.constant)),
          one.most === null ? "" : `≤ ${one.most}`,
          spellNumber(ratio(measured.nginx, measured.constant)),
          spellNumber(ratio(measured.rendering, measured.constant)),
          spellNumber(medianOf(measured.topicwire) / 1000),
          spellNumber(medianOf(measured.constant) / 1000),
        ]),
      },
      {
        title: "Bytes of an answer",
        about: `The body as it travels, next to the document it is. ${polled}`,
        columns: ["case", "on the wire", "document", "ratio", "goal"],
        rows: rows
          .filter(({ measured }) => measured.raw > 0)
          .map(({ one, measured }) => [
            one.name,
            spellBytes(measured.wire),
            spellBytes(measured.raw),
            spellNumber(measured.wire / measured.raw),
            one.mostWire === null ? "" : `≤ ${one.mostWire}`,
          ]),
      },
    ],
    goals,
    plot: { kind: "bars", file: "cpu.svg", title: "CPU of a request, constant buffer = 1", bars },
  };
}
