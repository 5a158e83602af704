// Dates: many spellings, one output; what is no date stays none.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthNumber } from "../../src/compile/dates/months.ts";
import { offsetAt } from "../../src/compile/dates/zones.ts";
import { findDates, parseDate, readDigits, toUtc } from "../../src/compile/dates.ts";

const zone = "Asia/Ho_Chi_Minh";

describe("a value known to be a date", () => {
  test.each([
    ["2024-01-02", "2024-01-02T00:00:00+07:00"],
    ["2024-01-02T10:00:00Z", "2024-01-02T10:00:00+00:00"],
    ["2024-01-02T10:00:00.123+07:00", "2024-01-02T10:00:00+07:00"],
    ["2024-01-02 10:00:00 +0700", "2024-01-02T10:00:00+07:00"],
    ["2024-07-01T00:00-04:00", "2024-07-01T00:00:00-04:00"],
    ["Wed, 20 Dec 2023 10:00:00 +0700", "2023-12-20T10:00:00+07:00"],
    ["Wed, 20 Dec 2023 10:00:00 GMT", "2023-12-20T10:00:00+00:00"],
    ["02/01/2024 10:00", "2024-01-02T10:00:00+07:00"],
    ["29/02/2024", "2024-02-29T00:00:00+07:00"],
    ["24:00 31/12/2023", "2024-01-01T00:00:00+07:00"],
    ["Thứ sáu, 01/11/2013, 18:47 (GMT+7)", "2013-11-01T18:47:00+07:00"],
    ["20:54 | 15.10.2013", "2013-10-15T20:54:00+07:00"],
    ["ngày 20 tháng 12 năm 2023", "2023-12-20T00:00:00+07:00"],
    ["Tháng 12 20, 2023", "2023-12-20T00:00:00+07:00"],
    ["Aug 08, 2024 4:00 AM EDT", "2024-08-08T04:00:00-04:00"],
    ["June 30, 2026 - 4.34pm", "2026-06-30T16:34:00+07:00"],
    ["1 January 2024 12:00 PM", "2024-01-01T12:00:00+07:00"],
    ["2 December 2022", "2022-12-02T00:00:00+07:00"],
    ["2nd of December, 2022", "2022-12-02T00:00:00+07:00"],
    ["2. Dezember 2022", "2022-12-02T00:00:00+07:00"],
    ["2 dezembro 2022", "2022-12-02T00:00:00+07:00"],
    ["2 d'agosto de 2022", "2022-08-02T00:00:00+07:00"],
    ["28.04.2023, 20.15 Uhr", "2023-04-28T20:15:00+07:00"],
    ["4 Nov 2025 16.05 GMT", "2025-11-04T16:05:00+00:00"],
    ["30 août 2023 à 14h52", "2023-08-30T14:52:00+07:00"],
    ["29 de maio de 2024", "2024-05-29T00:00:00+07:00"],
    ["14 мая 2025, 20:28", "2025-05-14T20:28:00+07:00"],
    ["2025年1月14日（火）", "2025-01-14T00:00:00+07:00"],
    ["١٤ يونيو ٢٠٢٥", "2025-06-14T00:00:00+07:00"],
    ["۲۰۲۵-۰۶-۱۴", "2025-06-14T00:00:00+07:00"],
    ["१४/०६/२०२५", "2025-06-14T00:00:00+07:00"],
    ["２０２５年６月１４日", "2025-06-14T00:00:00+07:00"],
    ["24 نيسان / أبريل 2020", "2020-04-24T00:00:00+07:00"],
    ["28 آب/اغسطس 2013", "2013-08-28T00:00:00+07:00"],
    ["28 أيلول 2013", "2013-09-28T00:00:00+07:00"],
    ["28.09.1912:44", "2019-09-28T12:44:00+07:00"],
    ["28.09.201912:44", "2019-09-28T12:44:00+07:00"],
    ["25.4.24", "2024-04-25T00:00:00+07:00"],
    ["25.4.98", "1998-04-25T00:00:00+07:00"],
  ])("%s", (value, expected) => {
    expect(parseDate(value, zone)).toBe(expected);
  });

  test.each(
    [
      "January February March April May June July August September October November December",
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ].flatMap((names) => names.split(" ").map((name, index) => [name, index + 1] as const)),
  )("%s is a month after the day and before it, with and without a word between", (name, month) => {
    const expected = `2024-${String(month).padStart(2, "0")}-09T00:00:00+07:00`;
    for (const spelling of [`9 ${name} 2024`, `9. ${name} 2024`, `9 de ${name} de 2024`, `${name} 9, 2024`])
      expect(parseDate(spelling, zone), spelling).toBe(expected);
  });

  test.each([
    "",
    "tomorrow",
    "Ngày 98",
    "Milan 2024",
    "2024-12",
    "31/02/2024",
    "29/02/2023",
    "2023-13-01",
    "1.500.000",
    "192.168.1.20",
    "published on 02/01/2024 by the editor",
  ])("%s is none", (value) => {
    expect(parseDate(value, zone)).toBeNull();
  });

  test("day and month change places only where both are possible and the month is said to come first", () => {
    expect(parseDate("3/4/2024", "UTC")).toBe("2024-04-03T00:00:00+00:00");
    expect(parseDate("3/4/2024", "UTC", "month-first")).toBe("2024-03-04T00:00:00+00:00");
    expect(parseDate("13/4/2024", "UTC", "month-first")).toBe("2024-04-13T00:00:00+00:00");
    expect(parseDate("4/13/2024", "UTC")).toBe("2024-04-13T00:00:00+00:00");
    expect(parseDate("3.4.2024", "UTC", "month-first")).toBe("2024-04-03T00:00:00+00:00");
  });

  test("a zone's summer time counts", () => {
    expect(parseDate("2024-07-01 12:00", "Europe/Berlin")).toBe("2024-07-01T12:00:00+02:00");
    expect(parseDate("2024-01-01 12:00", "Europe/Berlin")).toBe("2024-01-01T12:00:00+01:00");
    expect(offsetAt("America/New_York", Date.UTC(2024, 6, 1))).toBe(-240);
  });

  test("in the hour a spring change skips, on either side of Greenwich, the offset is the one before it", () => {
    expect(offsetAt("Europe/Berlin", Date.UTC(2024, 2, 31, 2, 30))).toBe(60);
    expect(offsetAt("America/New_York", Date.UTC(2024, 2, 10, 2, 30))).toBe(-300);
    for (const hour of [1, 3]) {
      expect(offsetAt("Europe/Berlin", Date.UTC(2024, 2, 31, hour, 30))).toBe(hour < 2 ? 60 : 120);
      expect(offsetAt("America/New_York", Date.UTC(2024, 2, 10, hour, 30))).toBe(hour < 2 ? -300 : -240);
    }
  });

  test("every instant comes back as itself", () => {
    const instants = fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 });
    fc.assert(
      fc.property(instants, (seconds) => {
        const iso = new Date(seconds * 1000).toISOString();
        const parsed = parseDate(iso, zone);
        expect(parsed).not.toBeNull();
        expect(toUtc(parsed ?? "")).toBe(iso.replace(".000Z", "Z"));
      }),
    );
  });

  test("a stamp as machines write it is read at once, and as the same that it is found to be among spaces", () => {
    const two = fc.integer({ min: 0, max: 70 }).map((number) => String(number).padStart(2, "0"));
    const zones = fc.oneof(fc.constant("Z"), fc.tuple(fc.constantFrom("+", "-"), two, two));
    const stamps = fc
      .tuple(fc.integer({ min: 1890, max: 2110 }), two, two, fc.option(fc.tuple(two, two, two, zones)))
      .map(([year, month, day, time]) => {
        const [hour, minute, second, zone] = time ?? [];
        const shown = typeof zone === "object" ? `${zone[0]}${zone[1]}:${zone[2]}` : zone;
        return `${year}-${month}-${day}${time === null ? "" : `T${hour}:${minute}:${second}${shown}`}`;
      });
    fc.assert(
      fc.property(stamps, (stamp) => {
        expect(parseDate(stamp, "Europe/Berlin")).toBe(parseDate(` ${stamp} `, "Europe/Berlin"));
      }),
      { numRuns: 2000, examples: [["2024-01-02T10:00:00-00:00"], ["2024-01-02T10:00:00+14:00"]] },
    );
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        findDates(text, zone);
        parseDate(text, zone);
      }),
    );
  });
});

