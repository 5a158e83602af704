// What a hub (WebSub) is told when a feed has changed, after a deploy and by the Worker alike.

/** The request that tells it. WebSub leaves the form of this to the hub (§6); this is the one that hubs share. */
export function hubNotice(url: string): { readonly method: "POST"; readonly body: URLSearchParams } {
  return {
    method: "POST",
    body: new URLSearchParams({ "hub.mode": "publish", "hub.url": url, "hub.topic": url }),
  };
}
