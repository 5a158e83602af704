// Serving: the CPU of a request, next to a Worker that sends a constant buffer of the same size.

import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { listCases, type ServingCase } from "./cases.ts";
import { startConstant } from "./constant.ts";
import { askOnce, type BenchRequest, driveLoad, type WireAnswer } from "./load.ts";
import { nginxVersion, startNginx } from "./nginx.ts";
import type { Effort, Part } from "./part.ts";
import { createProject } from "./project.ts";
import { startRendering } from "./rendering.ts";
import type { Server } from "./server.ts";
import { type Amount, describeServing, type Measured } from "./servingTables.ts";
import { listTopics } from "./topics.ts";
import { startWorkerd } from "./workerd.ts";

/** Measures all cases. */
export async function measureServing({ full, tell }: Effort): Promise<Part> {
  const amount: Amount = full
    ? { articles: 2000, rounds: 7, requests: 2500, warmup: 4000, connections: 8 }
    : { articles: 500, rounds: 5, requests: 800, warmup: 1200, connections: 8 };
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
  await driveLoad({
    port: topicwire.port,
    requests: everything,
    count: amount.warmup * 4,
    connections: amount.connections,
  });
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
  const warmUp = (server: Server, count: number): Promise<void> =>
    driveLoad({
      port: server.port,
      requests,
      count: Math.min(amount.warmup, count * 2),
      connections: amount.connections,
    });
  // What is polled is compressed as a whole by then: its size is what all later answers have, and the constant one.
  await warmUp(topicwire, amount.requests);
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
  for (const { server, count } of sides) if (server !== topicwire) await warmUp(server, count);
  for (let round = 0; round < amount.rounds; round++) {
    for (const side of round % 2 === 0 ? sides : [...sides].reverse()) {
      const before = side.server.cpu();
      await driveLoad({
        port: side.server.port,
        requests,
        count: side.count,
        connections: amount.connections,
      });
      side.costs.push((side.server.cpu() - before) / side.count);
    }
  }
  await Promise.all([constant.stop(), nginx?.stop()]);
  const costsOf = (server: Server | null): readonly number[] | null =>
    sides.find((side) => side.server === server)?.costs ?? null;
  return {
    topicwire: costsOf(topicwire) ?? [],
    constant: costsOf(constant) ?? [],
    rendering: costsOf(rendering),
    nginx: costsOf(nginx),
    wire: sample.body.length,
    raw: lengthOf(sample),
  };
}

/** Bytes of an answer's document, however it travels. */
function lengthOf({ headers, body }: WireAnswer): number {
  const coding = headers["content-encoding"];
  if (coding === "gzip") return gunzipSync(body).length;
  return coding === "br" ? brotliDecompressSync(body).length : body.length;
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
