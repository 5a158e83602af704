// Refusals: 400, 404, 405 and 410, each with a sentence that says why.

import type { RetractedArticle } from "../catalog/artefact.ts";
import type { Site } from "../catalog/catalog.ts";
import { feedFolder, indexPath } from "../catalog/links.ts";
import type { Refusal } from "../catalog/query.ts";
import { type Absence, renderMissing } from "../pages/missing.ts";
import { refusalSentence, renderRefusal } from "../pages/refusal.ts";
import { allowedMethods, sendPage, sendText } from "./respond.ts";

/** 404 for a person. */
export function refusePage(site: Site, absence: Absence): Response {
  return sendPage(404, renderMissing(site, absence));
}

/** 410 for an article that was taken back (RFC 9110 §15.5.11). */
export function refuseRetracted(site: Site, { reason }: RetractedArticle): Response {
  return sendPage(410, renderMissing(site, { retracted: true, reason }));
}

/** 404 for a query of an unknown topic, 400 for one that cannot be read; for a person. */
export function refuseQuery(site: Site, refusal: Refusal): Response {
  return sendPage(statusOf(refusal), renderRefusal(site, refusal));
}

/** The same for a machine. */
export function refuseMachine(refusal: Refusal): Response {
  return sendText(statusOf(refusal), refusalSentence(refusal));
}

/** 404 for the address of a feed that does not exist. */
export function refuseFeed(path: string): Response {
  const page = /^[^/]+\/(\d+)\.(?:rss|atom|json)$/.exec(path.slice(feedFolder.length));
  if (page !== null)
    return sendText(404, `There is no archive page ${page[1]}. Only single topics and "all" have archives.`);
  return sendText(
    404,
    `Feeds are at ${feedFolder}TOPIC.rss, .atom or .json. The topics are listed at ${indexPath}.`,
  );
}

/** 405 with the methods that are answered (RFC 9110 §15.5.6). */
export function refuseMethod(): Response {
  return sendText(405, `Only ${allowedMethods} are answered here.`, { Allow: allowedMethods });
}

/** 503 where an asset file of the deploy cannot be read: its binding is missing, or it was not uploaded. */
export function refuseIncomplete(path: string): Response {
  const sentence = `This part of the site cannot be read right now: the asset file ${path} is missing. The deploy needs the folder dist/assets and the binding ASSETS.`;
  return sendText(503, sentence, { "Retry-After": "60", "Cache-Control": "no-store" });
}

function statusOf({ reason }: Refusal): 400 | 404 {
  return reason === "unknown-topic" ? 404 : 400;
}
