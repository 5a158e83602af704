// A web server on this machine, for commands that fetch.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What it answers: bytes with headers, or whatever a function does. */
export type Answer =
  | {
      readonly status?: number;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** Serves these paths until the test is over, 404 for others; returns where, and the requests that came. */
export async function serve(
  answers: Readonly<Record<string, Answer>>,
): Promise<{ readonly origin: string; readonly requests: readonly IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers[request.url ?? ""] ?? { status: 404, body: "not here" };
    if (typeof answer === "function") return answer(request, response);
    const type = answer.type === undefined ? {} : { "Content-Type": answer.type };
    response.writeHead(answer.status ?? 200, { ...type, ...answer.headers }).end(answer.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
