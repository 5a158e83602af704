import { describe, expect, it } from "vitest";
import type { Part } from "../../bench/part.ts";
import { drawPlot } from "../../bench/plots.ts";
import { isMissed, writeMisses, writeResults } from "../../bench/results.ts";

const part: Part = {
  name: "serving",
  title: "Serving",
  tables: [{ title: "CPU", about: "Ratios.", columns: ["case", "topicwire"], rows: [["a|b", "1.05"]] }],
  goals: [
    { what: "CPU of a feed", value: 1.05, most: 1.1, unit: "" },
    { what: "memory", value: 400, most: 350, unit: "MiB" },
  ],
  plot: {
    kind: "bars",
    file: "cpu.svg",
    title: "CPU of a request",
    bars: [{ group: "feed", series: "topicwire", value: 1.05 }],
  },
};

describe("the results page", () => {
  const page = writeResults([
    { part, date: "2026-06-30T12:00:00Z", full: true, machine: [["CPU", "Example 9000, 2 cores"]] },
  ]);

  it("names the machine and the day", () => {
    expect(page).toContain("| CPU | Example 9000, 2 cores |");
    expect(page).toContain("All of it, 2026-06-30.");
  });

  it("has every table, and no cell breaks it", () => {
    expect(page).toContain("### CPU\n\nRatios.\n\n| case | topicwire |\n| --- | --: |\n| a\\|b | 1.05 |\n");
  });

  it("shows the plot", () => {
    expect(page).toContain("![CPU of a request](cpu.svg)");
  });

  it("lists what missed its goal, and nothing else", () => {
    expect(page).toContain("Missed, of 2 goals:\n\n- memory: 400 MiB, the goal is 350 MiB\n");
  });

  it("says so when nothing missed its goal", () => {
    expect(writeMisses(part.goals.slice(0, 1))).toBe("Nothing missed its goal (1 goal).\n");
  });

  it("counts what could not be measured as missed", () => {
    const unknown = { what: "start", value: Number.NaN, most: 20, unit: "ms" };
    expect(isMissed(unknown)).toBe(true);
    expect(writeMisses([unknown])).toContain("start: not measured, the goal is 20.0 ms");
  });
});

describe("a plot", () => {
  it("is an SVG that says what it shows and brings its own ground, light or dark", () => {
    const svg = part.plot === null ? "" : drawPlot(part.plot);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('aria-label="CPU of a request"');
    expect(svg).toContain("prefers-color-scheme: dark");
    expect(svg).toContain(">1.05</text>");
  });

  it("draws growth as lines from where each began", () => {
    const points = [1000, 10_000].map((x) => ({ series: "seconds", x, y: x / 500 }));
    const svg = drawPlot({ kind: "lines", file: "growth.svg", title: "Growth", points });
    expect(svg).toContain("seconds: 2.00 → 20.0");
  });
});
