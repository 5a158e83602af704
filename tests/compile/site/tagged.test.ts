import { expect, test } from "vitest";
import { compileSite } from "../../../src/compile/compile.ts";

const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
const topic = '[[topic]]\nid = "rust"\ntitle = "Rust"\n';

/** What is told of the site's file; each article has these tags, and words of its own. */
function told(tags: readonly string[], settings = site): string[] {
  const texts = [
    "a boat in the harbour",
    "a train to the north",
    "a bridge over the river",
    "snow in the hills",
  ];
  const seeds = tags.map((list, at) => ({
    path: `${at}.md`,
    bytes: new TextEncoder().encode(
      `---\ntitle: ${texts[at]}\ntags: [${list}]\n---\nThere was ${texts[at]} today.\n`,
    ),
  }));
  const { problems } = compileSite({
    site: settings,
    ledger: "",
    seeds,
    origin: null,
    now: "2026-11-22T00:00:00Z",
  });
  return problems
    .filter(({ path }) => path === "site.toml")
    .map(({ level, what, fix }) => `${level}: ${what}. ${fix}.`);
}

test("a site without topics is told which tags most of its articles have", () => {
  expect(told(["Rust, Web, biển", "web", "rust", "Rust, c++"])).toEqual([
    'note: 4 articles have tags, and this site has no topics; most have rust (3), web (2). Write [[topic]], id = "rust" and title = "…" for each that is to have feeds.',
  ]);
});

test.each([
  ["where it has topics", ["web", "web", "go"], site + topic],
  ["of few tags", ["web", "web", ""], site],
  ["of tags that can be no topics", ["biển", "biển", "biển"], site],
])("it is told nothing %s", (_, tags, settings) => {
  expect(told(tags, settings)).toEqual([]);
});
