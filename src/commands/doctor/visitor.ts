// The visitor: asks politely, a few questions at a time, follows redirects, and remembers what it has read.

import { type Answer, ask, type Method, type Reply } from "./ask.ts";
import { decode } from "./coding.ts";
import { isSilence, type Silence, silence, silenceInCircles } from "./silence.ts";

/** A document that was read. */
export interface Visit {
  /** Where it was in the end. */
  readonly address: string;
  readonly hops: readonly Hop[];
  readonly answer: Answer;
  /** Decoded. */
  readonly bytes: Buffer;
}

/** One redirect. */
export interface Hop {
  readonly status: number;
  readonly to: string;
}

export interface Visitor {
  /** Asks once. */
  readonly ask: (
    address: string,
    headers?: Readonly<Record<string, string>>,
    method?: Method,
  ) => Promise<Reply>;
  /** Reads a document, with gzip, following redirects; each address once. The answer may have any status. */
  readonly read: (address: string) => Promise<Visit | Silence>;
  /** How many questions it has asked. */
  readonly asked: () => number;
}

/** So many questions are under way at most. */
const atATime = 4;
const mostHops = 5;
/** A server that says when to come again (RFC 9110 §10.2.3) is waited for, but not for ever. */
const longestWait = 10;

/** `here` says where an address is really asked for: a site may bear another name than the host it is looked at on. */
export function createVisitor(patience: number, here: (address: string) => string): Visitor {
  const known = new Map<string, Promise<Visit | Silence>>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let asked = 0;

  async function take<T>(work: () => Promise<T>): Promise<T> {
    if (busy >= atATime) await new Promise<void>((go) => waiting.push(go));
    else busy += 1;
    try {
      return await work();
    } finally {
      // A turn is handed on, or given back.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  }

  const askOnce: Visitor["ask"] = (address, headers = {}, method = "GET") =>
    take(async () => {
      const question = { address: here(address), headers, method };
      asked += 1;
      const reply = await ask(question, patience);
      const seconds = waitOf(reply);
      if (seconds === null) return reply;
      await new Promise((go) => setTimeout(go, seconds * 1000));
      asked += 1;
      return ask(question, patience);
    });

  const read = async (address: string): Promise<Visit | Silence> => {
    const hops: Hop[] = [];
    let at = here(address);
    while (hops.length <= mostHops) {
      const reply = await askOnce(at, { "Accept-Encoding": "gzip" });
      if (isSilence(reply)) return reply;
      const to = reply.headers["location"];
      if (reply.status < 300 || reply.status > 399 || to === undefined) {
        const bytes = await decode(reply);
        if (typeof bytes !== "string") return { address: at, hops, answer: reply, bytes };
        return silence(bytes, "Compress what is sent plain with what Content-Encoding names, once");
      }
      if (!/^https?:$/.test(URL.canParse(to, at) ? new URL(to, at).protocol : "")) {
        return silence(
          `it redirects to ${JSON.stringify(to)}, which is no web address`,
          "Correct its Location",
        );
      }
      at = here(new URL(to, at).href);
      hops.push({ status: reply.status, to: at });
    }
    return silenceInCircles([here(address), ...hops.map(({ to }) => to)]);
  };

  return {
    ask: askOnce,
    read: (address) => {
      const [place = ""] = here(address).split("#");
      const visit = known.get(place) ?? read(place);
      known.set(place, visit);
      return visit;
    },
    asked: () => asked,
  };
}

/** For how many seconds a server asks to be left alone; null where it does not, or for too long. */
function waitOf(reply: Reply): number | null {
  if (isSilence(reply) || (reply.status !== 429 && reply.status !== 503)) return null;
  const seconds = Number(reply.headers["retry-after"] ?? Number.NaN);
  return seconds >= 0 && seconds <= longestWait ? seconds : null;
}
