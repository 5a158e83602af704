// The scripts of package.json: npm hands them to the shell of the system, which is another one on Windows.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test.each(Object.entries(scripts))(
  "%s asks for programs that come with npm ci, and quotes as every shell does",
  (_, script) => {
    const programs = script.split(" && ").map((command) => command.split(" ")[0] ?? "");
    const foreign = programs.filter(
      (name) => name !== "npm" && !existsSync(join(root, "node_modules/.bin", name)),
    );
    expect(foreign).toEqual([]);
    // Single quotes are letters to cmd.exe: they may stand inside of double ones alone.
    expect(script.replace(/"[^"]*"/g, "")).not.toMatch(/['$`;|<>*]/);
  },
);
