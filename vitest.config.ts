import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // These need a browser: npm run test:browser.
    exclude: [...configDefaults.exclude, "tests/browser/**"],
    setupFiles: ["tests/seed.ts"],
    testTimeout: 20_000,
  },
});
