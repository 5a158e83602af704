// Refusals: 404 and 405, each with a sentence that says why.

import type { Site } from "../catalog/catalog.ts";
import { renderMissing } from "../pages/missing.ts";
import { allowedMethods, sendPage, sendText } from "./respond.ts";

/** 404 for a person. */
export function refusePage(site: Site, path: string): Response {
  const topic = /^\/topics\/([^/]+)$/.exec(path)?.[1];
  return sendPage(404, renderMissing(site, topic === undefined ? null : { topic: decode(topic) }));
}

/** 404 for a machine. */
export function refuseFeed(path: string): Response {
  const file = /^\/feeds\/([^/]+)\.(\w+)$/.exec(path);
  const [, topic = "", extension = ""] = file ?? [];
  if (file === null) return sendText(404, `There is nothing at ${decode(path)}.`);
  if (!["rss", "atom", "json"].includes(extension)) {
    return sendText(404, `Feeds end in .rss, .atom or .json; .${decode(extension)} is none of them.`);
  }
  return sendText(404, `There is no topic "${decode(topic)}". The topics are listed at /index.json.`);
}

/** 405 with the methods that are answered (RFC 9110 §15.5.6). */
export function refuseMethod(): Response {
  return sendText(405, `Only ${allowedMethods} are answered here.`, { Allow: allowedMethods });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
