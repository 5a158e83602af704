import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeConstant } from "../../bench/constant.ts";
import { askOnce, driveLoad } from "../../bench/load.ts";
import type { Server } from "../../bench/server.ts";
import { startWorkerd } from "../../bench/workerd.ts";

const folder = mkdtempSync(join(tmpdir(), "topicwire-workerd-"));
const servers: Server[] = [];

async function run(start: Promise<Server>): Promise<Server> {
  const server = await start;
  servers.push(server);
  return server;
}

beforeAll(() => {
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, "worker"));
  writeFileSync(join(folder, "assets/old.bin"), "kept in a file");
  writeFileSync(join(folder, "worker/data.bin"), "kept in the Worker");
  writeFileSync(
    join(folder, "worker/worker.js"),
    `import data from "./data.bin";
export default {
  fetch: (request, { ASSETS }) =>
    request.url.endsWith("/old") ? ASSETS.fetch("http://assets/old.bin") : new Response(data),
};
`,
  );
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

describe("workerd in the benchmark", () => {
  it("runs a folder of modules, and reads the files beside it through ASSETS", async () => {
    const { port } = await run(
      startWorkerd({ worker: join(folder, "worker"), assets: join(folder, "assets") }),
    );
    expect((await askOnce(port, { path: "/new", headers: {} })).body.toString()).toBe("kept in the Worker");
    expect((await askOnce(port, { path: "/old", headers: {} })).body.toString()).toBe("kept in a file");
  });

  it("sends a constant answer with the headers and the size it is given", async () => {
    const headers = { "content-type": "text/plain", etag: 'W/"x"', "content-length": "5" };
    const { port } = await run(
      startWorkerd(writeConstant({ status: 200, headers, body: Buffer.from("12345") })),
    );
    const answer = await askOnce(port, { path: "/", headers: {} });
    expect(answer.headers).toMatchObject(headers);
    expect(answer.body.toString()).toBe("12345");
  });

  it("is asked exactly as often as it should be, and CPU is counted", async () => {
    const server = await run(
      startWorkerd(writeConstant({ status: 304, headers: {}, body: Buffer.alloc(0) })),
    );
    const before = server.cpu();
    const statuses: number[] = [];
    const requests = [{ path: "/", headers: {} }];
    const onAnswer = ({ status }: { readonly status: number }): void => void statuses.push(status);
    await driveLoad({ port: server.port, requests, count: 200, connections: 3, onAnswer });
    expect(statuses).toEqual(Array.from({ length: 200 }, () => 304));
    expect(server.cpu()).toBeGreaterThan(before);
  });
});
