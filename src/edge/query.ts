// Reads the query of an address, and whether it is spelled the one way queries are spelled.

import {
  isRefusal,
  parseQuery,
  type Query,
  queryParameters,
  type Refusal,
  spellQuery,
} from "../catalog/query.ts";

/** A query that was asked, and its canonical spelling. */
export interface Asked {
  readonly query: Query;
  readonly expression: string;
  readonly search: string;
  /** True when it was asked in the canonical spelling; parameters that mean nothing here make no difference. */
  readonly canonical: boolean;
}

/** Reads an expression as it stands in a path, still percent-encoded, with the parameters of the request. */
export function readQuery(
  request: Request,
  written: string,
  isTopic: (id: string) => boolean,
): Asked | { readonly refusal: Refusal } {
  const decoded = decodePath(written);
  if (decoded === null) return { refusal: { reason: "malformed", near: written } };
  const parameters = new URL(request.url).searchParams;
  const query = parseQuery(decoded, parameters, isTopic);
  if (isRefusal(query)) return { refusal: query };
  const { expression, search } = spellQuery(query);
  const spelled = new URLSearchParams(search);
  const same = queryParameters.every((name) => (parameters.get(name) ?? "") === (spelled.get(name) ?? ""));
  return { query, expression, search, canonical: same && written === expression };
}

function decodePath(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
