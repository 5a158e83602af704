// What the words beside a date say it is.

import { expect, test } from "vitest";
import { countWords } from "../../../src/compile/extractors/text/lines.ts";
import { readStamps } from "../../../src/compile/extractors/text/stamps.ts";

function kinds(text: string): string[] {
  return readStamps(text, countWords(text), "UTC", "day-first").map(({ kind }) => kind);
}

test.each([
  ["Publié le 3 février 2025 à 18h42, mis à jour le 4 février 2025 à 07h15", "published updated"],
  ["Cập nhật lúc 16:45 ngày 02/4/2025 - Đăng lúc 15:10 ngày 02/4/2025", "updated published"],
  ["Updated Nov. 19, 2019 8:21 am ET / Originally published Nov. 19, 2019", "updated published"],
  ["12 May 2025, 09:30 (updated 13 May 2025)", "bare updated"],
  ["14/11/2025 – 16/11/2025", "bare bare"],
])("a line has one stamp a date, each labelled by the words before it: %s", (text, expected) => {
  expect(kinds(text).join(" ")).toBe(expected);
});

test.each([
  "Posted on April 9, 2025 by Trade Desk",
  "By Ann Lee on Monday, November 18th, 2019 at 11:04 a.m.",
  "On January 12, 2025 by Ann Lee in Travel",
  "By Ann LeePublished: Jun 25, 2025",
  "Publiziert: 01.07.2023, 11:16",
  "Ngày đăng: 12/05/2025",
  "기사입력 :[ 2018-09-28 17:32 ]",
  "公開日：2024年5月1日",
])("the day of publication: %s", (text) => {
  expect(kinds(text)).toEqual(["published"]);
});

test.each(["Updated on: November 19, 2019", "Last modified on Mon 18 Nov 2019", "Cập nhật: 12/05/2025"])(
  "the day of an update: %s",
  (text) => {
    expect(kinds(text)).toEqual(["updated"]);
  },
);

test.each([
  "Deadline: 30 June 2026",
  "Deadline: Tuesday, 30 June 2026",
  "Submissions are due 30 June 2026",
  "Event date: 30 June 2026",
  "Thời gian: 14/11/2025",
  "Thời gian: 19h30, thứ Sáu ngày 14/11/2025",
  "Hạn nộp hồ sơ 30/6/2026",
  "Einsendeschluss: 30. Juni 2026",
])("another day: %s", (text) => {
  expect(kinds(text)).toEqual(["else"]);
});

test.each(["Thứ năm, 15/5/2025, 09:42 (GMT+7)", "Nguồn: VnExpress, 12/05/2025", "Ann Lee | 12 May 2025"])(
  "a day nothing is said about: %s",
  (text) => {
    expect(kinds(text)).toEqual(["bare"]);
  },
);
