// Serving: the CPU of a request, next to a Worker that sends a constant buffer of the same size.

import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { listCases, type ServingCase } from "./cases.ts";
import { writeConstant } from "./constant.ts";
import { askOnce, type BenchRequest, driveLoad, type WireAnswer } from "./load.ts";
import { nginxVersion, startNginx } from "./nginx.ts";
import type { Effort, Part } from "./part.ts";
import { createProject } from "./project.ts";
import { startRendering } from "./rendering.ts";
import type { Server } from "./server.ts";
import { type Amount, describeServing, type Measured } from "./servingTables.ts";
import { listTopics } from "./topics.ts";
import { startWorkerd, type WorkerFolder } from "./workerd.ts";

/** Measures all cases. */
export async function measureServing({ full, tell }: Effort): Promise<Part> {
  const amount: Amount = full
    ? { articles: 2000, rounds: 7, requests: 12_000, warmup: 2000, connections: 8 }
    : { articles: 500, rounds: 5, requests: 800, warmup: 1200, connections: 8 };
  const topics = listTopics(20);
  const project = createProject({ articles: amount.articles, topics: topics.length });
  tell(`serving: compiling ${amount.articles} articles`);
  await project.compile();
  const built = await project.build();
  const whole = await startWorkerd(built);
  const feed = await askOnce(whole.port, { path: `/feeds/${topics[0]?.id}.json`, headers: {} });
  await whole.stop();
  const rendering = await startRendering(feed);
  const rows: { readonly one: ServingCase; readonly measured: Measured }[] = [];
  for (const one of listCases(topics, readArticlePath(feed))) {
    tell(`serving: ${one.name}`);
    rows.push({ one, measured: await measureCase(one, built, rendering, amount) });
  }
  await rendering.stop();
  return describeServing(rows, amount);
}

/**
 * One case: the servers in turn, the order reversed with every round. In every round both Workers are new and were asked
 * equally often: the runtime lets go of what was sent late and all at once, every few thousand requests, so that a short
 * series says more of when that falls than of what a request costs.
 */
async function measureCase(
  one: ServingCase,
  built: WorkerFolder,
  rendering: Server,
  amount: Amount,
): Promise<Measured> {
  const topicwire = await startWorkerd(built);
  const canonical = await Promise.all(one.requests.map((request) => canonize(topicwire, request)));
  const requests = one.conditional ? await makeConditional(topicwire, canonical) : canonical;
  const ask = (server: Server, count: number): Promise<void> =>
    driveLoad({ port: server.port, requests, count, connections: amount.connections });
  const measure = async (server: Server, count: number): Promise<number> => {
    const before = server.cpu();
    await ask(server, count);
    return (server.cpu() - before) / count;
  };
  const measureNew = async (folder: WorkerFolder): Promise<number> => {
    const server = await startWorkerd(folder);
    await ask(server, amount.warmup);
    // Of many addresses each takes long, and is as good as a series of its own.
    const cost = await measure(server, one.requests.length > 1 ? amount.requests / 4 : amount.requests);
    await server.stop();
    return cost;
  };
  // What is polled is compressed as a whole by then: its size is what all later answers have, and the constant one.
  await ask(topicwire, amount.warmup);
  const sample = await pickSample(topicwire, requests);
  await topicwire.stop();
  if (sample.status !== (one.conditional ? 304 : 200))
    throw new Error(`${requests[0]?.path} was answered with ${sample.status}.`);
  const constant = writeConstant(sample);
  const nginx = one.plain && nginxVersion() !== null ? await startNginx(sample) : null;
  // Rendering takes its time.
  const few = Math.ceil(amount.requests / 10);
  if (nginx !== null) await ask(nginx, amount.warmup);
  if (one.plain) await ask(rendering, few);
  const ours: Side = { costs: [], measure: () => measureNew(built) };
  const plain: Side = { costs: [], measure: () => measureNew(constant) };
  const file: Side | null = nginx && { costs: [], measure: () => measure(nginx, amount.requests) };
  const anew: Side | null = one.plain ? { costs: [], measure: () => measure(rendering, few) } : null;
  const sides = [ours, plain, file, anew].filter((side) => side !== null);
  for (let round = 0; round < amount.rounds; round++) {
    for (const { costs, measure } of round % 2 === 0 ? sides : [...sides].reverse())
      costs.push(await measure());
  }
  await nginx?.stop();
  return {
    topicwire: ours.costs,
    constant: plain.costs,
    rendering: anew?.costs ?? null,
    nginx: file?.costs ?? null,
    wire: sample.body.length,
    raw: lengthOf(sample),
  };
}

/** One of those that are compared: how it is measured once, in nanoseconds of CPU a request, and what came of it. */
interface Side {
  readonly costs: number[];
  readonly measure: () => Promise<number>;
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
