import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // These need a browser: npm run test:browser.
    exclude: [...configDefaults.exclude, "tests/browser/**"],
    setupFiles: ["tests/seed.ts"],
    // A limit is for what hangs. Machines that check may be ten times slower than the desk, and busy besides.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
