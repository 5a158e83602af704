// Property tests draw the same cases on every machine; PROPERTY_SEED=random draws others, to look for what these miss.

import fc from "fast-check";

const asked = process.env["PROPERTY_SEED"];
if (asked !== "random") fc.configureGlobal({ seed: Number(asked ?? 20_261_122) });
