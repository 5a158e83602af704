// isOwnHost: whether a request was made to this machine by a name that is its own.

import { isIP } from "node:net";

/**
 * True for `localhost`, names below it and addresses, which are what they say. Any other name can be made to lead here
 * by whoever owns it (DNS rebinding), and a page of theirs could then read what is not published yet.
 */
export function isOwnHost(host: string | undefined): boolean {
  if (host === undefined) return true;
  if (!URL.canParse(`http://${host}`)) return false;
  const name = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, "");
  return isIP(name) !== 0 || /^(?:.+\.)?localhost\.?$/.test(name);
}
