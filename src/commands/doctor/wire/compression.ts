// Plain, with gzip, with Brotli: the same document, whatever it travels in.

import type { Answer, Reply } from "../ask.ts";
import { codingsOf, decode } from "../coding.ts";
import { type Fault, type Finding, fault, foundAt } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";

/** The answers to the same question in every coding. */
export interface Editions {
  readonly plain: Answer;
  readonly gzip: Reply;
  readonly br: Reply;
}

/** Below this, compressing is not worth a word. */
const smallBytes = 2000;

/** Asks for a document as readers do that take gzip, and as those that take Brotli. */
export async function askEditions(ground: Ground, address: string, plain: Answer): Promise<Editions> {
  const askIn = (coding: string): Promise<Reply> =>
    ground.visitor.ask(address, { "Accept-Encoding": coding });
  const [gzip, br] = await Promise.all([askIn("gzip"), askIn("br")]);
  return { plain, gzip, br };
}

/** What is wrong with them. */
export async function checkCompression(
  ground: Ground,
  address: string,
  editions: Editions,
): Promise<Finding[]> {
  const { plain, gzip, br } = editions;
  const whole = await decode(plain);
  const faults: (Fault | null)[] = [];
  if (codingsOf(plain).length > 0) {
    faults.push(
      fault(
        "warning",
        `it comes as ${codingsOf(plain).join(", ")} to readers that did not ask for it`,
        "Send it plain where Accept-Encoding is not sent",
      ),
    );
  }
  for (const [coding, reply] of [["gzip", gzip] as const, ["br", br] as const]) {
    faults.push(await judge(ground, address, { coding, reply, plain, whole }));
  }
  const isCompressed = [gzip, br].some((reply) => !isSilence(reply) && codingsOf(reply).length > 0);
  if (isCompressed) {
    faults.push(judgeVary([plain, gzip, br]));
  } else if (plain.body.length > smallBytes && !faults.some((one) => one !== null)) {
    faults.push(
      fault(
        ground.promised,
        "it is never compressed",
        "Compress it with gzip and Brotli: a quarter of the bytes",
      ),
    );
  }
  return foundAt(address, faults);
}

interface Case {
  readonly coding: "gzip" | "br";
  readonly reply: Reply;
  readonly plain: Answer;
  readonly whole: Buffer | string;
}

async function judge(ground: Ground, address: string, one: Case): Promise<Fault | null> {
  const { coding, reply, plain, whole } = one;
  if (isSilence(reply)) return { ...reply.why, what: `with Accept-Encoding: ${coding}, ${reply.why.what}` };
  if (reply.status !== plain.status) {
    return fault(
      "error",
      `with Accept-Encoding: ${coding} it answers ${reply.status}, without ${plain.status}`,
      "Answer alike, whatever coding is asked for",
    );
  }
  const foreign = codingsOf(reply).filter((name) => name.replace("x-", "") !== coding);
  if (foreign.length > 0) {
    return fault(
      "error",
      `it comes as ${foreign.join(", ")} to readers that take ${coding} only`,
      "Choose the coding by Accept-Encoding",
    );
  }
  const bytes = await decode(reply);
  if (typeof bytes === "string") {
    return fault("error", `with Accept-Encoding: ${coding}, ${bytes}`, "Compress once, and say so");
  }
  if (typeof whole === "string" || bytes.equals(whole)) return null;
  const again = await ground.visitor.ask(address);
  const bytesAgain = isSilence(again) ? null : await decode(again);
  if (bytesAgain !== null && typeof bytesAgain !== "string" && !bytesAgain.equals(whole)) {
    return fault(
      "warning",
      "it is another document each time it is asked for",
      "Leave out what depends on the moment of asking: readers take it for news",
    );
  }
  return fault(
    "error",
    `with ${coding} it is another document than without`,
    "Compress the document that is sent plain; clear caches that keep an old one",
  );
}

function judgeVary(replies: readonly Reply[]): Fault | null {
  const names = replies.flatMap((reply) => (isSilence(reply) ? [] : [varyOf(reply)]));
  if (names.every((list) => list.includes("accept-encoding") || list.includes("*"))) return null;
  return fault(
    "warning",
    "it is compressed for some, and its Vary does not name Accept-Encoding",
    "Send Vary: Accept-Encoding, or caches hand compressed bytes to readers that take none",
  );
}

/** What an answer says it depends on, in lower case. */
export function varyOf({ headers }: Answer): string[] {
  return (headers["vary"] ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
}
