// Command: what every command of the command line is, and what several of them ask of the outside.

import type { ParseArgsOptionsConfig } from "node:util";
import { parseArgs } from "node:util";
import { describeRefusal } from "../compile/seeds/disk.ts";
import { describeSwallowed, type Invocation } from "./swallowed.ts";

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>["values"];

/** A command of the command line. */
export interface Command<Options extends ParseArgsOptionsConfig = ParseArgsOptionsConfig> {
  /** How npm calls it, such as `npm run compile`. */
  readonly call: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** How to call it: one line, then one line an option. */
  readonly usage: string;
  /** Its options, as node:util's parseArgs takes them. */
  readonly options: Options;
  /** Whether words beside its options mean something to it. */
  readonly takesWords: boolean;
  /** Options of another program that people give it too, so that npm is not left with them unseen. */
  readonly passesOn?: readonly string[];
  /** Does it, and returns the exit code: 0 all went well, 1 it did not, 2 the command line is wrong. */
  readonly run: (values: Values<Options>, words: readonly string[]) => number | Promise<number>;
}

/** Reads the arguments of a command and runs it; wrong ones are answered with its usage and exit code 2. */
export async function runCommand<Options extends ParseArgsOptionsConfig>(
  command: Command<Options>,
  args: readonly string[],
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(command.usage);
    return 0;
  }
  const swallowed = describeSwallowed(command, args, process.env);
  if (swallowed !== "") {
    console.error(swallowed);
    return 2;
  }
  let parsed: { values: Values<Options>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options: command.options, allowPositionals: true });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${command.usage}`);
    return 2;
  }
  const [word] = parsed.positionals;
  if (word !== undefined && !command.takesWords) {
    console.error(refuseWord(command, word));
    return 2;
  }
  try {
    return await command.run(parsed.values, parsed.positionals);
  } catch (error) {
    console.error(describeRefusal(error) ?? describeMistake(error));
    return 1;
  }
}

/** What nobody has thought of is told whole, to be mended. */
function describeMistake(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${what}\n\nThis is a bug in the program, not a mistake of yours. Please report it with the text above.`;
}

/** A word is most often a folder whose option was forgotten. */
function refuseWord({ call, options, usage }: Invocation & Pick<Command, "usage">, word: string): string {
  const meant = "seeds" in options ? ` If it is the folder of articles: ${call} -- --seeds ${word}` : "";
  return `"${word}" means nothing here: ${call} takes only options.${meant}\n\n${usage}`;
}

/** The seeds folder: the one asked for, that of the environment (`npm start --seeds`), or `seeds`. */
export function seedsFolder(asked: string | undefined): string {
  return asked ?? process.env["TOPICWIRE_SEEDS"] ?? "seeds";
}

/** The seeds folder as it is called in messages, with a slash at its end. */
export function shownFolder(folder: string): string {
  return folder.replace(/[\\/]?$/, "/");
}

/** The option that names this folder; none where it is the one meant anyhow. */
export function nameFolder(folder: string): string[] {
  return folder === "seeds" ? [] : ["--seeds", folder];
}

/** A command with its options, to be typed as it is: single quotes are for the shells of Unix alone. */
export function spellCall(
  call: string,
  args: readonly string[],
  system: NodeJS.Platform = process.platform,
): string {
  const [plain, quote] =
    system === "win32"
      ? [/^[\p{L}\p{N}_./:=@+\\-]+$/u, (arg: string) => `"${arg}"`]
      : [/^[\p{L}\p{N}_./:=@+-]+$/u, (arg: string) => `'${arg.replaceAll("'", "'\\''")}'`];
  const quoted = args.map((arg) => (plain.test(arg) ? arg : quote(arg)));
  return [call, ...(args.length === 0 ? [] : ["--", ...quoted])].join(" ");
}

/** `1 article`, `2 articles`. */
export function spellCount(count: number, noun: string, several = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : several}`;
}

/** The present moment in UTC, in whole seconds (RFC 3339). The only clock of the build. */
export function presentMoment(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
