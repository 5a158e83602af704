import { beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../src/edge/store.ts";
import { type Call, tellOfWoken } from "../../src/edge/wake.ts";
import { buildSite, type Written } from "./site-of.ts";

const now = "2026-11-22T12:00:00Z";
const hub = "https://hub.example/";
const articles: Written[] = [
  { title: "Old news", date: "2026-11-01T00:00:00Z", topics: ["x", "y", "z"] },
  { title: "Secret plan", date: "2026-11-25T06:30:00Z", topics: ["x", "y"] },
  { title: "Later plan", date: "2026-11-25T06:40:00Z", topics: ["z"] },
];

let shelf: Store["shelf"];
beforeAll(() => {
  const { bundle } = buildSite(articles, now, [], `hub = "${hub}"\n`);
  shelf = openStore({ index: bundle.index, bytes: bundle.bytes.slice().buffer }).shelf;
});

/** The feeds a hub is told of by a call that is due at an instant. */
async function toldAt(
  at: string,
  cron = "*/5 * * * *",
  { answer = (): Response => new Response(null, { status: 204 }), on = shelf } = {},
): Promise<string[]> {
  const told: string[] = [];
  const call: Call = { scheduledTime: Date.parse(at), cron };
  await tellOfWoken(on, call, async (address, { method, body }) => {
    expect([address, method, body.get("hub.mode")]).toEqual([hub, "POST", "publish"]);
    told.push(String(body.get("hub.url")));
    return answer();
  });
  return told;
}

const feedsOf = (...topics: readonly string[]): string[] =>
  topics.flatMap((topic) =>
    ["rss", "atom", "json"].map((end) => `https://news.example/feeds/${topic}.${end}`),
  );

describe("when an article's time comes", () => {
  test("the hub is told of its feeds, by the call that is due at that very second", async () => {
    expect(await toldAt("2026-11-25T06:30:00Z")).toEqual(feedsOf("all", "x", "y"));
  });

  test("each is told once: the calls before and after tell nothing", async () => {
    expect(await toldAt("2026-11-25T06:25:00Z")).toEqual([]);
    expect(await toldAt("2026-11-25T06:35:00Z")).toEqual([]);
    expect(await toldAt("2026-11-25T06:40:00Z")).toEqual(feedsOf("all", "z"));
  });

  test.each([
    ["* * * * *", "2026-11-25T06:31:00Z", []],
    ["*/10 * * * *", "2026-11-25T06:39:00Z", feedsOf("all", "x", "y")],
    ["0 * * * *", "2026-11-25T07:00:00Z", feedsOf("all", "x", "y", "z")],
    ["0 7 * * *", "2026-11-26T06:29:59Z", feedsOf("all", "x", "y", "z")],
  ])("a trigger of %s tells what came since the call before", async (cron, at, feeds) => {
    expect(await toldAt(at, cron)).toEqual(feeds);
  });

  test("a hub that refuses, or is not there, makes the call fail, and names every feed it does not know of", async () => {
    const refuse = { answer: () => new Response("no", { status: 503 }) };
    await expect(toldAt("2026-11-25T06:40:00Z", "*/5 * * * *", refuse)).rejects.toThrow(
      feedsOf("all", "z")
        .map((url) => `${hub} answered 503 for ${url}`)
        .join("\n"),
    );
    const missing = {
      answer: () => {
        throw new Error("no route");
      },
    };
    await expect(toldAt("2026-11-25T06:40:00Z", "*/5 * * * *", missing)).rejects.toThrow(
      `${hub} could not be reached for https://news.example/feeds/z.rss (no route)`,
    );
  });

  test("nobody is told of more feeds than a call may ask for, and the others are named", async () => {
    const told: string[] = [];
    const topics = Array.from({ length: 30 }, (_, n) => ({
      id: `t${n}`,
      title: { en: "T" },
      description: {},
    }));
    const many = { ...shelf, topics, rollOf: () => shelf.rollOf("all") };
    const call = { scheduledTime: Date.parse("2026-11-25T06:30:00Z"), cron: "*/5 * * * *" };
    const telling = tellOfWoken(many, call, async (_, { body }) => {
      told.push(String(body.get("hub.url")));
      return new Response();
    });
    await expect(telling).rejects.toThrow("https://news.example/feeds/t29.json: a call may ask no more");
    expect(told).toHaveLength(50);
  });

  test("a site without a hub tells nobody", async () => {
    const on = { ...shelf, site: { ...shelf.site, hub: null } };
    expect(await toldAt("2026-11-25T06:30:00Z", "*/5 * * * *", { on })).toEqual([]);
  });
});
