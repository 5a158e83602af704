// The other door: the command line. The work is done in commands/.

import "./commands/engine.ts";
import { loadProgram } from "./commands/program.ts";

// Whoever reads may have had enough, as `| head` has; what is being done is done all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

const { main } = await loadProgram();
process.exitCode = await main(process.argv.slice(2));
