// http leads to https: what was subscribed to long ago, or typed without its scheme, arrives.

import { type Finding, fault, foundAt } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";

/** Asked of a site that is secure and not on this desk; `address` is an https one. */
export async function checkSecure(ground: Ground, address: string): Promise<Finding[]> {
  const open = address.replace(/^https:/, "http:");
  const reply = await ground.visitor.ask(open);
  const fix = `Redirect ${new URL(open).origin} to https for ever (301)`;
  if (isSilence(reply)) return foundAt(open, [fault("note", `without https, ${reply.why.what}`, fix)]);
  const { status, headers } = reply;
  const to = headers["location"] ?? "";
  if (status === 200) return foundAt(open, [fault("warning", "it answers without https too", fix)]);
  if (status < 300 || status > 399)
    return foundAt(open, [fault("note", `without https it answers ${status}`, fix)]);
  const target = URL.canParse(to, open) ? new URL(to, open) : null;
  if (target?.protocol === "https:") return [];
  return foundAt(open, [fault("warning", `without https it leads to ${to}`, fix)]);
}
