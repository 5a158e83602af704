import { describe, expect, test } from "vitest";
import { readMoment, readTwice } from "../../../../src/commands/add/exports/moments.ts";

const zone = "Asia/Ho_Chi_Minh";

describe("a date that is stated by the clock of the site and in UTC", () => {
  test.each([
    [
      "has the offset between them",
      "2024-05-02 10:30:00",
      "2024-05-02 08:30:00",
      "2024-05-02T10:30:00+02:00",
    ],
    ["in the west too", "2009-03-01 22:15:00", "2009-03-02 05:15:00", "2009-03-01T22:15:00-07:00"],
    ["of half an hour too", "2024-05-02 10:30:00", "2024-05-02 05:00:00", "2024-05-02T10:30:00+05:30"],
    ["and none at sea", "2024-05-02 08:30:00", "2024-05-02 08:30:00", "2024-05-02T08:30:00+00:00"],
    [
      "is in UTC where they are of different days",
      "2024-05-02 10:30:00",
      "2020-01-01 00:00:00",
      "2020-01-01T00:00:00Z",
    ],
    [
      "is of the zone of this site where UTC is missing",
      "2024-05-02 10:30:00",
      "0000-00-00 00:00:00",
      "2024-05-02T10:30:00+07:00",
    ],
    ["is in UTC where the other is missing", "", "2024-05-02 08:30:00", "2024-05-02T08:30:00Z"],
    ["is none where both are", "0000-00-00 00:00:00", "", null],
  ])("%s", (_, local, utc, expected) => {
    expect(readTwice(local, utc, zone)).toBe(expected);
  });
});

test.each([
  ["Thu, 02 May 2024 10:30:00 +0200", "2024-05-02T10:30:00+02:00"],
  ["Thu, 02 May 2024 10:30:00 GMT", "2024-05-02T10:30:00+00:00"],
  ["2012-05-12T10:37:00.001-07:00", "2012-05-12T10:37:00-07:00"],
  ["2012-05-12", "2012-05-12T00:00:00+07:00"],
  ["soon", null],
  ["", null],
])("a date of a feed, %s, is read", (stated, expected) => {
  expect(readMoment(stated, zone)).toBe(expected);
});
