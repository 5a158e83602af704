// The subscription list (OPML 2.0): every feed and page it names is there.

import { readText } from "../documents/readDocument.ts";
import { readXmlTree, type XmlNode } from "../documents/xmlTree.ts";
import { isWebAddress } from "../feeds/head.ts";
import { type Finding, fault, foundAt, messageOf, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";

/** A list that was read. */
export interface Subscriptions {
  readonly address: string;
  readonly findings: readonly Finding[];
  readonly outlines: readonly XmlNode[];
}

/** Reads a list; a site of another kind may have none. */
export async function readSubscriptions(ground: Ground, address: string): Promise<Subscriptions> {
  const unread = (findings: Finding[]): Subscriptions => ({ address, findings, outlines: [] });
  const visit = await ground.visitor.read(address);
  if (isSilence(visit)) return unread(foundAt(address, [visit.why]));
  const { answer, bytes } = visit;
  if (answer.status !== 200) {
    const isMissed = ground.site !== null;
    const missed = fault("error", `it answers ${answer.status}`, "Serve the subscription list");
    return unread(foundAt(address, [isMissed ? missed : null]));
  }
  const type = answer.headers["content-type"] ?? "";
  const outlines = readOutlines(bytes, type);
  if (typeof outlines === "string")
    return unread(foundAt(address, [fault("error", outlines, "Write OPML 2.0")]));
  const isTyped = /^(text\/x-opml|text\/xml|application\/xml|application\/x-opml)/.test(type);
  const untyped = fault("warning", `its Content-Type is ${quote(type)}`, "Send text/x-opml");
  return { address, findings: foundAt(address, [isTyped ? null : untyped]), outlines };
}

/** Addresses of the feeds a list names. */
export function feedsIn({ outlines }: Subscriptions): string[] {
  return outlines.flatMap(({ attributes }) => attributes["xmlUrl"] ?? []);
}

/** What is wrong with a list, and with the first `most` of the feeds and pages it names. */
export async function checkSubscriptions(
  ground: Ground,
  { address, findings, outlines }: Subscriptions,
  most: number,
): Promise<Finding[]> {
  const checked = outlines.slice(0, most).map((outline) => checkOutline(ground, address, outline));
  return [...findings, ...(await Promise.all(checked)).flat()];
}

/** The outlines that name feeds; a sentence where it is no such list. */
function readOutlines(bytes: Buffer, type: string): XmlNode[] | string {
  const text = readText(bytes, type);
  if (typeof text !== "string") return text.what;
  try {
    const root = readXmlTree(text);
    if (root.name !== "opml") return `its root is <${root.name}>, not <opml>`;
    const found: XmlNode[] = [];
    const visit = (node: XmlNode): void => {
      if (node.attributes["xmlUrl"] !== undefined) found.push(node);
      node.children.forEach(visit);
    };
    visit(root);
    return found.length === 0 ? "it names no feed" : found;
  } catch (error) {
    return `it is not well-formed XML (${messageOf(error)})`;
  }
}

async function checkOutline(ground: Ground, list: string, { attributes }: XmlNode): Promise<Finding[]> {
  const { text = "", xmlUrl = "", htmlUrl } = attributes;
  const fix = "Correct the outline, or serve what it names";
  const faults = text === "" ? [fault("warning", `the outline of ${xmlUrl} has no text`, fix)] : [];
  for (const [name, address] of Object.entries({ xmlUrl, ...(htmlUrl === undefined ? {} : { htmlUrl }) })) {
    if (!isWebAddress(address)) {
      faults.push(fault("error", `its ${name} ${quote(address)} is no absolute address`, fix));
      continue;
    }
    if (ground.examined.has(ground.here(address))) continue;
    const visit = await ground.visitor.read(address);
    if (isSilence(visit)) faults.push({ ...visit.why, what: `its ${name} ${address}: ${visit.why.what}` });
    else if (visit.answer.status !== 200) {
      faults.push(fault("error", `its ${name} ${address} answers ${visit.answer.status}`, fix));
    }
  }
  return foundAt(list, faults);
}
