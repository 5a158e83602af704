// Plots: dots and lines as SVG that can be read on light pages and on dark ones.

import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { spellNumber } from "./figures.ts";
import type { Bar, Plot as Drawing, Point } from "./part.ts";

/** Told apart by people who see fewer colours too (after Okabe and Ito), on white and on near black. */
const colours = ["#1f83c4", "#d0622b", "#2c9c74", "#a37a12"];
const width = 760;
const headHeight = 40;
const lineHeight = 20;

/** The page may be dark: the drawing brings its ground along, and both follow what the reader prefers. */
const style = `svg { color: #24292f; font: 12px system-ui, sans-serif }
.ground { fill: #ffffff; stroke: #d0d7de }
@media (prefers-color-scheme: dark) { svg { color: #e6edf3 } .ground { fill: #161b22; stroke: #3d444d } }`;

/** The drawing as an SVG file. */
export function drawPlot(drawing: Drawing): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const items = drawing.kind === "bars" ? drawing.bars : drawing.points;
  const series = [...new Set(items.map((item) => item.series))];
  const legend = drawing.kind === "bars" ? series : series.map((name) => spellGrowth(name, drawing.points));
  const options = drawing.kind === "bars" ? drawDots(drawing.bars) : drawLines(drawing.points);
  const plot = Plot.plot({
    ...options,
    document: document as never,
    width,
    marginBottom: 44,
    color: { type: "ordinal", domain: series, range: colours },
  }) as unknown as { readonly outerHTML: string; readonly getAttribute: (name: string) => string | null };
  const top = headHeight + legend.length * lineHeight;
  const height = Number(plot.getAttribute("height")) + top;
  const inner = plot.outerHTML
    .replace("<svg ", `<svg x="0" y="${top}" `)
    .replace(/<style>[\s\S]*?<\/style>/, "");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${drawing.title}">
<style>${style}</style>
<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
<text x="16" y="26" fill="currentColor" font-size="15" font-weight="600">${drawing.title}</text>
${legend.map(drawLegendLine).join("\n")}
${inner}
</svg>
`;
}

function drawLegendLine(text: string, place: number): string {
  const y = headHeight + place * lineHeight + 4;
  return `<circle cx="22" cy="${y}" r="5" fill="${colours[place]}"/><text x="34" y="${y + 4}" fill="currentColor">${text}</text>`;
}

/** A row a case, its place on a logarithmic axis: twice as much is as far away everywhere. */
function drawDots(bars: readonly Bar[]): Plot.PlotOptions {
  const groups = [...new Set(bars.map(({ group }) => group))];
  return {
    height: groups.length * 26 + 80,
    marginLeft: 190,
    marginRight: 30,
    x: {
      type: "log",
      domain: [0.15, 40],
      label: "CPU a request, as a ratio to the constant Worker →",
      tickFormat: String,
      ticks: [0.2, 0.5, 1, 2, 5, 10, 20, 40],
    },
    y: { domain: groups, label: null },
    marks: [
      Plot.gridY({ stroke: "currentColor", strokeOpacity: 0.12 }),
      Plot.ruleX([1], { stroke: "currentColor", strokeOpacity: 0.6 }),
      Plot.dot(bars, { x: "value", y: "group", fill: "series", r: 5 }),
      Plot.text(bars, {
        x: "value",
        y: "group",
        text: ({ value }: Bar) => spellNumber(value),
        textAnchor: "start",
        dx: 9,
        fill: "currentColor",
      }),
    ],
  };
}

/** The first and the last figure of a line. */
function spellGrowth(series: string, points: readonly Point[]): string {
  const figures = points.filter((point) => point.series === series);
  const [first, last] = [figures[0], figures.at(-1)];
  return first === undefined || last === undefined
    ? series
    : `${series}: ${spellNumber(first.y)} → ${spellNumber(last.y)}`;
}

/** Every line begins at 1; both axes are logarithmic: what grows as the articles do runs along the dashed line. */
function drawLines(points: readonly Point[]): Plot.PlotOptions {
  const counts = [...new Set(points.map(({ x }) => x))];
  const firsts = new Map(points.toReversed().map(({ series, y }) => [series, y]));
  const relative = points.map((point) => ({ ...point, y: point.y / (firsts.get(point.series) ?? 1) }));
  const least = Math.min(...counts);
  return {
    height: 340,
    marginLeft: 60,
    marginRight: 50,
    grid: true,
    x: {
      type: "log",
      label: "articles →",
      ticks: counts,
      tickFormat: (count: number) => count.toLocaleString("en"),
    },
    y: {
      type: "log",
      label: "↑ times as much as with the fewest",
      ticks: 5,
      tickFormat: (value: number) => spellNumber(value),
    },
    marks: [
      Plot.line(
        counts.map((x) => ({ x, y: x / least })),
        {
          x: "x",
          y: "y",
          stroke: "currentColor",
          strokeOpacity: 0.5,
          strokeDasharray: "4 4",
        },
      ),
      Plot.lineY(relative, { x: "x", y: "y", stroke: "series", strokeWidth: 2 }),
      Plot.dot(relative, { x: "x", y: "y", fill: "series", r: 4 }),
    ],
  };
}
