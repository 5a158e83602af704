// Negotiation: a feed's address gives the feed, whatever Accept says; only a browser that shows it may get a page.

import type { Answer } from "../ask.ts";
import { decode } from "../coding.ts";
import { type Fault, type Finding, fault, foundAt, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";
import { varyOf } from "./compression.ts";

/** What readers really send. */
const accepts = [
  "text/html;q=1, application/xml;q=0.5, */*;q=0.1",
  "text/html, application/rss+xml, application/atom+xml, application/feed+json",
  "*/*",
];

/** Asks as odd readers and as a browser do. */
export async function checkNegotiation(ground: Ground, address: string, first: Answer): Promise<Finding[]> {
  const asked = await Promise.all(accepts.map((accept) => judgeAccept(ground, address, first, accept)));
  return foundAt(address, [
    asked.find((one) => one !== null) ?? null,
    await judgeBrowser(ground, address, first),
  ]);
}

async function judgeAccept(
  ground: Ground,
  address: string,
  first: Answer,
  accept: string,
): Promise<Fault | null> {
  const reply = await ground.visitor.ask(address, { "Accept-Encoding": "gzip", Accept: accept });
  if (isSilence(reply)) return { ...reply.why, what: `with Accept: ${accept}, ${reply.why.what}` };
  const type = reply.headers["content-type"];
  if (reply.status === first.status && type === first.headers["content-type"]) return null;
  return fault(
    "error",
    `with Accept: ${accept} it answers ${reply.status} and ${quote(type ?? "no type")}`,
    "Give a feed's address one type: many readers list text/html first",
  );
}

async function judgeBrowser(ground: Ground, address: string, first: Answer): Promise<Fault | null> {
  const reply = await ground.visitor.ask(address, {
    "Accept-Encoding": "gzip",
    Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
  });
  if (isSilence(reply)) return { ...reply.why, what: `to a browser, ${reply.why.what}` };
  if (reply.status !== 200) {
    return fault("warning", `it answers ${reply.status} to a browser`, "Send browsers the feed, or its page");
  }
  const type = reply.headers["content-type"] ?? "";
  if (type === first.headers["content-type"]) return null;
  if (!type.startsWith("text/html")) {
    return fault("warning", `a browser gets ${quote(type)}`, "Send browsers the feed, or its page");
  }
  if (typeof (await decode(reply)) === "string") {
    return fault("warning", "the page a browser gets cannot be decoded", "Compress it once, and say so");
  }
  // A cache that knows both has to keep them apart.
  return [reply, first].every((one) => varyOf(one).some((name) => name === "sec-fetch-dest" || name === "*"))
    ? null
    : fault(
        "error",
        "a browser gets a page, and Vary does not name Sec-Fetch-Dest: caches give it to readers",
        "Send Vary: Sec-Fetch-Dest with the page and with the feed",
      );
}
