// Codings: in which compressed forms a client takes an answer.

/** Which codings may be sent. */
export interface Codings {
  readonly gzip: boolean;
  readonly brotli: boolean;
}

/** Clients say the same few things again and again; nobody fills an isolate by saying others, or at great length. */
const codingsKnown = new Map<string, Codings>();
const mostKnown = 100;
const longestKnown = 100;

/**
 * Which codings may be sent (RFC 9110 §12.5.3). The platform rewrites the header; what the client itself asked for then
 * stands in `cf.clientAcceptEncoding`.
 */
export function acceptedCodings(request: Request): Codings {
  const asked = request.cf?.["clientAcceptEncoding"];
  const header = typeof asked === "string" ? asked : (request.headers.get("Accept-Encoding") ?? "");
  const known = codingsKnown.get(header);
  if (known !== undefined) return known;
  const codings = readCodings(header);
  if (codingsKnown.size < mostKnown && header.length <= longestKnown) codingsKnown.set(header, codings);
  return codings;
}

/** Reads a header of weighted names: each in lower case, and whether it is wanted at all (RFC 9110 §12.4.2). */
export function readWeights(header: string): ReadonlyMap<string, boolean> {
  const wanted = new Map<string, boolean>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    wanted.set(name, quality === undefined || Number(quality.slice(2)) > 0);
  }
  return wanted;
}

function readCodings(header: string): Codings {
  const wanted = readWeights(header);
  const any = wanted.get("*") ?? false;
  return {
    gzip: wanted.get("gzip") ?? wanted.get("x-gzip") ?? any,
    brotli: wanted.get("br") ?? false,
  };
}
