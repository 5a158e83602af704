// Nginx: the same bytes as a file on disk, sent by a server that does nothing else.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { askOnce, type WireAnswer } from "./load.ts";
import { makeScratch } from "./scratch.ts";
import { type Server, serverOf } from "./server.ts";

/** Its version, or null where it is not installed. */
export function nginxVersion(): string | null {
  const asked = spawnSync("nginx", ["-v"], { encoding: "utf8" });
  return /nginx\/([\d.]+)/.exec(asked.stderr ?? "")?.[1] ?? null;
}

/** Starts it with one answer, at every path. */
export async function startNginx({ headers, body }: WireAnswer): Promise<Server> {
  const folder = makeScratch("nginx");
  mkdirSync(join(folder, "root"));
  writeFileSync(join(folder, "root/body"), body);
  const port = await findPort();
  const kept = ["content-encoding", "cache-control", "vary", "access-control-allow-origin"]
    .flatMap((name) => (headers[name] === undefined ? [] : `add_header ${name} "${headers[name]}";`))
    .join(" ");
  const type = (headers["content-type"] ?? "text/plain").split(";")[0];
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 256; }
http {
  access_log off; sendfile on; keepalive_requests 100000000; types { } default_type "${type}"; charset utf-8;
  charset_types "${type}"; open_file_cache max=10;
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
  uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  server { listen 127.0.0.1:${port}; root ${folder}/root; location / { ${kept} try_files /body =404; } }
}
`,
  );
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" });
  await waitUntilListening(port);
  return serverOf(child, port);
}

function findPort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

async function waitUntilListening(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await askOnce(port, { path: "/", headers: {} });
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}
