import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSite, type TestAnswer, type TestSite, titlesIn, type Written } from "./site-of.ts";

const now = "2026-11-22T12:00:00Z";
const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();

/** Forty-five articles: the topics of number n are those its binary digits name, and every third is Vietnamese. */
const articles: Written[] = Array.from({ length: 45 }, (_, n) => ({
  title: `Article ${n}`,
  date: day(n + 1),
  topics: ["x", "y", "z"].filter((_, bit) => (n >> bit) & 1),
  lang: n % 3 === 0 ? "vi" : "en",
  text: n % 4 === 0 ? "Cảnh sát biển Việt Nam." : "The coast guard of Vietnam.",
}));

let site: TestSite;
beforeAll(() => {
  site = buildSite(articles, now);
});

const ask = (path: string, headers?: Record<string, string>): Promise<TestAnswer> =>
  site.ask(path, now, headers);

describe("a combination of topics", () => {
  const newestFirst = [...articles].reverse();
  const oracle = (holds: (topics: readonly string[], article: Written) => boolean): string[] =>
    newestFirst
      .filter((article) => holds(article.topics ?? [], article))
      .slice(0, 10)
      .map(({ title }) => title);

  test.each([
    ["x+y", (has: readonly string[]) => has.includes("x") && has.includes("y")],
    ["x,y", (has: readonly string[]) => has.includes("x") || has.includes("y")],
    ["!x", (has: readonly string[]) => !has.includes("x")],
    [
      "x+!y,z+!x",
      (has: readonly string[]) =>
        (has.includes("x") && !has.includes("y")) || (has.includes("z") && !has.includes("x")),
    ],
  ])("%s is a feed of the newest that fit", async (expression, holds) => {
    expect(titlesIn(await ask(`/feeds/${expression}.json`))).toEqual(oracle(holds));
  });

  test("may be narrowed by language and by words", async () => {
    expect(titlesIn(await ask("/feeds/x.json?lang=vi"))).toEqual(
      oracle((has, { lang }) => has.includes("x") && lang === "vi"),
    );
    expect(titlesIn(await ask("/feeds/all.json?q=%22canh+sat%22"))).toEqual(
      oracle((_, { text }) => text?.startsWith("Cảnh sát") ?? false),
    );
    expect(titlesIn(await ask("/feeds/all.json?q=c%E1%BA%A3nh+guard"))).toEqual([]);
  });

  test("has the same entries in every format and its page shows them", async () => {
    const titles = titlesIn(await ask("/feeds/x+y.json"));
    for (const path of ["/feeds/x+y.rss", "/feeds/x+y.atom", "/topics/x+y"]) {
      const { text } = await ask(path);
      for (const title of titles) expect(text, path).toContain(title);
    }
  });

  test("has one spelling; others are redirected to it", async () => {
    const redirects = [
      ["/feeds/y+x.rss", "/feeds/x+y.rss"],
      ["/feeds/X.atom", "/feeds/x.atom"],
      ["/feeds/y%2Cx.json", "/feeds/x,y.json"],
      ["/feeds/x.json?lang=VI", "/feeds/x.json?lang=vi"],
      ["/feeds/all.json?q=B+a", "/feeds/all.json?q=a+b"],
      ["/topics/y+x", "/topics/x+y"],
      ["/topics/x+all?q=%20", "/topics/x"],
    ];
    for (const [from = "", to] of redirects) {
      const { status, headers } = await ask(from);
      expect([status, headers.get("Location")], from).toEqual([301, to]);
      expect((await ask(to ?? "")).status).toBe(200);
    }
  });

  test("is served as it is with parameters that mean nothing here", async () => {
    expect((await ask("/feeds/x+y.rss?utm_source=a&fbclid=b")).status).toBe(200);
    expect((await ask("/topics/x?utm_source=a")).status).toBe(200);
  });

  test("names itself by its own address", async () => {
    const { text } = await ask("/feeds/x+!y.json?lang=en&q=coast+guard");
    const feed = JSON.parse(text) as { feed_url: string; home_page_url: string };
    expect(feed.feed_url).toBe("https://news.example/feeds/x+!y.json?lang=en&q=coast+guard");
    expect(feed.home_page_url).toBe("https://news.example/topics/x+!y?lang=en&q=coast+guard");
  });

  test.each([
    ["/feeds/nothing.rss", 404],
    ["/feeds/x+.rss", 400],
    ["/feeds/x+!x.rss", 400],
    ["/feeds/x,y,z,x,y,z,x,y,z.json", 400],
    ["/feeds/%E0%A4%A.json", 400],
    ["/feeds/x.json?lang=1", 400],
    [`/feeds/x.json?q=${"w".repeat(300)}`, 400],
    ["/topics/x+", 400],
    ["/topics/nothing", 404],
  ])("%s is answered with %s and a sentence", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.text.length).toBeGreaterThan(10);
  });

  test("never fails, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.string(),
        fc.constantFrom("rss", "atom", "json"),
        async (name, q, extension) => {
          const path = `/feeds/${encodeURIComponent(name)}.${extension}?q=${encodeURIComponent(q)}`;
          return (await ask(path)).status < 500;
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the archive of a topic", () => {
  const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

  async function walk(start: string): Promise<string[][]> {
    const pages: string[][] = [];
    for (let next: string | undefined = start; next !== undefined; ) {
      const answer: TestAnswer = await ask(next);
      expect(answer.status).toBe(200);
      pages.push(titlesIn(answer));
      const url = (JSON.parse(answer.text) as { next_url?: string }).next_url;
      next = url === undefined ? undefined : pathOf(url);
    }
    return pages;
  }

  test.each(["all", "x"])(
    "is complete when %s is walked from its feed, newest first, nothing twice on a page",
    async (topic) => {
      const pages = await walk(`/feeds/${topic}.json`);
      const all = [...articles]
        .reverse()
        .filter(({ topics = [] }) => topic === "all" || topics.includes(topic));
      const walked = [...new Set(pages.flat())];
      expect(walked).toEqual(all.map(({ title }) => title));
      for (const page of pages) expect(new Set(page).size).toBe(page.length);
    },
  );

  test("leaves a client that never asks again for a page it has seen without a gap, whenever it asks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (batches, late) => {
          let written: readonly Written[] = [];
          let ledger: TestSite["ledger"] = [];
          const has = new Set<string>();
          const seen = new Set<string>();
          for (const [turn, count] of batches.entries()) {
            const when = `2027-0${turn + 1}-01T00:00:00Z`;
            const more = Array.from({ length: count }, (_, at): Written => {
              const date = late && at % 3 === 0 ? day(at) : `2027-0${turn + 1}-01T00:00:${10 + at}Z`;
              const text = Array.from({ length: 40 }, (_, word) => `w${turn}x${at}x${word}`).join(" ");
              return { title: `Turn ${turn} article ${at}`, date, text };
            });
            written = [...written, ...more];
            const site = buildSite(written, `2027-0${turn + 1}-02T00:00:00Z`, ledger);
            ledger = site.ledger;
            for (let next: string | undefined = "/feeds/all.json"; next !== undefined && !seen.has(next); ) {
              if (next !== "/feeds/all.json") seen.add(next);
              const { text } = await site.ask(next, `2027-0${turn + 1}-02T00:00:00Z`);
              const page = JSON.parse(text) as { items: { title: string }[]; next_url?: string };
              for (const { title } of page.items) has.add(title);
              next = page.next_url === undefined ? undefined : pathOf(page.next_url);
            }
            expect([...has].sort(), when).toEqual(written.map(({ title }) => title).sort());
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test.each(["all", "x"])(
    "of %s stays as it is behind an article whose file is deleted: its place is empty",
    async (topic) => {
      const written = Array.from({ length: 35 }, (_, at): Written => {
        return { title: `Report ${at}`, date: day(at), topics: ["x"] };
      });
      const now = "2026-11-22T00:00:00Z";
      const before = buildSite(written, now);
      const left = written.filter((_, at) => at !== 4);
      const after = buildSite(left, "2026-11-23T00:00:00Z", before.ledger);
      const page = (site: TestSite, number: number) =>
        site.ask(`/feeds/${topic}/${number}.json`, "2026-11-24T00:00:00Z");
      expect(titlesIn(await page(after, 1))).toEqual(
        titlesIn(await page(before, 1)).filter((title) => title !== "Report 4"),
      );
      for (const number of [2, 3]) {
        const [was, is] = [await page(before, number), await page(after, number)];
        expect(titlesIn(is)).toHaveLength(10);
        expect([is.text, is.headers.get("ETag")]).toEqual([was.text, was.headers.get("ETag")]);
      }
    },
  );

  test("has links both ways in Atom and RSS, and says that it is an archive", async () => {
    for (const extension of ["atom", "rss"]) {
      const { text } = await ask(`/feeds/all/2.${extension}`);
      const at = (number: number): string => `https://news.example/feeds/all/${number}.${extension}`;
      expect(text).toMatch(
        new RegExp(`rel="prev-archive"[^>]*href="${at(1)}"|href="${at(1)}"[^>]*rel="prev-archive"`),
      );
      expect(text).toMatch(
        new RegExp(`rel="next-archive"[^>]*href="${at(3)}"|href="${at(3)}"[^>]*rel="next-archive"`),
      );
      expect(text).toContain('rel="current"');
      expect(text).toContain("<fh:archive");
      // What is not full is no archived document: it changes.
      expect((await ask(`/feeds/all/5.${extension}`)).text).not.toContain("fh:archive");
    }
  });

  test("lets full pages be asked for again too: what stands in them may be edited or taken back", async () => {
    for (const page of [1, 4, 5]) {
      const control = (await ask(`/feeds/all/${page}.rss`)).headers.get("Cache-Control");
      expect(control).toBe("public, max-age=900, stale-while-revalidate=86400");
    }
  });

  test("has a full page name the next one before anything stands there", async () => {
    const forty = buildSite(articles.slice(0, 40), now);
    expect((await forty.ask("/feeds/all/4.atom", now)).text).toContain("/feeds/all/5.atom");
    const empty = await forty.ask("/feeds/all/5.json", now);
    expect([empty.status, titlesIn(empty)]).toEqual([200, []]);
    expect((await forty.ask("/feeds/all/6.json", now)).status).toBe(404);
    expect(
      (JSON.parse((await forty.ask("/feeds/all.json", now)).text) as { next_url: string }).next_url,
    ).toContain("/4.json");
  });

  test("has no page 0, none after the last, and none of a combination", async () => {
    for (const path of [
      "/feeds/all/0.rss",
      "/feeds/all/6.rss",
      "/feeds/x+y/1.rss",
      "/feeds/all/01.rss",
      "/feeds/no/1.rss",
    ]) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });

  test("has full pages that newer and late articles leave as they are", async () => {
    const late = [
      { title: "Late old one", date: day(3), topics: ["x"] },
      { title: "Newest one", date: "2026-11-20T00:00:00Z", topics: ["x"] },
    ];
    const grown = buildSite([...articles, ...late], "2026-11-23T00:00:00Z", site.ledger);
    for (const path of ["/feeds/all/1.atom", "/feeds/all/4.atom", "/feeds/all/4.rss", "/feeds/x/1.json"]) {
      const before = await ask(path);
      const after = await grown.ask(path, "2026-11-23T00:00:00Z");
      expect(after.text).toBe(before.text);
      expect(after.headers.get("ETag")).toBe(before.headers.get("ETag"));
    }
  });

  test("has full pages that stay as they are when an article of another page is taken back", async () => {
    const later = "2026-11-23T00:00:00Z";
    const said = articles.map((one, at) => (at === 13 ? { ...one, retracted: "It was wrong." } : one));
    const gone = articles.filter((_, at) => at !== 13);
    for (const [left, topics] of [[said, ["all", "x"]] as const, [gone, ["all"]] as const]) {
      const shorter = buildSite(left, later, site.ledger);
      for (const topic of topics) {
        const changed: number[] = [];
        for (const page of topic === "all" ? [1, 2, 3, 4] : [1, 2]) {
          const before = await ask(`/feeds/${topic}/${page}.atom`);
          const after = await shorter.ask(`/feeds/${topic}/${page}.atom`, later);
          if (after.text !== before.text) changed.push(page);
        }
        // It is the fourteenth of all, and the seventh with topic x.
        expect(changed).toEqual(topic === "all" ? [2] : [1]);
        const page = await shorter.ask("/feeds/all/2.json", later);
        expect(titlesIn(page)).toHaveLength(9);
        expect(titlesIn(page)).not.toContain("Article 13");
      }
    }
  });
});

describe("differences", () => {
  const delta = { "A-IM": "feed" };

  test("are what a client does not have, told by its own tag", async () => {
    const first = await site.ask("/feeds/all.atom", now, delta);
    expect(first.status).toBe(200);
    const tag = first.headers.get("ETag") ?? "";
    const edited = articles.map((one) =>
      one.title === "Article 40" ? { ...one, text: "Another text." } : one,
    );
    const later = "2026-11-23T00:00:00Z";
    const grown = buildSite([...edited, { title: "News of today", date: later }], later, site.ledger);
    const answer = await grown.ask("/feeds/all.atom", later, { ...delta, "If-None-Match": tag });
    expect(answer.status).toBe(226);
    expect(answer.headers.get("IM")).toBe("feed");
    expect(answer.headers.get("Delta-Base")).toBe(tag);
    expect(answer.headers.get("Vary")).toContain("A-IM");
    expect(
      answer.text.match(/<title[^>]*>(?:Article|News of)[^<]*/g)?.map((title) => title.replace(/<.*>/, "")),
    ).toEqual(["News of today", "Article 40"]);
    const whole = await grown.ask("/feeds/all.atom", later, delta);
    expect(answer.headers.get("ETag")).toBe(whole.headers.get("ETag"));
  });

  test("are never taken for the whole feed by a client that takes no gzip, nor the other way round", async () => {
    const plain = { "Accept-Encoding": "identity" };
    const tag = (await site.ask("/feeds/all.json", now, delta)).headers.get("ETag") ?? "";
    const later = "2026-11-23T00:00:00Z";
    const grown = buildSite([...articles, { title: "News of today", date: later }], later, site.ledger);
    const ask = (headers: Record<string, string>) =>
      grown.ask("/feeds/all.json", later, { ...plain, ...headers });
    const sizes = [];
    for (const headers of [
      {},
      { ...delta, "If-None-Match": tag },
      delta,
      { ...delta, "If-None-Match": tag },
      {},
    ]) {
      sizes.push(titlesIn(await ask(headers)).length);
    }
    expect(sizes).toEqual([10, 1, 10, 1, 10]);
  });

  test("are made against the one of several tags that leaves fewest, and it is named", async () => {
    const old = (await buildSite(articles.slice(0, 40), now).ask("/feeds/all.json", now, delta)).headers.get(
      "ETag",
    );
    const tag = (await site.ask("/feeds/all.json", now, delta)).headers.get("ETag") ?? "";
    const later = "2026-11-23T00:00:00Z";
    const grown = buildSite([...articles, { title: "News of today", date: later }], later, site.ledger);
    const both = { ...delta, "If-None-Match": `${old}, ${tag}, "other"` };
    const answer = await grown.ask("/feeds/all.json", later, both);
    expect(answer.status).toBe(226);
    expect(answer.headers.get("Delta-Base")).toBe(tag);
    expect(titlesIn(answer)).toEqual(["News of today"]);
  });

  test("are made against the first twenty tags, so that a header full of them costs no more", async () => {
    const tag = (await ask("/feeds/all.rss", delta)).headers.get("ETag") ?? "";
    const ours = tag.replace(/^W\/".{5}/, 'W/"AAAAA');
    const others = (count: number): string => Array.from({ length: count }, (_, n) => `"${n}.", `).join("");
    const base = async (tags: string): Promise<string | null> =>
      (await ask("/feeds/all.rss", { ...delta, "If-None-Match": tags })).headers.get("Delta-Base");
    expect(await base(others(19) + ours)).toBe(ours);
    expect(await base(others(20) + ours)).toBe('W/"0."');
  });

  test("are not for a client that says it wants none", async () => {
    const tag = (await ask("/feeds/all.rss", delta)).headers.get("ETag") ?? "";
    const other = tag.replace(/^W\/".{5}/, 'W/"AAAAA');
    expect((await ask("/feeds/all.rss", { "A-IM": "feed", "If-None-Match": other })).status).toBe(226);
    expect((await ask("/feeds/all.rss", { "A-IM": "feed;q=0", "If-None-Match": other })).status).toBe(200);
  });

  test("are not for a program that has feedparser ask for them, and takes 226 for an error", async () => {
    const accept =
      "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1";
    const feedparser = { ...delta, Accept: accept };
    const whole = await ask("/feeds/all.rss");
    const first = await ask("/feeds/all.rss", feedparser);
    expect([first.status, first.text]).toEqual([200, whole.text]);
    // It may also hold the tag that a client gets who can take differences.
    for (const known of [whole, await ask("/feeds/all.rss", delta)]) {
      const tag = known.headers.get("ETag") ?? "";
      expect((await ask("/feeds/all.rss", { ...feedparser, "If-None-Match": tag })).status).toBe(304);
      const other = tag.replace(/^W\/".{5}/, 'W/"AAAAA');
      const answer = await ask("/feeds/all.rss", { ...feedparser, "If-None-Match": other });
      expect([answer.status, answer.text]).toEqual([200, whole.text]);
    }
  });

  test("are none where nothing changed: 304, with either kind of tag", async () => {
    const plain = (await ask("/feeds/x.rss")).headers.get("ETag") ?? "";
    const detailed = (await ask("/feeds/x.rss", delta)).headers.get("ETag") ?? "";
    expect(detailed).not.toBe(plain);
    for (const tag of [plain, detailed]) {
      expect((await ask("/feeds/x.rss", { ...delta, "If-None-Match": tag })).status).toBe(304);
      expect((await ask("/feeds/x.rss", { "If-None-Match": tag })).status).toBe(304);
    }
  });

  test("are the whole feed for a tag that is not ours, or that lists nothing", async () => {
    for (const tag of ['"foreign"', 'W/"x.y"', "nonsense"]) {
      const answer = await ask("/feeds/x.rss", { ...delta, "If-None-Match": tag });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("IM")).toBeNull();
    }
  });

  test("never leave a client without an entry it would have got, over any series of builds", async () => {
    const step = fc.subarray(articles.slice(0, 24), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        const has = new Set<string>();
        let tag = "";
        let ledger: TestSite["ledger"] = [];
        for (const [index, present] of steps.entries()) {
          const at = `2026-12-0${index + 1}T00:00:00Z`;
          const built = buildSite(present, at, ledger);
          ledger = built.ledger;
          const answer = await built.ask("/feeds/all.json", at, { ...delta, "If-None-Match": tag });
          if (answer.status !== 304) for (const title of titlesIn(answer)) has.add(title);
          tag = answer.headers.get("ETag") ?? "";
          const whole = titlesIn(await built.ask("/feeds/all.json", at));
          if (!whole.every((title) => has.has(title))) return false;
        }
        return true;
      }),
      { numRuns: 25 },
    );
  });
});

describe("an article still to come", () => {
  const comes = "2026-11-25T06:30:00Z";
  const before = "2026-11-25T06:29:59Z";
  const coming: Written = { title: "Secret plan", date: comes, topics: ["x"], text: "Hush hush words." };
  let embargoed: TestSite;
  let path: string;

  beforeAll(() => {
    embargoed = buildSite([...articles, coming], now);
    path = embargoed.paths.find((one) => one.includes("secret-plan")) ?? "";
  });

  const listings = [
    "/",
    "/index.json",
    "/sitemap.xml",
    "/topics/all",
    "/topics/x",
    "/topics/x+!y",
    "/topics/all?q=hush",
    ...["rss", "atom", "json"].flatMap((extension) => [
      `/feeds/all.${extension}`,
      `/feeds/x.${extension}`,
      `/feeds/x+!y.${extension}`,
      `/feeds/all.${extension}?q=hush`,
      `/feeds/all/5.${extension}`,
    ]),
  ];

  test.each(listings)("is in %s from its second on, and not before", async (listing) => {
    const early = await embargoed.ask(listing, before);
    const late = await embargoed.ask(listing, comes);
    expect(early.text).not.toMatch(/secret|hush hush words/i);
    expect(late.text).toMatch(/secret plan|secret-plan/i);
    expect(late.headers.get("ETag")).not.toBe(early.headers.get("ETag"));
    expect(Date.parse(late.headers.get("Last-Modified") ?? "")).toBe(Date.parse(comes));
    const again = await embargoed.ask(listing, comes, { "If-None-Match": early.headers.get("ETag") ?? "" });
    expect(again.status).toBe(200);
  });

  test("is waited for: what it will appear in is kept until then and not a second longer", async () => {
    for (const listing of [
      "/",
      "/index.json",
      "/topics/x",
      "/feeds/x.rss",
      "/feeds/x+!y.atom",
      "/feeds/all/5.json",
    ]) {
      const lifetime = async (at: string): Promise<string> =>
        (await embargoed.ask(listing, at)).headers.get("Cache-Control") ?? "";
      expect(await lifetime(before), listing).toBe("public, max-age=1");
      expect(await lifetime("2026-11-25T06:20:00Z"), listing).toBe("public, max-age=600");
      expect(await lifetime(comes), listing).toContain("max-age=900");
    }
  });

  test("cannot be fetched before, by any address", async () => {
    const short = path.slice(-10);
    for (const address of [path, `/articles/${short}`, `/articles/other-${short}`]) {
      const answer = await embargoed.ask(address, before);
      expect(answer.status, address).toBe(404);
      expect(answer.headers.get("Location")).toBeNull();
    }
    expect((await embargoed.ask(path, comes)).status).toBe(200);
    expect((await embargoed.ask(`/articles/other-${short}`, comes)).status).toBe(301);
  });

  test("is new to a client that asks for differences", async () => {
    const tag = (await embargoed.ask("/feeds/x.json", before, { "A-IM": "feed" })).headers.get("ETag") ?? "";
    const answer = await embargoed.ask("/feeds/x.json", comes, { "A-IM": "feed", "If-None-Match": tag });
    expect(answer.status).toBe(226);
    expect(titlesIn(answer)).toEqual(["Secret plan"]);
  });

  test("leaves no trace in what is joined and what a later build makes ready: the same tag", async () => {
    const joined = await embargoed.ask("/feeds/x.rss", comes);
    const rebuilt = buildSite(
      [...articles, coming],
      comes,
      embargoed.ledger.map((entry) => ({ ...entry })),
    );
    const again = await rebuilt.ask("/feeds/x.rss", comes);
    expect(again.text).toBe(joined.text);
    expect(again.headers.get("ETag")).toBe(joined.headers.get("ETag"));
  });
});

describe("an article that was taken back", () => {
  const gone = "2026-11-23T00:00:00Z";
  const rest = articles.filter(({ title }) => title !== "Article 44");
  let after: TestSite;
  let path: string;
  let id: string;

  beforeAll(() => {
    after = buildSite(rest, gone, site.ledger);
    path = site.paths.find((one) => one.includes("article-44")) ?? "";
    id = Object.values(after.bundle.index.retracted)[0]?.id ?? "none";
  });

  test("is gone from every feed, and its page says so with 410", async () => {
    expect(titlesIn(await after.ask("/feeds/all.json", gone))).not.toContain("Article 44");
    expect((await after.ask(path, gone)).status).toBe(410);
    expect((await after.ask(`/articles/${path.slice(-10)}`, gone)).status).toBe(410);
  });

  test("leaves a tombstone in Atom for thirty days, and moves what lists are dated by", async () => {
    const day29 = "2026-12-22T23:59:59Z";
    const day30 = "2026-12-23T00:00:00Z";
    expect((await after.ask("/feeds/all.atom", gone)).text).toContain(`ref="${id}"`);
    expect((await after.ask("/feeds/all.atom", day29)).text).toContain(`ref="${id}"`);
    expect((await after.ask("/feeds/all.atom", day30)).text).not.toContain(`ref="${id}"`);
    const { headers } = await after.ask("/feeds/all.rss", gone);
    expect(Date.parse(headers.get("Last-Modified") ?? "")).toBe(Date.parse(gone));
  });

  test("gives the reason where its file states one", async () => {
    const reasoned = buildSite(
      articles.map((one) =>
        one.title === "Article 44" ? { ...one, retracted: "The minister was misquoted." } : one,
      ),
      gone,
      site.ledger,
    );
    const answer = await reasoned.ask(path, gone);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain("The minister was misquoted.");
    expect((await reasoned.ask("/feeds/all.atom", gone)).text).toContain("The minister was misquoted.");
  });

  test("comes back with its old id, and is newer for those who ask by date", async () => {
    const back = "2026-11-24T00:00:00Z";
    const restored = buildSite(articles, back, after.ledger);
    expect(restored.paths).toContain(path);
    const { headers, text } = await restored.ask("/feeds/all.json", back);
    expect(text).toContain(id);
    expect(Date.parse(headers.get("Last-Modified") ?? "")).toBe(Date.parse(back));
  });
});

describe("an article whose words change", () => {
  const stays = {
    title: "The pier",
    date: "2026-11-20T00:00:00Z",
    lang: "en",
    text: "Of the lighthouse and its keeper.",
  };
  const goes = { ...stays, title: "The dunes", text: "A walk from the lighthouse to the dunes in the wind." };
  const later = "2026-11-23T00:00:00Z";
  const since = { "If-Modified-Since": new Date("2026-11-22T13:00:00Z").toUTCString() };
  const first = buildSite([stays, goes], now);

  test("and that leaves a search is news there for those who ask by date", async () => {
    const edited = { ...goes, text: "A walk from the beach to the dunes in the wind." };
    const second = buildSite([stays, edited], later, first.ledger);
    const search = "/feeds/all.rss?q=lighthouse";
    expect((await first.ask(search, now, since)).status).toBe(304);
    const answer = await second.ask(search, later, since);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("The dunes");
    // A topic without it is as it was.
    expect((await second.ask("/feeds/y.rss", later, since)).status).toBe(304);
  });
});

describe("an article whose topics change", () => {
  const before = "2026-11-22T13:00:00Z";
  const moved = "2026-11-23T00:00:00Z";
  const elsewhere = articles.map((one) => (one.title === "Article 44" ? { ...one, topics: ["x"] } : one));
  let after: TestSite;
  beforeAll(() => {
    after = buildSite(elsewhere, moved, site.ledger);
  });

  test.each(["/feeds/x.json", "/feeds/z.json", "/feeds/y+z.json", "/feeds/all.json", "/", "/index.json"])(
    "is news at %s for those who ask by date",
    async (path) => {
      const { headers } = await after.ask(path, moved);
      expect(Date.parse(headers.get("Last-Modified") ?? "")).toBe(Date.parse(moved));
      const since = { "If-Modified-Since": new Date(before).toUTCString() };
      expect((await site.ask(path, now, since)).status).toBe(304);
      expect((await after.ask(path, moved, since)).status).toBe(200);
    },
  );

  test("goes from one feed to the other, and was not updated", async () => {
    const updateIn = async (from: TestSite, path: string): Promise<string | undefined> => {
      const { text } = await from.ask(path, moved);
      const feed = JSON.parse(text) as { items: { title: string; date_modified: string }[] };
      return feed.items.find(({ title }) => title === "Article 44")?.date_modified;
    };
    const was = await updateIn(site, "/feeds/z.json");
    expect(was).toBe("2026-02-14T00:00:00Z");
    expect(await updateIn(after, "/feeds/x.json")).toBe(was);
    expect(await updateIn(after, "/feeds/z.json")).toBeUndefined();
  });

  test("is no news any more in the next build", async () => {
    const again = buildSite(elsewhere, "2026-11-25T00:00:00Z", after.ledger);
    expect(again.ledger).toEqual(after.ledger);
  });
});

describe("a browser that opens a feed's address", () => {
  test("gets a page that says what it is; everybody else gets the feed", async () => {
    const opened = await ask("/feeds/x.rss", { "Sec-Fetch-Dest": "document" });
    expect(opened.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(opened.text).toContain("https://news.example/feeds/x.rss");
    expect(opened.headers.get("Vary")).toContain("Sec-Fetch-Dest");
    expect((await ask("/feeds/x.rss", { "Sec-Fetch-Dest": "empty" })).headers.get("Content-Type")).toContain(
      "rss",
    );
  });
});

describe("a site with a hub", () => {
  const hub = () => buildSite(articles.slice(0, 3), now, [], 'hub = "https://hub.example/"\n');
  const extensions = ["rss", "atom", "json"] as const;

  test("names it in the feeds it tells it of, and in their headers; another one does not", async () => {
    const told = hub();
    for (const path of extensions.flatMap((extension) => [
      `/feeds/x.${extension}`,
      `/feeds/all.${extension}`,
    ])) {
      const answer = await told.ask(path, now);
      expect(answer.text).toContain("https://hub.example/");
      expect(answer.headers.get("Link")).toBe(
        `<https://hub.example/>; rel="hub", <https://news.example${path}>; rel="self"`,
      );
      const without = await ask(path);
      expect(without.headers.get("Link")).toBeNull();
      expect(without.text).not.toContain("hub");
    }
  });

  test("names none in a feed nobody tells it of: a combination, a language, a search, an archive page", async () => {
    const told = hub();
    for (const extension of extensions) {
      for (const query of [
        `x+y.${extension}`,
        `x.${extension}?lang=en`,
        `x.${extension}?q=x`,
        `x/1.${extension}`,
      ]) {
        const answer = await told.ask(`/feeds/${query}`, now);
        expect(answer.status, query).toBe(200);
        expect(answer.headers.get("Link"), query).toBeNull();
        expect(answer.text, query).not.toContain("https://hub.example/");
      }
    }
  });
});

describe("an address with a slash too many", () => {
  test("is redirected to the one without, on this site only", async () => {
    expect((await ask("/topics/x/")).headers.get("Location")).toBe("/topics/x");
    expect((await ask("/feeds/x.rss//")).headers.get("Location")).toBe("/feeds/x.rss");
    expect((await ask("/topics/x/")).headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect((await ask("/topics/x/?lang=vi")).headers.get("Location")).toBe("/topics/x?lang=vi");
    const others = ["//evil.example/", "/%2Fevil.example/", "/%5Cevil.example/", "/%09/evil.example/"];
    for (const path of [...others, "/%0A/evil.example/", "/%E1%BB%87/", "/%/", "/%FF/"]) {
      const { status, headers } = await ask(path);
      expect([301, 404], path).toContain(status);
      const to = headers.get("Location");
      if (to !== null) expect(new URL(to, "https://example.com/").host, path).toBe("example.com");
    }
  });

  test("is answered at once, however many slashes stand in it", async () => {
    // A quarter of a minute where each would be looked at again for each.
    expect((await ask(`/a${"/".repeat(200_000)}b`)).status).toBe(404);
  });
});

describe("an address other sites have their feed at", () => {
  test.each([
    ["/feed", "/feeds/all.rss"],
    ["/feed/", "/feeds/all.rss"],
    ["/rss.xml", "/feeds/all.rss"],
    ["/index.xml", "/feeds/all.rss"],
    ["/rss?lang=vi", "/feeds/all.rss?lang=vi"],
    ["/atom.xml", "/feeds/all.atom"],
    ["/feed.json", "/feeds/all.json"],
    ["/articles", "/topics/all"],
    ["/feeds/", "/"],
  ])("leads on: %s to %s", async (path, to) => {
    const { status, headers } = await ask(path);
    expect([status, headers.get("Location")]).toEqual([301, to]);
    expect((await ask(to)).status).toBe(200);
  });

  test("has nothing where it is no such address", async () => {
    for (const path of ["/feed.xml.gz", "/feedx", "/constructor", "/toString", "/favicon.ico"])
      expect((await ask(path)).status, path).toBe(404);
  });

  test("is that of the icon, where the site has one", async () => {
    const icon = "https://news.example/waves.png";
    const withIcon = buildSite(articles, now, [], `icon = "${icon}"\n`);
    expect((await withIcon.ask("/favicon.ico", now)).headers.get("Location")).toBe(icon);
  });
});

describe("the form that puts topics together", () => {
  test("leads to the page of what was chosen", async () => {
    const answer = await ask("/topics?with=y&with=x&without=z&lang=vi&q=");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe("/topics/x+y+!z?lang=vi");
  });
});
