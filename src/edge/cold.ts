// The cold tier at the edge: asset files, read through the binding the platform gives (Workers Static Assets).

import type { ReadCold } from "../lists/shelf.ts";

/** What reads assets: the binding ASSETS of wrangler.toml. */
export type Assets = Pick<Fetcher, "fetch">;

/** Only the path of an asset counts; the binding wants a whole address. */
const anyHost = "https://assets.invalid";

/** Reads files through the binding; without one there is nothing to read. */
export function readAssets(assets: Assets | undefined): ReadCold {
  return async (path) => {
    if (assets === undefined) return null;
    const response = await assets.fetch(anyHost + path);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    await response.body?.cancel();
    return null;
  };
}
