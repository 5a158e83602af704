// The articles, as Astro's guide to content collections reads a folder of Markdown.

import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const articles = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "./content/articles" }),
  schema: z.object({ title: z.string(), date: z.coerce.date(), topics: z.array(z.string()) }),
});

export const collections = { articles };
