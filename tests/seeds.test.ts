// The site of this repository: its captures, what is understood of them, and its ledger.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type CompileOutput, compileSite } from "../src/compile/compile.ts";
import { writeLedger } from "../src/compile/identity/ledger.ts";
import { readFolder } from "./folder.ts";

const folder = readFolder("seeds");
let output: CompileOutput;
beforeAll(() => {
  output = compileSite({ ...folder, origin: null, now: "2030-01-01T00:00:00Z" });
});

describe("the captures", () => {
  test.each([
    ["000_50aacffc67916d15.txt", "41fae6676aa12612cb91f21e1e23db778321dee54ea17abcebaa337a9dd90d13"],
    ["001_23107760df640c84.txt", "7b8e5ff07a11e6b6e69057ecb51b709eaf8c4b5e268f5c07e4e8eae7aad8d5e2"],
    ["002_c95d7c7017f46c4b.txt", "b4cbb02ab4a985e9f7df78815eeeca842b2df819946d58df8fe42bb87eff3a80"],
    ["003_5bbd971c8a5c2908.txt", "3aed9c6d513ea5b6c6c49a631a4afbad0bd7465ef0169b37a65a9c6c7c9552dc"],
    ["004_baf9b366db02d900.txt", "c8446f7450d1582a5bcba99f8b850e746b4127af268e5faf78ae9e4a5c1a2e33"],
  ])("%s is byte for byte as it was given", (name, sum) => {
    const bytes = readFileSync(`seeds/${name}`);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sum);
  });
});

test("the ledger is what a compile would write", () => {
  expect(output.problems).toEqual([]);
  expect(writeLedger(output.ledger)).toBe(folder.ledger);
});

test("only the capture that states when it was published is dated, by the stamp in its own address", () => {
  const dated = output.catalog?.articles.filter((article) => article.published !== null);
  expect(dated?.map(({ title, published }) => [title, published])).toEqual([
    [
      "Đẩy mạnh hợp tác giữa Cảnh sát biển Việt Nam và Lực lượng Bảo vệ bờ biển Nhật Bản",
      "2023-12-20T10:36:17Z",
    ],
  ]);
});

describe("the topics of each article", () => {
  test.each([
    ["000_50aacffc67916d15.txt#1", "maritime-security defence-cooperation human-trafficking-and-crime"],
    ["000_50aacffc67916d15.txt#2", "asean china economy-and-trade"],
    ["000_50aacffc67916d15.txt#3", "maritime-security japan philippines united-states"],
    [
      "000_50aacffc67916d15.txt#4",
      "maritime-security defence-cooperation vietnam japan india united-states france",
    ],
    ["000_50aacffc67916d15.txt#5", "defence-cooperation vietnam india"],
    ["000_50aacffc67916d15.txt#6", "india russia"],
    ["000_50aacffc67916d15.txt#7", "maritime-security coast-guard asean japan"],
    ["000_50aacffc67916d15.txt#8", "asean human-trafficking-and-crime"],
    ["000_50aacffc67916d15.txt#9", "south-china-sea philippines"],
    ["000_50aacffc67916d15.txt#10", "japan china united-states economy-and-trade"],
    ["000_50aacffc67916d15.txt#11", "maritime-security japan china"],
    ["000_50aacffc67916d15.txt#12", "maritime-security"],
    [
      "000_50aacffc67916d15.txt#13",
      "maritime-security china philippines human-trafficking-and-crime disaster-relief-and-rescue",
    ],
    ["000_50aacffc67916d15.txt#14", "asean china economy-and-trade"],
    ["000_50aacffc67916d15.txt#15", "maritime-security human-trafficking-and-crime"],
    [
      "001_23107760df640c84.txt",
      "maritime-security defence-cooperation vietnam japan disaster-relief-and-rescue",
    ],
    ["002_c95d7c7017f46c4b.txt", "maritime-security coast-guard vietnam japan"],
    [
      "003_5bbd971c8a5c2908.txt",
      "maritime-security defence-cooperation south-china-sea asean vietnam japan disaster-relief-and-rescue",
    ],
    ["004_baf9b366db02d900.txt", "defence-cooperation japan france"],
  ])("%s: %s", (from, topics) => {
    const id = output.ledger.find((entry) => entry.from === from)?.id;
    const article = output.catalog?.articles.find((one) => one.id === id);
    expect(article?.topics.join(" ")).toBe(topics);
  });
});
