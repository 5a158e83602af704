// Which line of a page is its title, where several could be.

import { describe, expect, test } from "vitest";
import { extractText } from "../../../../src/compile/extractors/text.ts";

const context = { timeZone: "Asia/Ho_Chi_Minh", lang: "vi" };

const paragraphs = [
  "The old lighthouse on the northern pier was lit again on Sunday evening, eleven years after its lamp had been taken down.",
  "Volunteers from the harbour town had spent four winters on the staircase, the lantern room and the clockwork that turns the lens.",
  "The keeper’s grandson, who is seventy-eight now, was the first to climb the hundred and twelve steps when the door was opened.",
  "Ships no longer need the lamp to find their way, the harbour office said, but it will be lit on every evening of the summer.",
  "The town has paid for half of the work, and a lottery in the spring brought in what was missing for the glass of the lens.",
  "The lens was found in the cellar of the school, where it had been put when the tower was closed, wrapped in old sails.",
  "Two of the volunteers are clockmakers, and one of them made the wheels that had been lost from the clockwork by hand.",
  "From Monday on the staircase is open to visitors, who may climb it in groups of six when the lamp is not lit.",
  "The harbour office has asked for a second lamp on the southern pier, but nobody has found the money for it so far.",
  "On Sunday the band of the town played below the tower until the lamp went out at midnight, as it will on every evening.",
];
const menu = ["Skip to content", "Home", "News", "Sport", "Search", "Sign in"];

function titleOf(above: readonly string[], body: readonly string[] = paragraphs): string | null {
  const [draft] = extractText([...above, ...body].join("\n"), "seed.txt", context).drafts;
  return draft === undefined || draft.titleDerived ? null : (draft.title?.value ?? null);
}

describe("of two headlines the first is the title, and the second says more about it", () => {
  test("a long one and a longer one", () => {
    const more = "How four winters of work gave the town its lighthouse back";
    const title = "A lamp burns above the northern pier again";
    const above = [...menu, title, more, "May 4, 2025"];
    expect(titleOf(above, paragraphs.slice(0, 5))).toBe(title);
  });

  test("written small, below the name of a letter", () => {
    const title = "what was dark for long is light";
    const more = "the repair of a lighthouse";
    const above = ["Ann Lee – Notes", "Subscribe", "Sign in", title, more, "Ann Lee", "May 4, 2025", "Share"];
    expect(titleOf(above)).toBe(title);
  });
});

test("a title stands below a notice that reads like the article, and nothing above it is the article", () => {
  const notice =
    "We noticed that you are using a browser that is out of date. Please consider another one to see all of this site.";
  const title = "What is a lighthouse for?";
  const above = [...menu, "Ships and Harbours", "Help", "Contact", "Icon", notice, "Dismiss notification"];
  expect(titleOf([...above, title])).toBe(title);
  const [draft] = extractText([...above, title, ...paragraphs].join("\n"), "seed.txt", context).drafts;
  expect(draft?.text).not.toContain("browser");
});

test("the path to a title is not the title", () => {
  const title = "Lighthouse of the northern pier is lit again";
  const above = [...menu, `Home News ${title}`, "Ann Lee", "May 4, 2025", "Share", title];
  expect(titleOf(above, paragraphs.slice(0, 5))).toBe(title);
});

test("a heading in the table of contents is not the title, though a part is headed by it", () => {
  const parts = [
    "The staircase of the northern tower",
    "The lens and its clockwork",
    "Volunteers and their four winters",
  ];
  const body = paragraphs.flatMap((paragraph, index) =>
    index < 3 ? [`${index + 1}. ${parts[index]}`, paragraph] : [paragraph],
  );
  const title = "What a lamp is worth in 2025";
  const above = ["Skip to content", "/Town", `/${title}`, "General", title, "Updated: May 4, 2025", "Save"];
  expect(titleOf([...above, "Table of contents", ...parts], body)).toBe(title);
});

test("a day and a time alone are no title", () => {
  expect(titleOf(["Home", "News", "Sport", "", "Sunday 4 May 2025, 16:51", "", "Share", ""])).toBeNull();
});

test("how long ago a page came out is said beside its title", () => {
  const title = "Lamp of the pier burns once more";
  const below = ["Ann Lee", "Share", "Print", "Close", "Video: the harbour at night"];
  expect(titleOf([...menu, "1 day ago", title, ...below], paragraphs.slice(0, 5))).toBe(title);
});

test("a title is known by the letters it shares with the article, where words are joined and bent", () => {
  const body = [
    "Wathakaza mandulo umlindilambakhe emnyango wasesikhumbeni, ngokusho kwabalindilamba abathathu basesikhumbeni abebehleli khona ngalobo busuku bezwa umsindo omkhulu uvela ngaphandle kwendlu yesibanilamba endala, okwathi besaphuma babona ukukhanya okukhulu phezu kolwandle.",
    "Abalindilamba bathi isibanilamba sasesikhumbeni sizokhanya njalo ebusuku, kusukela manje kuze kufike ihlobo elizayo, futhi abantu bangena mahhala ngezimpelasonto uma izulu lilihle, kodwa izingane kumele zihambe nabazali bazo njengoba izitebhisi ziningi kakhulu.",
  ];
  const title = "Kuyakhanya isibanilamba esikhumbeni";
  const above = [
    "Ikhaya",
    "Izindaba",
    "Ezemidlalo",
    title,
    "Ngu Lindi",
    "November 6, 2025",
    "Facebook",
    "Print",
  ];
  expect(titleOf(above, body)).toBe(title);
});
