// Serving: the CPU of a request, next to a Worker that sends a constant buffer of the same size.

import { gunzipSync } from "node:zlib";
import { listCases, type ServingCase } from "./cases.ts";
import { startConstant } from "./constant.ts";
import { medianOf, medianRatio, spellBytes, spellNumber } from "./figures.ts";
import { askOnce, type BenchRequest, driveLoad, type WireAnswer } from "./load.ts";
import { nginxVersion, startNginx } from "./nginx.ts";
import type { Bar, Effort, Goal, Part } from "./part.ts";
import { createProject } from "./project.ts";
import { startRendering } from "./rendering.ts";
import type { Server } from "./server.ts";
import { listTopics } from "./topics.ts";
import { startWorkerd } from "./workerd.ts";

const connections = 8;

/** How much is asked. */
interface Amount {
  readonly articles: number;
  readonly rounds: number;
  readonly requests: number;
  readonly warmup: number;
}

/** What one case cost, of each server and round: nanoseconds of CPU a request. */
interface Measured {
  readonly topicwire: readonly number[];
  readonly constant: readonly number[];
  readonly rendering: readonly number[] | null;
  readonly nginx: readonly number[] | null;
  readonly wire: number;
  readonly raw: number;
}

/** Measures all cases. */
export async function measureServing({ full, tell }: Effort): Promise<Part> {
  const amount: Amount = full
    ? { articles: 2000, rounds: 7, requests: 2500, warmup: 4000 }
    : { articles: 500, rounds: 5, requests: 800, warmup: 1200 };
  const topics = listTopics(20);
  const project = createProject({ articles: amount.articles, topics: topics.length });
  tell(`serving: compiling ${amount.articles} articles`);
  await project.compile();
  const topicwire = await startWorkerd(await project.build());
  const feed = await askOnce(topicwire.port, { path: `/feeds/${topics[0]?.id}.json`, headers: {} });
  const rendering = await startRendering(feed);
  const rows: { readonly one: ServingCase; readonly measured: Measured }[] = [];
  const cases = listCases(topics, readArticlePath(feed));
  // The compiler of a young process is still busy: what is measured first would pay for it.
  const everything = cases.flatMap(({ requests }) => requests.slice(0, 1));
  await driveLoad({ port: topicwire.port, requests: everything, count: amount.warmup * 4, connections });
  for (const one of cases) {
    tell(`serving: ${one.name}`);
    rows.push({ one, measured: await measureCase(one, topicwire, rendering, amount) });
  }
  await Promise.all([topicwire.stop(), rendering.stop()]);
  return describeServing(rows, amount);
}

/** One case: the servers in turn, the order reversed with every round. */
async function measureCase(
  one: ServingCase,
  topicwire: Server,
  rendering: Server,
  amount: Amount,
): Promise<Measured> {
  const canonical = await Promise.all(one.requests.map((request) => canonize(topicwire, request)));
  const requests = one.conditional ? await makeConditional(topicwire, canonical) : canonical;
  const sample = await pickSample(topicwire, requests);
  if (sample.status !== (one.conditional ? 304 : 200))
    throw new Error(`${requests[0]?.path} was answered with ${sample.status}.`);
  const constant = await startConstant(sample);
  const nginx = one.plain && nginxVersion() !== null ? await startNginx(sample) : null;
  const sides: { readonly server: Server; readonly count: number; readonly costs: number[] }[] = [
    { server: topicwire, count: amount.requests, costs: [] },
    { server: constant, count: amount.requests, costs: [] },
    ...(nginx === null ? [] : [{ server: nginx, count: amount.requests, costs: [] }]),
    ...(one.plain ? [{ server: rendering, count: Math.ceil(amount.requests / 10), costs: [] }] : []),
  ];
  for (const { server, count } of sides)
    await driveLoad({ port: server.port, requests, count: Math.min(amount.warmup, count * 2), connections });
  for (let round = 0; round < amount.rounds; round++) {
    for (const side of round % 2 === 0 ? sides : [...sides].reverse()) {
      const before = side.server.cpu();
      await driveLoad({ port: side.server.port, requests, count: side.count, connections });
      side.costs.push((side.server.cpu() - before) / side.count);
    }
  }
  await Promise.all([constant.stop(), nginx?.stop()]);
  const costsOf = (server: Server | null): readonly number[] | null =>
    sides.find((side) => side.server === server)?.costs ?? null;
  const zipped = sample.headers["content-encoding"] === "gzip";
  return {
    topicwire: costsOf(topicwire) ?? [],
    constant: costsOf(constant) ?? [],
    rendering: costsOf(rendering),
    nginx: costsOf(nginx),
    wire: sample.body.length,
    raw: zipped ? gunzipSync(sample.body).length : sample.body.length,
  };
}

/** The one spelling of an address: a query in another is redirected to it. */
async function canonize(server: Server, request: BenchRequest): Promise<BenchRequest> {
  const { status, headers } = await askOnce(server.port, request);
  if (status !== 301) return request;
  const { pathname, search } = new URL(headers["location"] ?? "", "http://bench.example");
  return { ...request, path: decodeURI(pathname + search) };
}

async function makeConditional(server: Server, requests: readonly BenchRequest[]): Promise<BenchRequest[]> {
  const etag = async (request: BenchRequest): Promise<string> =>
    (await askOnce(server.port, request)).headers["etag"] ?? "";
  return Promise.all(
    requests.map(async (request) => ({
      path: request.path,
      headers: { ...request.headers, "If-None-Match": await etag(request) },
    })),
  );
}

/** The answer to the only request; of many, the one of middling size. */
async function pickSample(server: Server, requests: readonly BenchRequest[]): Promise<WireAnswer> {
  const few = requests.filter((_, place) => place % Math.ceil(requests.length / 21) === 0);
  const answers = await Promise.all(few.map((request) => askOnce(server.port, request)));
  const sample = answers.sort((a, b) => a.body.length - b.body.length)[answers.length >> 1];
  if (sample === undefined) throw new Error("There is nothing to ask.");
  return sample;
}

function readArticlePath(feed: WireAnswer): string {
  const { items } = JSON.parse(feed.body.toString()) as { items: readonly { readonly url: string }[] };
  return new URL(items[0]?.url ?? "").pathname;
}

function describeServing(
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
        about: `${amount.articles} articles, 20 topics, workerd alone. Ratios to a Worker that sends a constant buffer of the same size with the same headers, medians of ${amount.rounds} rounds of ${amount.requests} requests over ${connections} connections, interleaved. “rendering” is Hono with the package feed, which writes fifty entries on every request and leaves compressing them to others; nginx sends the same bytes from a file.`,
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
        about: "The body as it travels, next to the document it is.",
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