describe("dates in running text", () => {
  test("all are found, in order, with their words", () => {
    const found = findDates("On January 12, 2025January 22, 2025 By Ann", "UTC");
    expect(found.map(({ value, quote }) => [value, quote])).toEqual([
      ["2025-01-12T00:00:00+00:00", "January 12, 2025"],
      ["2025-01-22T00:00:00+00:00", "January 22, 2025"],
    ]);
  });

  test("a time that ran into the year is read", () => {
    expect(findDates("March 7, 20247:55 AM UTC", zone)[0]?.value).toBe("2024-03-07T07:55:00+00:00");
  });

  test("a comment's short year is read too: whether it counts is not decided here", () => {
    expect(findDates("Vân Nhàn 9/10/14 15:53", zone)[0]).toMatchObject({
      value: "2014-10-09T15:53:00+07:00",
      timed: true,
    });
  });
});

test("a stamp of digits is a moment in the zone, or nothing", () => {
  expect(readDigits("20231220173617", zone)).toBe("2023-12-20T17:36:17+07:00");
  expect(readDigits("20131101", zone)).toBe("2013-11-01T00:00:00+07:00");
  expect(readDigits("20231320", zone)).toBeNull();
  expect(readDigits("20231220256000", zone)).toBeNull();
});

test("to UTC", () => {
  expect(toUtc("2023-12-20T17:36:17+07:00")).toBe("2023-12-20T10:36:17Z");
});

test("months are known by name and by beginning, when it means one month only", () => {
  expect(monthNumber("Sept.")).toBe(9);
  expect(monthNumber("févr.")).toBe(2);
  expect(monthNumber("Oktober")).toBe(10);
  expect(monthNumber("листопада")).toBe(11);
  expect(monthNumber("ju")).toBeNull();
  expect(monthNumber("monday")).toBeNull();
});
