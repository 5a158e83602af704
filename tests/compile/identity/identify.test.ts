import { expect, test } from "vitest";
import { type CompileOutput, compileSite } from "../../../src/compile/compile.ts";
import { type LedgerEntry, writeLedger } from "../../../src/compile/identity/ledger.ts";

const site = '[site]\ntitle = "News"\nurl = "https://news.example"\nlanguage = "en"\n';
const apart = '[duplicates]\napart = [["a.md", "b.md"]]\n';
const story = [
  "The two coast guards agreed on what they will do together next year, a conference in the spring among it.",
  "At the meeting the rear admiral said that everything planned for this year had been done, and done well.",
  "During their stay the guests saw several ships of the station and were received by the commander of the port.",
];

/** One story as it was told three times, with a sentence of its own each time. */
const told = (last: string): string => `# Coast guards agree on a plan\n\n${[...story, last].join("\n\n")}\n`;

function compile(
  files: Readonly<Record<string, string>>,
  ledger: readonly LedgerEntry[] = [],
  { day = 1, id, more = "" }: { readonly day?: number; readonly id?: string; readonly more?: string } = {},
): CompileOutput {
  const seeds = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
    ...(id !== undefined && { meta: { path: `${path}.meta.toml`, text: `id = "${id}"\n` } }),
  }));
  const now = `2026-11-0${day}T00:00:00Z`;
  return compileSite({ site: site + more, ledger: writeLedger(ledger), seeds, origin: null, now });
}

test("a doubt says which articles it may be, and each way out it names is one", () => {
  const before = compile({ "a.md": told("One."), "b.md": told("Two.") }, [], { more: apart });
  expect(before.ledger).toHaveLength(2);
  const file = { "c.md": told("Three.") };
  const asked = compile(file, before.ledger, { day: 2 });
  expect(asked.ledger).toEqual(before.ledger);
  const [error] = asked.problems.filter(({ level }) => level === "error");
  expect(error?.path).toBe("c.md");
  for (const { id, from } of before.ledger) expect(error?.what).toContain(`${id} (last in ${from})`);

  const [known, fresh, ...others] = [...(error?.fix ?? "").matchAll(/id = "([^"]+)"/g)].map(([, id]) => id);
  expect(others).toEqual([]);
  expect(before.ledger.map(({ id }) => id)).toContain(known);
  expect(before.ledger.map(({ id }) => id)).not.toContain(fresh);
  for (const id of [known, fresh]) {
    const answered = compile(file, before.ledger, { day: 2, id: id ?? "" });
    expect(answered.problems.filter(({ level }) => level === "error")).toEqual([]);
    expect(answered.catalog?.articles.map((article) => article.id)).toEqual([id]);
  }
});
