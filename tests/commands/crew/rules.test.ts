import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articles, site, snapshot, write } from "../newsroom.ts";
import { makeProject, runIn } from "../project.ts";

test("nothing is remembered of what another version of a package or of the program made, and the site is the same", async () => {
  const root = makeProject();
  write(join(root, "seeds"), { "site.toml": site, ...articles(5) });
  const compile = async (): Promise<unknown> => {
    expect(await runIn(root, "compile")).toMatchObject({ code: 0, err: "" });
    return [snapshot(join(root, "seeds")), snapshot(join(root, "dist"))];
  };
  /** The rules of what is remembered, and the file its articles lie in. */
  const remembered = (): { rules: string; spools: string[] } => {
    const file = readdirSync(join(root, ".topicwire"), { recursive: true, encoding: "utf8" });
    const state = file.find((name) => name.endsWith("state.jsonl")) ?? "";
    const [head = "{}"] = readFileSync(join(root, ".topicwire", state), "utf8").split("\n");
    return { rules: JSON.parse(head).rules, spools: file.filter((name) => name.endsWith("-main")) };
  };
  const first = await compile();
  const before = remembered();
  expect(before.spools).toHaveLength(1);
  await compile();
  expect(remembered()).toEqual(before);

  for (const file of ["package-lock.json", "src/catalog/words.ts"]) {
    const old = remembered();
    appendFileSync(join(root, file), "\n");
    expect(await compile()).toEqual(first);
    expect(remembered().rules).not.toBe(old.rules);
    expect(remembered().spools).not.toEqual(old.spools);
  }
});
