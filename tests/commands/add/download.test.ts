import { expect, onTestFinished, test, vi } from "vitest";
import { download } from "../../../src/commands/add/download.ts";
import { serve } from "../webserver.ts";

const manners = { limit: 1000, patience: 5000, lang: "en", from: null };
const secret = { "/secret": { type: "text/html", body: "secret" } };
const refusal = {
  refused: true,
  what: expect.stringContaining("it leads into your own network, to http://"),
};

/** Lets an address of the web, which tests do not ask, send on to another. */
function redirectTo(location: string): void {
  const real = globalThis.fetch;
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation((address, how) => {
    if (!String(address).startsWith("http://192.0.2.1/")) return real(address, how);
    return Promise.resolve(new Response(null, { status: 302, headers: { Location: location } }));
  });
  onTestFinished(() => spy.mockRestore());
}

test("a page of the web that sends on into this network is refused, and nothing there is asked", async () => {
  const { origin, requests } = await serve(secret);
  redirectTo(`${origin}/secret`);
  expect(await download("http://192.0.2.1/a", manners)).toMatchObject(refusal);
  expect(requests).toEqual([]);
});

test("a feed of the web that names addresses of this network is not followed there", async () => {
  const { origin, requests } = await serve(secret);
  const from = "http://192.0.2.1/feed";
  expect(await download(`${origin}/secret`, { ...manners, from })).toMatchObject(refusal);
  expect(requests).toEqual([]);
});

test("whoever asks for an address of this network gets what it sends on to there", async () => {
  const { origin } = await serve({
    ...secret,
    "/old": (_, to) => void to.writeHead(307, { Location: "secret#top" }).end("moved"),
  });
  expect(await download(`${origin}/old`, manners)).toMatchObject({ address: `${origin}/secret` });
  const from = `${origin}/feed`;
  expect(await download(`${origin}/secret`, { ...manners, from })).toMatchObject({ type: "text/html" });
});

test.each(["http://", "javascript:alert(1)", "data:text/html,a"])(
  "a redirect to %s is refused",
  async (to) => {
    redirectTo(to);
    expect(await download("http://192.0.2.1/a", manners)).toMatchObject({
      what: "the server sends to an address that is not on the web",
    });
  },
);
