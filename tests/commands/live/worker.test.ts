// The Worker of the development server, with a program in place of wrangler that serves whatever site it is given.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { makeFolder, write } from "../newsroom.ts";
import { wranglerOf } from "../project.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const wrangler = `const { readFileSync } = require("node:fs");
const name = () => /new Response\\("(.*?)"\\)/.exec(readFileSync(".topicwire/live/worker.js", "utf8"))?.[1];
const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
require("node:http").createServer((_, answer) => answer.end(name())).listen(port, "127.0.0.1");
`;

/** Serves so many sites, one after the other, in a process of its own. */
async function serveSites(folder: string, count: number): Promise<{ stdout: string; stderr: string }> {
  const script = `const { prepareWorker } = await import(${JSON.stringify(join(root, "src/commands/live/worker.ts"))});
    const worker = await prepareWorker();
    for (let i = 0; i < ${count}; i++) console.log(await worker.serve("site-" + i));
    await worker.stop();`;
  // Nothing is found by its name alone: on some systems what npm calls wrangler is for a shell to start.
  const env = { ...process.env, PATH: join(folder, "nothing") };
  const args = ["--input-type=module", "--eval", script];
  return promisify(execFile)(process.execPath, args, { cwd: folder, env });
}

test("a site after the other is served, and nothing piles up", async () => {
  const folder = makeFolder();
  write(folder, { "wrangler.toml": 'main = "src/worker.ts"\n' });
  write(join(folder, "node_modules"), wranglerOf(wrangler));
  expect(await serveSites(folder, 14)).toEqual({
    stdout: "true\n".repeat(14),
    stderr: "",
  });
});

test("a wrangler that cannot be started is told once for every try", async () => {
  const folder = makeFolder();
  write(folder, { "wrangler.toml": 'main = "src/worker.ts"\n' });
  const { stdout, stderr } = await serveSites(folder, 2);
  expect(stdout).toBe("false\nfalse\n");
  expect(stderr.match(/wrangler could not be started \(.*\)\. Run npm ci, then npm start\./g)).toHaveLength(
    2,
  );
});
