// One question over the wire. node:http decodes nothing and adds no header, so what travels is seen.

import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { request as requestSecurely, Agent as SecureAgent } from "node:https";
import { type Silence, silenceAfter, silenceBeyond, silenceOf } from "./silence.ts";

export type Method = "GET" | "HEAD" | "OPTIONS";

export interface Question {
  readonly address: string;
  readonly method?: Method;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came, as it travelled. */
export interface Answer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Milliseconds until all of it was there. */
  readonly ms: number;
}

export type Reply = Answer | Silence;

/** More bytes than any reader takes. */
const mostBytes = 20_000_000;

const usual = {
  "User-Agent": "topicwire-doctor (looks whether a site's feeds are well)",
  Accept:
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8",
};

const agents = { http: new Agent({ keepAlive: true }), https: new SecureAgent({ keepAlive: true }) };

/** Asks, and waits so many milliseconds. It never throws; redirects are answers. */
export async function ask(question: Question, patience: number): Promise<Reply> {
  const { reply, stale } = await askOnce(question, patience);
  // A connection kept open may be closed by the server just when it is used again.
  return stale ? (await askOnce(question, patience)).reply : reply;
}

interface Outcome {
  readonly reply: Reply;
  readonly stale: boolean;
}

function askOnce({ address, method = "GET", headers = {} }: Question, patience: number): Promise<Outcome> {
  return new Promise((done) => {
    const started = performance.now();
    let asked: ClientRequest | null = null;
    let began = false;
    const finish = (reply: Reply, stale = false): void => {
      stopWaiting();
      done({ reply, stale });
      if ("silent" in reply) asked?.destroy();
    };
    const stopWaiting = wait(patience, () => finish(silenceAfter(patience, began)));
    const fail = (error: Error): void => finish(silenceOf(error), !began && asked?.reusedSocket === true);
    try {
      const secure = address.startsWith("https:");
      const options = {
        method,
        headers: { ...usual, ...headers },
        agent: secure ? agents.https : agents.http,
      };
      asked = (secure ? requestSecurely : request)(address, options);
    } catch (error) {
      finish(silenceOf(error));
      return;
    }
    asked.on("error", fail);
    asked.on("response", (response) => {
      began = true;
      collect(response, fail, (body) => {
        if (body === null) finish(silenceBeyond(mostBytes));
        else finish(answerOf(response, body, performance.now() - started));
      });
    });
    asked.end();
  });
}

/**
 * Calls back after so many milliseconds this process was awake for, and returns what ends the wait. A machine that
 * slept or stood still finds its timers due before what has come meanwhile: no server is blamed for that.
 */
function wait(milliseconds: number, tell: () => void): () => void {
  const step = milliseconds / 16;
  let left = milliseconds;
  let timer = setTimeout(tick, step);
  function tick(): void {
    left -= step;
    if (left <= 0) tell();
    else timer = setTimeout(tick, step);
  }
  return () => clearTimeout(timer);
}

function collect(
  response: IncomingMessage,
  fail: (error: Error) => void,
  tell: (body: Buffer | null) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("error", fail);
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else tell(null);
  });
  response.on("end", () => tell(Buffer.concat(chunks)));
}

function answerOf(response: IncomingMessage, body: Buffer, ms: number): Answer {
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return { status: response.statusCode ?? 0, headers: Object.fromEntries(headers), body, ms: Math.round(ms) };
}
