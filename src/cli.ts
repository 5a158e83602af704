// The other door: the command line. The work is done in commands/.

import "./commands/engine.ts";
import { loadProgram } from "./commands/program.ts";

const { main } = await loadProgram();
process.exitCode = await main(process.argv.slice(2));
