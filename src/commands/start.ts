// start: serves a seeds folder on this machine, and compiles it again when a seed changes.

import { existsSync } from "node:fs";
import { type Command, seedsFolder, shownFolder } from "./command.ts";
import { runLive } from "./live/live.ts";

const options = {
  port: { type: "string", default: "8787" },
  seeds: { type: "string" },
} as const;

/** Serves until it is stopped. */
export const startCommand: Command<typeof options> = {
  call: "npm start",
  summary: "serve the site on this machine",
  usage: `npm start -- [--port N] [--seeds DIR]

  --port N     the port to serve on (8787)
  --seeds DIR  the folder of articles, with site.toml (seeds)`,
  options,
  takesWords: false,
  run: async (values) => {
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port < 1 || port > 65535) {
      console.error(`--port ${values.port}: a port is a number from 1 to 65535.`);
      return 2;
    }
    const seeds = seedsFolder(values.seeds);
    if (!existsSync(seeds)) {
      console.error(
        `There is no folder ${shownFolder(seeds)}. Create it with a site.toml, or name another one with --seeds.`,
      );
      return 2;
    }
    return runLive(seeds, port);
  },
};
