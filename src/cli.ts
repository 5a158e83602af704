// The other door: the table of commands. The work is done in commands/, and only the one asked for is loaded.

import "./commands/engine.ts";
import { type Command, runCommand } from "./commands/command.ts";

// biome-ignore lint/suspicious/noExplicitAny: each command has options of its own, and reads only those
type AnyCommand = Command<any>;

const commands: Readonly<Record<string, () => Promise<AnyCommand>>> = {
  start: async () => (await import("./commands/start.ts")).startCommand,
  compile: async () => (await import("./commands/compile.ts")).compileCommand,
  deploy: async () => (await import("./commands/deploy.ts")).deployCommand,
  inspect: async () => (await import("./commands/inspect.ts")).inspectCommand,
  diff: async () => (await import("./commands/diff.ts")).diffCommand,
};

const [name = "", ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (load === undefined) {
  console.error(`${name === "" ? "Which command?" : `There is no command "${name}".`} There are:\n`);
  for (const one of Object.values(commands)) {
    const { usage, summary } = await one();
    console.error(`  ${usage.split("\n")[0]}\n      ${summary}`);
  }
  process.exitCode = 2;
} else {
  process.exitCode = await runCommand(await load(), args);
}
