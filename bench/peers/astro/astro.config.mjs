// The same feeds by Astro: the newest 50 of all and of every topic, with full content, and no pages.

import { defineConfig } from "astro/config";

export default defineConfig({ site: "https://bench.example", cacheDir: "./.cache" });
