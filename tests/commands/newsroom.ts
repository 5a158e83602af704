// A small newsroom on the disk, for commands to work on.

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export const site = `[site]
title = "News"
url = "https://news.example"
language = "en"

[[topic]]
id = "sea"
title = "Sea"
match = ["harbour"]
`;

const places = [
  "harbour",
  "market",
  "valley",
  "station",
  "library",
  "airport",
  "theatre",
  "stadium",
  "museum",
  "clinic",
];
const deeds = [
  "opened",
  "closed",
  "flooded",
  "rebuilt",
  "painted",
  "sold",
  "visited",
  "lit",
  "crossed",
  "measured",
];

/** Article `number`: words that no other one has in that order. */
export function articleText(number: number, extra = ""): string {
  const sentence = (shift: number): string =>
    places
      .map(
        (_, i) =>
          `the ${places[(i * (number + 1) + shift) % 10]} number ${number * 31 + i * 7 + shift} was ${deeds[(i + number + shift) % 10]}`,
      )
      .join(" while ");
  const paragraphs = [1, 2, 3, 4].map((shift) => `On this day ${sentence(shift)}.`);
  return `How the ${places[number % 10]} was ${deeds[(number + 3) % 10]} in round ${number}\n\n${paragraphs.join("\n\n")}${extra}\n`;
}

/** A new folder, deleted when the test is over. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "topicwire-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** So many articles, `0.txt` and so on. */
export function articles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, articleText(i)]));
}

/** Every file below a folder, and a hash of its bytes. */
export function snapshot(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [
      path.slice(folder.length),
      createHash("sha256").update(readFileSync(path)).digest("hex"),
    ]),
  );
}
