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
    ? { articles: 2000, rounds: 15, requests: 1200, warmup: 4000, connections: 8 }
    : { articles: 500, rounds: 5, requests: 800, warmup: 1200, connections: 8 };
  const topics = listTopics(20);
  const project = createProject({ articles: amount.articles, topics: topics.length });
  tell(`serving: compiling ${amount.articles} articles`);
  await project.compile();
  const topicwire = await startWorkerd(await project.build());
  const feed = await askOnce(topicwire.port, { path: `/feeds/${topics[0]?.id}.json`, headers: {} });
  const rendering = await startRendering(feed);
  const cases = listCases(topics, readArticlePath(feed));
  // The compiler of a young process is still busy: what is measured first would pay for it.
  const everything = cases.flatMap(({ requests }) => requests.slice(0, 1));
  await driveLoad({
    port: topicwire.port,
    requests: everything,
    count: amount.warmup * 4,
    connections: amount.connections,
  });
  const trials: Trial[] = [];
  for (const one of cases) {
    tell(`serving: warming up for ${one.name}`);
    trials.push(await prepareTrial(one, topicwire, rendering, amount));
  }
  // All cases in every round: a time at which the machine is busy, or a compiler, is shared among them.
  for (let round = 0; round < amount.rounds; round++) {
    tell(`serving: round ${round + 1} of ${amount.rounds}`);
    for (const trial of trials) await runRound(trial, round, amount);
  }
  await Promise.all(trials.map(({ stop }) => stop()));
  await Promise.all([topicwire.stop(), rendering.stop()]);
  return describeServing(
    trials.map(({ one, measured }) => ({ one, measured })),
    amount,
  );
}

/** A server, how often it is asked in a round, and what each round cost: nanoseconds of CPU a request. */
interface Side {
  readonly server: Server;
  readonly count: number;
  readonly costs: number[];
}

/** One case, ready to be measured. */
interface Trial {
  readonly one: ServingCase;
  readonly requests: readonly BenchRequest[];
  readonly sides: readonly Side[];
  /** Filled as rounds go by. */
  readonly measured: Measured;
  readonly stop: () => Promise<unknown>;
}

async function prepareTrial(
  one: ServingCase,
  topicwire: Server,
  rendering: Server,
  amount: Amount,
): Promise<Trial> {
  const canonical = await Promise.all(one.requests.map((request) => canonize(topicwire, request)));
  const requests = one.conditional ? await makeConditional(topicwire, canonical) : canonical;
  const warmUp = (server: Server, count: number): Promise<void> =>
    driveLoad({
      port: server.port,
      requests,
      count: Math.min(amount.warmup, count * 4),
      connections: amount.connections,
    });
  // What is polled is compressed as a whole by then: its size is what all later answers have, and the constant one.
  await warmUp(topicwire, amount.requests);
  const sample = await pickSample(topicwire, requests);
  if (sample.status !== (one.conditional ? 304 : 200))
    throw new Error(`${requests[0]?.path} was answered with ${sample.status}.`);
  const sideOf = (server: Server, count = amount.requests): Side => ({ server, count, costs: [] });
  const ours = sideOf(topicwire);
  const constant = sideOf(await startConstant(sample));
  const nginx = one.plain && nginxVersion() !== null ? sideOf(await startNginx(sample)) : null;
  const theirs = one.plain ? sideOf(rendering, Math.ceil(amount.requests / 10)) : null;
  const others = [constant, nginx, theirs].filter((side) => side !== null);
  for (const { server, count } of others) await warmUp(server, count);
  return {
    one,
    requests,
    sides: [ours, ...others],
    measured: {
      topicwire: ours.costs,
      constant: constant.costs,
      rendering: theirs?.costs ?? null,
      nginx: nginx?.costs ?? null,
      wire: sample.body.length,
      raw: lengthOf(sample),
    },
    stop: () => Promise.all([constant.server.stop(), nginx?.server.stop()]),
  };
}

/** The servers in turn, the order reversed with every round. */
async function runRound({ requests, sides }: Trial, round: number, amount: Amount): Promise<void> {
  for (const { server, count, costs } of round % 2 === 0 ? sides : [...sides].reverse()) {
    const before = server.cpu();
    await driveLoad({ port: server.port, requests, count, connections: amount.connections });
    costs.push((server.cpu() - before) / count);
  }
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
