// The languages the articles of the benchmark are written in.

/** One there is a text for. */
export type ProseLanguage = "en" | "vi";
