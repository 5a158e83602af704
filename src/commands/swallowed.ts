// Swallowed: options that npm took for its own, since no `--` stood before them, and whether it did.

import type { ParseArgsOptionsConfig } from "node:util";

/** As much of a command as tells how it was meant. */
export interface Invocation {
  /** How npm calls it, such as `npm run compile`. */
  readonly call: string;
  readonly options: ParseArgsOptionsConfig;
  readonly passesOn?: readonly string[];
}

/**
 * What to say of options that npm kept; empty where it kept none. It hands over the words that follow them, and leaves the
 * options themselves in the environment (https://docs.npmjs.com/cli/v11/using-npm/config#environment-variables), which
 * every script below it inherits: so only the script that it was asked for is looked at.
 */
export function describeSwallowed(
  { call, options, passesOn = [] }: Invocation,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (environment["npm_lifecycle_event"] !== call.replace(/^npm (?:run )?/, "")) return "";
  const kept = (name: string): string => environment[`npm_config_${name.replaceAll("-", "_")}`] ?? "";
  const given = (name: string): boolean =>
    args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  const names = [...Object.keys(options), ...passesOn].filter((name) => kept(name) !== "" && !given(name));
  if (names.length === 0) return "";
  const words = [...args];
  const meant = names.map((name) => {
    if (options[name]?.type !== "string") return `--${name}`;
    // Of an option it does not know npm keeps no value: that came as a word.
    return `--${name} ${kept(name) === "true" ? (words.shift() ?? "…") : kept(name)}`;
  });
  const dashes = names.some((name) => passesOn.includes(name)) ? "-- --" : "--";
  const taken = names.map((name) => `--${name}`).join(" and ");
  return `npm kept ${taken} to itself, so nothing was done. Write -- before ${names.length === 1 ? "it" : "them"}: ${[call, dashes, ...meant, ...words].join(" ")}`;
}
