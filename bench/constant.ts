// ConstantWorker: the least a Worker can do. It sends one buffer, with the headers and of the size it is given.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WireAnswer } from "./load.ts";
import { makeScratch } from "./scratch.ts";
import type { Server } from "./server.ts";
import { startWorkerd, type WorkerFolder } from "./workerd.ts";

/** What belongs to the connection and not to the answer. */
const ofConnection = new Set(["transfer-encoding", "connection", "keep-alive", "date"]);

/** Writes a Worker that always gives this very answer. */
export function writeConstant({ status, headers, body }: WireAnswer): WorkerFolder {
  const worker = makeScratch("constant");
  const kept = Object.entries(headers).filter(([name]) => !ofConnection.has(name));
  const encoded = headers["content-encoding"] === undefined ? "" : ', encodeBody: "manual"';
  const content = body.length === 0 ? "null" : "body";
  writeFileSync(join(worker, "body.bin"), body);
  writeFileSync(
    join(worker, "worker.js"),
    `import body from "./body.bin";
const headers = ${JSON.stringify(Object.fromEntries(kept))};
export default { fetch: () => new Response(${content}, { status: ${status}, headers${encoded} }) };
`,
  );
  return { worker, assets: null };
}

/** Starts a Worker that is as good as none: what starting the runtime costs. */
export function startEmpty(): Promise<Server> {
  return startWorkerd(writeConstant({ status: 200, headers: {}, body: Buffer.from("empty") }));
}
