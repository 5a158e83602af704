// RenderingWorker: the Worker in rendering/, bundled with the entries of a feed topicwire made.

import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./command.ts";
import type { WireAnswer } from "./load.ts";
import { repository } from "./project.ts";
import { makeScratch } from "./scratch.ts";
import type { Server } from "./server.ts";
import { startWorkerd } from "./workerd.ts";

/** Starts it with the entries of a JSON Feed as it was answered, not compressed. */
export async function startRendering(feed: WireAnswer): Promise<Server> {
  const folder = makeScratch("rendering");
  const {
    title,
    home_page_url: home,
    items: entries,
  } = JSON.parse(feed.body.toString()) as Record<string, unknown>;
  mkdirSync(join(folder, "worker"));
  cpSync(join(import.meta.dirname, "rendering"), folder, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "entries.json.txt"), JSON.stringify({ title, home, entries }));
  writeFileSync(
    join(folder, "wrangler.toml"),
    'name = "rendering"\nmain = "worker.ts"\ncompatibility_date = "2026-10-20"\nminify = true\n',
  );
  const wrangler = join(folder, "node_modules/.bin/wrangler");
  const line = [wrangler, "deploy", "--dry-run", "--outdir", "worker"];
  await runCommand({ line, folder, env: { WRANGLER_SEND_METRICS: "false" } });
  return startWorkerd({ worker: join(folder, "worker"), assets: null });
}
