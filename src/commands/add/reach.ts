// isInside: whether an address leads to this machine or its network, where nobody else has any business to send us.

import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/**
 * Addresses that are not of the internet (https://www.iana.org/assignments/iana-ipv4-special-registry/). Those for
 * measuring, 198.18.0.0/15, are not here: some proxies give them to the hosts of the whole web.
 */
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  inside.addSubnet(net, bits, "ipv6");

/** True for the address of a host of this machine or its network; false for a host nobody knows. */
export async function isInside(address: string): Promise<boolean> {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return isInsideIp(host);
  try {
    return (await lookup(host, { all: true })).some((found) => isInsideIp(found.address));
  } catch {
    return false;
  }
}

function isInsideIp(ip: string): boolean {
  return inside.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");
}
