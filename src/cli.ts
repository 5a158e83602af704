// The other door: the table of commands. The work is done in commands/.

import { runCommand } from "./commands/command.ts";
import { compileCommand } from "./commands/compile.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { startCommand } from "./commands/start.ts";

const [name = "", ...args] = process.argv.slice(2);

switch (name) {
  case "start":
    process.exitCode = await runCommand(startCommand, args);
    break;
  case "compile":
    process.exitCode = await runCommand(compileCommand, args);
    break;
  case "inspect":
    process.exitCode = await runCommand(inspectCommand, args);
    break;
  default:
    console.error(`There is no command "${name}". Commands:\n`);
    for (const { usage, summary } of [startCommand, compileCommand, inspectCommand]) {
      console.error(`  ${usage.split("\n")[0]}\n      ${summary}`);
    }
    process.exitCode = 2;
}
