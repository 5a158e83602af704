import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeProblem, type Problem } from "../../src/compile/problems.ts";
import { readSite } from "../../src/compile/site.ts";

const head = '[site]\ntitle = "News"\nurl = "https://news.example"\n';

/** The problems as a publisher reads them. */
function complaints(text: string): string[] {
  return readSite(text).problems.map((problem) => describeProblem(problem, "seeds/"));
}

describe("site.toml of this site", () => {
  const { settings, problems } = readSite(readFileSync("seeds/site.toml", "utf8"));

  test("is without fault", () => {
    expect(problems).toEqual([]);
  });

  test("names the sixteen topics, each in Vietnamese and English, with phrases", () => {
    expect(settings?.topics.map((topic) => topic.id)).toEqual([
      "maritime-security",
      "defence-cooperation",
      "coast-guard",
      "south-china-sea",
      "asean",
      "vietnam",
      "japan",
      "china",
      "india",
      "philippines",
      "united-states",
      "france",
      "russia",
      "human-trafficking-and-crime",
      "disaster-relief-and-rescue",
      "economy-and-trade",
    ]);
    for (const topic of settings?.topics ?? []) expect(Object.keys(topic.title)).toEqual(["vi", "en"]);
    for (const rule of settings?.rules ?? []) expect(rule.match.length).toBeGreaterThan(3);
  });
});

describe("a small site.toml", () => {
  test("has the usual settings where it says nothing", () => {
    expect(readSite(head).settings?.site).toEqual({
      title: "News",
      description: "",
      url: "https://news.example",
      lang: "en",
      author: null,
      timeZone: "UTC",
      hub: null,
      icon: null,
      entriesPerFeed: 50,
      content: "full",
    });
  });

  test("has the origin of the desk in place of its own where it is served there", () => {
    expect(readSite(head, "http://127.0.0.1:9000").settings?.site.url).toBe("http://127.0.0.1:9000");
  });

  test.each([
    ["https://hub.example", "https://hub.example"],
    ["https://hub.example/", "https://hub.example/"],
    ["https://hub.example/a?b=c", "https://hub.example/a?b=c"],
    ["https://Hải-quân.example/Trạm", "https://xn--hi-qun-0ta5402d.example/Tr%E1%BA%A1m"],
    ["https://hub.example/<a>", "https://hub.example/%3Ca%3E"],
  ])("has a hub %s, which goes into headers as %s", (written, sent) => {
    const { settings } = readSite(`${head}hub = "${written}"\n`);
    expect(settings?.site.hub).toBe(sent);
    expect(new Headers({ Link: `<${sent}>; rel="hub"` }).has("Link")).toBe(true);
  });

  test("may give a topic's title in one language or in several", () => {
    const topics = '[[topic]]\nid = "a"\ntitle = "A"\n[[topic]]\nid = "b"\ntitle = { vi = "Bê", en = "B" }\n';
    expect(readSite(head + topics).settings?.topics.map((topic) => topic.title)).toEqual([
      { "": "A" },
      { vi: "Bê", en: "B" },
    ]);
  });
});

describe("a mistake in site.toml", () => {
  test("names the line of an unknown key, and the known ones", () => {
    expect(complaints(`${head}titel = "x"\n`)).toEqual([
      'seeds/site.toml:4: error: unknown key "titel". Known here: title, description, url, language, author, timezone, hub, icon, entries, content.',
    ]);
  });

  test("is shown together with all others", () => {
    const text = `[site]\ntitle = 5\nurl = "news"\ntimezone = "Mars/Olympus"\nentries = 0\n[[topic]]\nid = "A b"\nmatch = "x"\n`;
    expect(complaints(text)).toEqual([
      "seeds/site.toml:2: error: title is 5. Write a text in quotes.",
      'seeds/site.toml:3: error: "news" is no web address. Begin with https:// and a host name.',
      'seeds/site.toml:4: error: "Mars/Olympus" is no time zone. Use an IANA name such as "Asia/Ho_Chi_Minh".',
      "seeds/site.toml:5: error: entries is 0. Write a whole number from 1 to 1000.",
      'seeds/site.toml:6: error: topic "A b" has no title. Add title = "…" or title = { vi = "…", en = "…" }.',
      `seeds/site.toml:7: error: "A b" is no topic id. Use a-z, 0-9 and hyphens: it is part of the feed's address.`,
      'seeds/site.toml:8: error: match is "x". Write a list of phrases: ["…", "…"].',
    ]);
  });

  test("names both lines of a topic that stands there twice", () => {
    const text = `${head}[[topic]]\nid = "a"\ntitle = "A"\n[[topic]]\nid = "a"\ntitle = "B"\n`;
    expect(complaints(text)).toEqual([
      'seeds/site.toml:8: error: topic "a" is already on line 5. Merge the two, or rename one.',
    ]);
  });

  test("is refused where a topic would take the address of all articles", () => {
    expect(complaints(`${head}[[topic]]\nid = "all"\ntitle = "All"\n`)[0]).toContain("site.toml:5: error");
  });

  test("of syntax names its line and leaves no settings", () => {
    const reading = readSite('[site]\ntitle = "News\n');
    expect(reading.settings).toBeNull();
    expect(reading.problems.map((problem) => problem.line)).toEqual([2]);
  });
});

test("a site without a url is warned that its links are local", () => {
  const reading = readSite('[site]\ntitle = "News"\n');
  expect(reading.problems.map((problem) => problem.level)).toEqual(["warning"]);
  expect(reading.settings?.site.url).toBe("http://127.0.0.1:8787");
});

describe("the limits of a site", () => {
  const head = '[site]\ntitle = "T"\nurl = "https://a.example"\n';

  test("are those of the free plan unless another is named", () => {
    expect(readSite(head).settings?.limits).toEqual({ script: 3_000_000, files: 20_000 });
    const paid = readSite(`${head}[limits]\nplan = "paid"\n`).settings?.limits;
    expect(paid).toEqual({ script: 10_000_000, files: 100_000 });
  });

  test("may be stated one by one", () => {
    const { settings } = readSite(`${head}[limits]\nscript = 5\nfiles = 1000\n`);
    expect(settings?.limits).toEqual({ script: 5_000_000, files: 1000 });
  });

  test("that are none are named with their lines", () => {
    const { settings, problems } = readSite(`${head}[limits]\nplan = "gold"\nscript = 0\nsize = 1\n`);
    expect(settings).toBeNull();
    expect(problems.map(({ line }) => line)).toEqual([5, 6, 7]);
    expect(describeProblem(problems[0] as Problem)).toContain('"gold" is no plan. Write "free" or "paid"');
  });
});

test("an error in a list or a table names the very place", () => {
  const text = `${head}[[topic]]\nid = "a"\ntitle = { vi = "", en = "A" }\nmatch = [""]\n[duplicates]\napart = [["a.txt", "b.txt"], 7]\n`;
  expect(complaints(text)).toEqual([
    "seeds/site.toml:6: error: title.vi is empty. Write a text in quotes.",
    "seeds/site.toml:7: error: match[0] is empty. Write a text in quotes.",
    'seeds/site.toml:9: error: apart[1] is 7. Write a list of phrases: ["…", "…"].',
  ]);
});
