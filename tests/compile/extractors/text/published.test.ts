// The day an article came out, where its line looks like another thing.

import { expect, test } from "vitest";
import { extractText } from "../../../../src/compile/extractors/text.ts";

const title = "The lighthouse on the northern pier is lit again";
const lead =
  "After eleven years the lamp above the harbour burns again, and the stairs are open to visitors.";
const paragraphs = [
  "The old lighthouse was lit again on Sunday evening, eleven years after its lamp had been taken down by the harbour office.",
  "Volunteers from the town had spent four winters on the staircase, the lantern room and the clockwork that turns the lens.",
  "The keeper’s grandson, who is seventy-eight now, was the first to climb the hundred and twelve steps to the lamp.",
];

function publishedOn(...stamp: string[]): string | null {
  const text = [title, lead, ...stamp, ...paragraphs].join("\n");
  const [draft] = extractText(text, "seed.txt", { timeZone: "Europe/Berlin", lang: "vi" }).drafts;
  return draft?.published?.value.slice(0, 10) ?? null;
}

test.each([
  ["9. September 2025 um 15:46 Uhr / Anna Lee-Winter, Bremen", "2025-09-09"],
  ["By Ann Lee.  Last Updated on December 11, 2025", "2025-12-11"],
])("a stamp with a full stop inside is no paragraph: %s", (stamp, day) => {
  expect(publishedOn(stamp)).toBe(day);
});

test.each([
  ["a name", "Tobias Maler24.04.2024, 19:35 Uhr", "2024-04-24"],
  ["a name, without a nought", "Tobias Maler3.11.2023", "2023-11-03"],
  ["a label where words are not parted", "입력2023.11.02. 오후 8:06", "2023-11-02"],
])("%s may run into the day", (_, stamp, day) => {
  expect(publishedOn(stamp)).toBe(day);
});

test.each<[string, string | null]>([
  ["22/11/2020 - 04:30 - Fonte: Island Agency - Foto: Ana Muster", "2020-11-22"],
  ["Foto: Ana Muster, 22/11/2020", null],
])("a line that names the photographer is a dateline only with a time: %s", (stamp, day) => {
  expect(publishedOn(stamp)).toBe(day);
});

test.each([
  "Ann Lee was the first to climb the stairs. She had waited for it since 3 May 2014, the day of the closing",
  "The lamp had been taken down on 3 May 2014. Nobody knew where it was.",
])("a day in a paragraph is not the day of publication: %s", (stamp) => {
  expect(publishedOn(stamp)).toBeNull();
});

test.each([
  ["Berlin, 3. Mai 2025 – ", "2025-05-03"],
  ["(3. Mai 2025) ", "2025-05-03"],
  ["3.5.2025 - ", "2025-05-03"],
  ["Pressemitteilung vom 3. Mai 2025 | Berlin – ", "2025-05-03"],
  ["3 May 2025. ", "2025-05-03"],
])("a paragraph of the text may open with its day: %s", (opening, day) => {
  const text = [title, lead, `${opening}${paragraphs[0]}`, ...paragraphs.slice(1)].join("\n");
  const [draft] = extractText(text, "seed.txt", { timeZone: "Europe/Berlin", lang: "de" }).drafts;
  expect(draft?.published?.value.slice(0, 10)).toBe(day);
  expect(draft?.text).toContain(paragraphs[0]);
});

test("the days a chronicle's paragraphs open with are those of what happened", () => {
  const text = [title, lead, ...paragraphs.map((one, index) => `${index + 3} May 2025 – ${one}`)].join("\n");
  const [draft] = extractText(text, "seed.txt", { timeZone: "Europe/Berlin", lang: "en" }).drafts;
  expect(draft?.published ?? null).toBeNull();
});

test("a day alone behind its name, without a colon, is that of the page", () => {
  expect(publishedOn("Date 03.05.2025")).toBe("2025-05-03");
});
