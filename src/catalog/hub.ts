// How a hub (WebSub) is told that a feed has changed, after a deploy and by the Worker alike.

/** The request that tells it. WebSub leaves the form of this to the hub (§6); this is the one that hubs share. */
export interface HubNotice {
  readonly method: "POST";
  readonly body: URLSearchParams;
}

/** Sends such a request to a hub. */
export type SendNotice = (hub: string, notice: HubNotice) => Promise<Response>;

/** Why a hub does not know of a feed: a sentence without its full stop, and whether the hub was reached. */
export interface Untold {
  readonly what: string;
  readonly wasReached: boolean;
}

/** Tells a hub of the feed at an address; null where it took that. Never throws. */
export async function tellOf(url: string, hub: string, send: SendNotice): Promise<Untold | null> {
  const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": url, "hub.topic": url });
  try {
    const response = await send(hub, { method: "POST", body });
    await response.body?.cancel();
    if (response.ok) return null;
    return { what: `${hub} answered ${response.status} for ${url}`, wasReached: true };
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    return { what: `${hub} could not be reached for ${url} (${why})`, wasReached: false };
  }
}
