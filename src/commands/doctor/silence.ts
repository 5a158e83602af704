// Silence: why no answer came, as a closed list of words, and what each of them means for people.

import { type Fault, fault } from "./finding.ts";

/** No answer, or one that could not be taken. */
export interface Silence {
  readonly silent: true;
  readonly why: Fault;
}

/** What node:http, node:tls and the name service call it. */
const reasons: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  ENOTFOUND: ["its host has no address (DNS)", "Look at the spelling of the host, and at its DNS records"],
  EAI_AGAIN: ["its host could not be looked up (DNS)", "Try again when the network is there"],
  ECONNREFUSED: ["nothing listens there", "Start the server, or look at the port"],
  ECONNRESET: ["the connection broke off", "Look at the server's log for this request"],
  EPIPE: ["the connection broke off", "Look at the server's log for this request"],
  ETIMEDOUT: ["its host does not answer", "Check whether the host is up and its firewall lets readers in"],
  EHOSTUNREACH: ["there is no way to its host", "Look at the network and the host's address"],
  ENETUNREACH: ["there is no way to its host", "Look at the network and the host's address"],
  CERT_HAS_EXPIRED: ["its certificate has expired", "Renew the certificate"],
  CERT_NOT_YET_VALID: [
    "its certificate is not valid yet",
    "Look at the clock of the server and of this machine",
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    "its certificate is signed by nobody else",
    "Get one from a public authority",
  ],
  SELF_SIGNED_CERT_IN_CHAIN: [
    "its certificate is signed by an unknown authority",
    "Get one from a public authority",
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    "its chain of certificates has a gap",
    "Send the intermediate certificates too",
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    "its chain of certificates has a gap",
    "Send the intermediate certificates too",
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: ["its certificate is for another host", "Get one that names this host"],
  HPE_HEADER_OVERFLOW: ["its headers are too long", "Send less than 16 KB of headers"],
};

const wrongHttp = "What it sends is no HTTP: look at the server, and at what stands between";

/** What an error of the network says. */
export function silenceOf(error: unknown): Silence {
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const [what, fix] = reasons[code] ?? reasons[message] ?? [];
  if (what !== undefined && fix !== undefined) return silence(what, fix);
  if (code.startsWith("HPE_")) return silence(`its answer cannot be understood (${message})`, wrongHttp);
  if (/SSL|TLS|EPROTO/.test(code)) {
    return silence(`no secure connection could be made (${code})`, "Look at the server's TLS settings");
  }
  return silence(`it cannot be asked (${message})`, "Look at the address and at the network");
}

/** It took longer than it may. */
export function silenceAfter(milliseconds: number, began: boolean): Silence {
  const seconds = `${milliseconds / 1000} s`;
  return began
    ? silence(`its answer does not end within ${seconds}`, "Send whole documents, with their Content-Length")
    : silence(
        `there is no answer within ${seconds}`,
        "Find out what takes so long; readers wait no longer than 30 s",
      );
}

/** It sent more than anybody takes. */
export function silenceBeyond(bytes: number): Silence {
  return silence(
    `its answer goes on beyond ${Math.round(bytes / 1_000_000)} MB`,
    "Send fewer entries, and what is older in archive pages; look whether the answer ever ends",
  );
}

/** It leads from one address to the next, and nowhere. */
export function silenceInCircles(hops: readonly string[]): Silence {
  return silence(
    `it redirects without end (${hops.slice(0, 3).join(" → ")} → …)`,
    "Let the address answer itself",
  );
}

/** An error, said as a sentence. */
export function silence(what: string, fix: string): Silence {
  return { silent: true, why: fault("error", what, fix) };
}

/** True where no answer came. */
export function isSilence(reply: object): reply is Silence {
  return "silent" in reply;
}
