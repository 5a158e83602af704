// A file that goes with an entry: it is there, of the type and length that were said.

import type { Reply } from "../ask.ts";
import { type Finding, fault, foundAt, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";

/** Asks for its headers alone; for all of it where a server takes no HEAD. `type` is what its own begins with. */
export async function checkFile(
  ground: Ground,
  address: string,
  type: string,
  length: number | null,
): Promise<Finding[]> {
  const reply = await askHead(ground, address);
  // Other hosts may keep strangers out, and are not the site's own.
  const isForeign = ground.site !== null && !ground.here(address).startsWith(ground.here(ground.site.url));
  const level = isForeign ? "warning" : "error";
  if (isSilence(reply)) return foundAt(address, [{ ...reply.why, level }]);
  const { status, headers } = reply;
  if (status >= 300 && status < 400) return [];
  if (isForeign && (status === 401 || status === 403 || status === 429)) {
    const what = `its host answers ${status} to readers`;
    return foundAt(address, [fault("note", what, "Keep a copy of the picture on the site itself")]);
  }
  if (status !== 200) {
    const what = `an entry shows it, and it answers ${status}`;
    return foundAt(address, [fault(level, what, "Publish the file, or leave it out of the entry")]);
  }
  const own = headers["content-type"] ?? "no type";
  if (type !== "" && !own.toLowerCase().startsWith(type.toLowerCase())) {
    const what = `an entry says it is ${type}${type.endsWith("/") ? "…" : ""}, and it comes as ${quote(own)}`;
    return foundAt(address, [
      fault("warning", what, "Send the file with its media type, and say that in the feed"),
    ]);
  }
  const size = Number(headers["content-length"] ?? Number.NaN);
  if (length !== null && !Number.isNaN(size) && size !== length) {
    const what = `an entry says it has ${length} bytes, and it has ${size}`;
    return foundAt(address, [fault("warning", what, "State the length the file has")]);
  }
  return [];
}

async function askHead(ground: Ground, address: string): Promise<Reply> {
  const reply = await ground.visitor.ask(address, {}, "HEAD");
  return !isSilence(reply) && (reply.status === 405 || reply.status === 501)
    ? ground.visitor.ask(address)
    : reply;
}
