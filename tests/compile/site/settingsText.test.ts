import { describe, expect, test } from "vitest";
import { readSettingsText } from "../../../src/compile/site/settingsText.ts";

const text = '[site]\ntitle = "Bản tin"\n';
const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");

describe("settings are read", () => {
  test.each([
    ["as UTF-8", Buffer.from(text)],
    ["with the mark some editors put in front", Buffer.from(`\uFEFF${text}`)],
    ["as UTF-16, little end first", utf16],
    ["as UTF-16, big end first", Buffer.from(utf16).swap16()],
  ])("%s", (_, bytes) => {
    expect(readSettingsText(bytes, "site.toml")).toBe(text);
  });

  test("in no other encoding: the line that cannot be read is named", () => {
    expect(readSettingsText(Buffer.from('[site]\ntitle = "Zürich"\n', "latin1"), "site.toml")).toEqual({
      path: "site.toml",
      line: 2,
      level: "error",
      what: "the file is not in UTF-8: a letter on this line cannot be read",
      fix: "Save the file as UTF-8",
    });
  });
});
