// The front door: gives what compile left in dist/ to the app. The map of the house:
//
//   seeds/ → compile/ → dist/ → worker.ts → edge/ → Response
//
//   catalog/   the shared words: plain types and pure functions
//   compile/   build time (Node): seeds in, catalog out, rendered ahead
//   feeds/     catalog → documents for machines
//   pages/     catalog → HTML for people
//   edge/      HTTP and nothing else
//   cli.ts     the other door: inspect, start

import bytes from "../dist/site.bin";
import index from "../dist/site.json.txt";
import type { ArtefactIndex } from "./catalog/artefact.ts";
import { createApp } from "./edge/app.ts";
import { openStore } from "./edge/store.ts";

const app = createApp(openStore({ index: JSON.parse(index) as ArtefactIndex, bytes }));

export default { fetch: (request: Request): Response | Promise<Response> => app.fetch(request) };
