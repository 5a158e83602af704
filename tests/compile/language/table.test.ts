// What is scanned is what the module says, of each of its n-grams; and a module of another layout is not scanned.

import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanGrams } from "../../../src/compile/language/scan.ts";
import {
  addScores,
  findGram,
  type GramScores,
  type GramTable,
  indexGrams,
  packGrams,
} from "../../../src/compile/language/table.ts";

const path = join(dirname(findPackageJSON("eld", import.meta.url) ?? ""), "src/ngrams/small.js");
const { ngramsData } = (await import(pathToFileURL(path).href)) as {
  ngramsData: { languages: Record<string, string>; ngrams: Record<string, GramScores> };
};
const keys = Object.keys(ngramsData.ngrams);
const scanned = scanGrams(readFileSync(path));

/** What a table says of an n-gram, as the module would: language number → score; null where it has it not. */
function readScores(table: GramTable, key: string): GramScores | null {
  const place = findGram(table, key);
  if (place < 0) return null;
  const [plain, counted] = [new Uint32Array(256), new Uint32Array(256)];
  addScores(table, place, 0, plain);
  addScores(table, place, 1, counted);
  const said = [...plain.keys()].filter((language) => counted[language] !== 0);
  return Object.fromEntries(said.map((language) => [language, plain[language] ?? 0]));
}

function wrongKeys(table: GramTable): string[] {
  return keys.filter(
    (key) => JSON.stringify(readScores(table, key)) !== JSON.stringify(ngramsData.ngrams[key]),
  );
}

function scanText(grams: string, tail = "};"): ReturnType<typeof scanGrams> {
  return scanGrams(
    Buffer.from(
      `/* eld */\nexport const ngramsData = {type:'S2',languages:{0:'am',1:'ar'},isSubset:false,ngrams:{${grams}}${tail}`,
    ),
  );
}

describe("the scanned table", () => {
  test("has the languages of the module", () => {
    expect(scanned?.languages).toEqual(ngramsData.languages);
  });

  test("says the same as the module of each of its n-grams, and has no others", () => {
    expect(keys.length).toBeGreaterThan(80_000);
    const table = indexGrams(scanned?.packed ?? new Uint16Array(0));
    expect(table.places.filter((place) => place !== 0)).toHaveLength(keys.length);
    expect(wrongKeys(table)).toEqual([]);
  });

  test("says nothing of what the module has not", () => {
    const table = indexGrams(scanned?.packed ?? new Uint16Array(0));
    const unit = fc.constantFrom(...new Set(keys.join("")), "\u0000", "\u0100", "L\u0300", "語");
    const near = fc
      .tuple(fc.constantFrom(...keys), unit, fc.nat(6))
      .map(([key, other, at]) => key.slice(0, at) + other + key.slice(at + 1));
    const any = fc.array(unit, { maxLength: 8 }).map((units) => units.join(""));
    fc.assert(
      fc.property(
        fc.oneof(near, any),
        (key) => Object.hasOwn(ngramsData.ngrams, key) || findGram(table, key) === -1,
      ),
      { numRuns: 5000 },
    );
  });

  test("is the one that the module's objects make", () => {
    const packed = packGrams(ngramsData.ngrams);
    expect(packed.length).toBe(scanned?.packed.length);
    expect(wrongKeys(indexGrams(packed))).toEqual([]);
  });
});

describe("scanning", () => {
  test("reads keys in quotes of either kind, with what they escape, and without", () => {
    const table = indexGrams(
      scanText(`'a\\'b\\\\':{0:1},"c'\\"é":{1:65535},D_$9:{0:7,1:8}`)?.packed ?? fail(),
    );
    expect(readScores(table, "a'b\\")).toEqual({ 0: 1 });
    expect(readScores(table, `c'"é`)).toEqual({ 1: 65535 });
    expect(readScores(table, "D_$9")).toEqual({ 0: 7, 1: 8 });
    expect(findGram(table, "")).toBe(-1);
  });

  test("keeps the last of two n-grams with one key, as an object does", () => {
    const table = indexGrams(scanText(`ab:{0:1},'ab':{1:2}`)?.packed ?? fail());
    expect(readScores(table, "ab")).toEqual({ 1: 2 });
  });

  test.each([
    ["nothing", ""],
    ["a number for a key", "12:{0:1}"],
    ["a space", "ab: {0:1}"],
    ["another escape", "'a\\x20':{0:1}"],
    ["a letter that no byte is written as", "'語':{0:1}"],
    ["a key that is computed", "['ab']:{0:1}"],
    ["a key without an end", "'ab"],
    ["an n-gram that tells no language", "ab:{}"],
    ["another order", "ab:{1:1,0:1}"],
    ["a language twice", "ab:{0:1,0:2}"],
    ["a score that is none", "ab:{0:x}"],
    ["a fraction", "ab:{0:1.5}"],
    ["a score that is too large", "ab:{0:65536}"],
    ["a list", "ab:[0,1]"],
    ["a comma at the end", "ab:{0:1},"],
  ])("leaves a module alone that has %s", (_, grams) => {
    expect(scanText(grams)).toBeNull();
  });

  test("leaves a module alone that goes on, or begins in another way", () => {
    expect(scanText("ab:{0:1}")).not.toBeNull();
    expect(scanText("ab:{0:1}", "")).toBeNull();
    expect(scanText("ab:{0:1}", "};ngramsData.ngrams={}")).toBeNull();
    expect(scanText("ab:{0:1}", ",ngrams:{}};")).toBeNull();
    expect(scanGrams(Buffer.from("export default {ngrams:{ab:{0:1}}};"))).toBeNull();
    expect(scanGrams(new Uint8Array(0))).toBeNull();
  });

  test("never takes a cut module for a whole one", () => {
    const bytes = readFileSync(path);
    // Without the last semicolon it would still be whole.
    fc.assert(
      fc.property(fc.nat(bytes.length - 3), (length) => scanGrams(bytes.subarray(0, length)) === null),
      {
        numRuns: 20,
      },
    );
  });
});

function fail(): never {
  throw new Error("it was not scanned");
}
