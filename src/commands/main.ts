// The table of commands. Only the one asked for is loaded.

import { type Command, runCommand } from "./command.ts";

// biome-ignore lint/suspicious/noExplicitAny: each command has options of its own, and reads only those
type AnyCommand = Command<any>;

const commands: Readonly<Record<string, () => Promise<AnyCommand>>> = {
  start: async () => (await import("./start.ts")).startCommand,
  compile: async () => (await import("./compile.ts")).compileCommand,
  deploy: async () => (await import("./deploy.ts")).deployCommand,
  add: async () => (await import("./add.ts")).addCommand,
  inspect: async () => (await import("./inspect.ts")).inspectCommand,
  diff: async () => (await import("./diff.ts")).diffCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
};

/** Runs the command these arguments begin with, and returns the exit code; names all of them where there is none such. */
export async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load !== undefined) return runCommand(await load(), args);
  console.error(`${name === "" ? "Which command?" : `There is no command "${name}".`} There are:\n`);
  for (const one of Object.values(commands)) {
    const { usage, summary } = await one();
    console.error(`  ${usage.split("\n")[0]}\n      ${summary}`);
  }
  return 2;
}
