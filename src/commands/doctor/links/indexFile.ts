// The JSON index of a site of this program: scripts of other sites read it.

import { type Fault, type Finding, fault, foundAt, quote } from "../finding.ts";
import { type Ground, isLocal } from "../ground.ts";
import { isSilence } from "../silence.ts";
import type { SiteFacts } from "../siteFacts.ts";
import { checkConditions } from "../wire/conditions.ts";

/** What is wrong with it. */
export async function checkIndex(ground: Ground, origin: string, site: SiteFacts): Promise<Finding[]> {
  const address = `${origin}/index.json`;
  const reply = await ground.visitor.ask(address, { "Accept-Encoding": "gzip" });
  if (isSilence(reply)) return foundAt(address, [reply.why]);
  const { headers } = reply;
  const type = headers["content-type"] ?? "no type";
  const faults: (Fault | null)[] = [
    /^application\/json\b/.test(type)
      ? null
      : fault("warning", `its Content-Type is ${quote(type)}`, "Send application/json; charset=utf-8"),
    headers["access-control-allow-origin"] === "*"
      ? null
      : fault("warning", "scripts of other sites may not read it", "Send Access-Control-Allow-Origin: *"),
    judgeName(origin, site),
  ];
  return [...foundAt(address, faults), ...(await checkConditions(ground, address, reply))];
}

function judgeName(origin: string, { url }: SiteFacts): Fault | null {
  if (url === origin) return null;
  const what = `the site calls itself ${url}: what it links to there was looked at here`;
  const fix = `Set url = "${origin}" in site.toml, or look at ${url}`;
  return fault(isLocal(origin) ? "note" : "warning", what, fix);
}
