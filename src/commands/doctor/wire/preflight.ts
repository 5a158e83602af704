// Preflight (Fetch standard, CORS protocol): a script of another site that sends If-None-Match is asked for first.

import { type Finding, fault, foundAt } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";

const fix = "Answer OPTIONS with 204, Access-Control-Allow-Origin: * and Access-Control-Allow-Headers: *";

/** Asks as a browser does before a script may ask with conditions. */
export async function checkPreflight(ground: Ground, address: string): Promise<Finding[]> {
  const headers = {
    Origin: "https://another-site.example",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "if-none-match",
  };
  const reply = await ground.visitor.ask(address, headers, "OPTIONS");
  if (isSilence(reply)) return foundAt(address, [{ ...reply.why, what: `to OPTIONS, ${reply.why.what}` }]);
  const { status, headers: said } = reply;
  if (status < 200 || status > 299) {
    return foundAt(address, [fault("warning", `it answers ${status} to a browser's preflight`, fix)]);
  }
  // That it says for whom is asked of every answer (headers.ts).
  const isOpen = /\*|if-none-match/i.test(said["access-control-allow-headers"] ?? "");
  return foundAt(address, [isOpen ? null : fault("warning", "scripts may not ask it with conditions", fix)]);
}
