// The front door: gives what compile left in dist/ to the app. The map of the house:
//
//   seeds/ → compile/ → dist/ (the bundle, and asset files for what it cannot hold) → worker.ts → edge/ → Response
//
//   catalog/   the shared words: plain types and pure functions
//   compile/   build time (Node): seeds in, catalog out, rendered ahead
//   feeds/     catalog → documents for machines
//   pages/     catalog → HTML for people
//   lists/     any feed or page of a query, joined from what was rendered ahead
//   edge/      HTTP and nothing else
//   commands/  the command line; cli.ts is its door

import { env, waitUntil } from "cloudflare:workers";
import bytes from "../dist/site.bin";
import index from "../dist/site.json.txt";
import type { ArtefactIndex } from "./catalog/artefact.ts";
import { createApp } from "./edge/app.ts";
import { type Assets, readAssets } from "./edge/cold.ts";
import { createLists } from "./edge/lists.ts";
import { createShortcut } from "./edge/shortcut.ts";
import { openStore } from "./edge/store.ts";
import { type Call, tellOfWoken } from "./edge/wake.ts";

const { ASSETS: assets } = env as { readonly ASSETS?: Assets };
const store = openStore({ index: JSON.parse(index) as ArtefactIndex, bytes }, readAssets(assets));
const clock = (): number => Math.floor(Date.now() / 1000);
const lists = createLists(store.shelf, waitUntil);
const app = createApp(store, lists, clock);
const shortcut = createShortcut(store, lists, clock);

export default {
  fetch: (request: Request): Response | Promise<Response> => shortcut(request) ?? app.fetch(request),
  scheduled: (call: Call): Promise<void> => tellOfWoken(store.shelf, call),
};
