// npm start, as far as it gets where something is in its way.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startCommand } from "../../../src/commands/start.ts";
import { say } from "../console.ts";
import { articles, makeFolder, site, write } from "../newsroom.ts";
import { makeProject, runIn } from "../project.ts";

test("a folder that is not there is called as it was typed", async () => {
  for (const folder of ["/nonexist", "no/such", "../nonexist/"]) {
    const { code, err } = await say(startCommand, "--seeds", folder);
    expect({ code, err }).toEqual({
      code: 2,
      err: `There is no folder ${folder.replace(/\/?$/, "/")}. Create it with a site.toml, or name another one with --seeds.\n`,
    });
  }
});

test("a second one in the same project is refused, and told who serves what, and where", async () => {
  const root = makeProject();
  const news = makeFolder();
  write(join(root, "seeds"), { "site.toml": site, ...articles(1) });
  write(news, { "site.toml": site, ...articles(1) });
  const port = await freePort();
  const first = spawn(process.execPath, ["src/cli.ts", "start", "--port", port], { cwd: root });
  onTestFinished(() => void first.kill("SIGKILL"));
  await once(first.stdout, "data");
  const other = String(Number(port) + 1);
  const { code, err } = await runIn(root, "start", "--port", other, "--seeds", news);
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringContaining(
      `npm start is already running here: process ${first.pid} (seeds/ at http://127.0.0.1:${port}/). `,
    ),
  });
  first.kill("SIGINT");
  await once(first, "close");
});

test("a port that somebody else uses is told, with the way to the next one", async () => {
  const root = makeProject();
  write(join(root, "news"), { "site.toml": site });
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { code, err } = await runIn(root, "start", "--port", String(port), "--seeds", "news");
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(
      `^Port ${port} is in use\\. Stop what uses it, or choose another: npm start -- --seeds news --port `,
    ),
  });
});

/** A port nobody uses, and below those the system gives to whoever asks for any: nobody takes it meanwhile. */
async function freePort(): Promise<string> {
  for (let port = 12_000 + (process.pid % 20_000); ; port++) {
    const server = createServer();
    const isFree = await new Promise<boolean>((done) => {
      server.once("error", () => done(false));
      server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
    });
    if (isFree) return String(port);
  }
}
