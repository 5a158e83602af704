// The command of the browser tests: says in one line when there is no browser, and runs them otherwise.

import { startVitest } from "vitest/node";
import { findChromium, howToInstall } from "./chromium.ts";

if (findChromium() === null) {
  console.error(howToInstall);
  process.exitCode = 1;
} else {
  const vitest = await startVitest("test", process.argv.slice(2), {
    config: "tests/browser/vitest.config.ts",
    run: true,
    watch: false,
  });
  await vitest.close();
}
