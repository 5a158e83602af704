// Runs a command as the command line does, and returns what it says.

import { type Command, runCommand } from "../../src/commands/command.ts";

/** What came of a command. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

// biome-ignore lint/suspicious/noExplicitAny: each command has options of its own, and reads only those
export async function say(command: Command<any>, ...args: readonly string[]): Promise<Said> {
  const { log, error } = console;
  const write = process.stdout.write;
  let [out, err] = ["", ""];
  console.log = (line: string) => {
    out += `${line}\n`;
  };
  console.error = (line: string) => {
    err += `${line}\n`;
  };
  process.stdout.write = (text: string | Uint8Array) => {
    out += String(text);
    return true;
  };
  try {
    return { code: await runCommand(command, args), out, err };
  } finally {
    Object.assign(console, { log, error });
    process.stdout.write = write;
  }
}
