// isDigest: whether a file is a row of one-line briefs, each an article of its own.

import type { Facts } from "./facts.ts";

/** Fewer lines are a short article. */
const FEWEST_BRIEFS = 3;
/** A brief is one or two sentences; in words. */
const SHORTEST_BRIEF = 12;
const LONGEST_BRIEF = 75;

/** Words that lean on a sentence before them; a brief stands alone. */
const LEANING =
  /^["“]?(?:tuy nhiên|ngoài ra|bên cạnh đó|theo đó|trước đó|sau đó|trong khi đó|do đó|vì vậy|đồng thời|cũng theo|ông(?: \p{Lu}\S+)? (?:cho biết|nói|cũng|nhấn mạnh|khẳng định)|bà(?: \p{Lu}\S+)? (?:cho biết|nói|cũng)|anh (?:cho biết|nói)|họ|điều này|nước này|tại đây|đây là|những|còn|và|nhưng|cụ thể|mặt khác|however|but|and|he|she|they|it|this|that|these|meanwhile|also|in addition|moreover|according to (?:him|her|them))(?![\p{L}])/iu;

/** True when every line is a brief: prose of a sentence or two, about as long as the others, leaning on nothing. */
export function isDigest(facts: readonly Facts[]): boolean {
  if (facts.length < FEWEST_BRIEFS) return false;
  const briefs = facts.filter(
    (fact) =>
      fact.line.shape === "text" &&
      fact.line.words >= SHORTEST_BRIEF &&
      fact.line.words <= LONGEST_BRIEF &&
      fact.end !== "colon" &&
      fact.sentences <= 3,
  );
  if (briefs.length < facts.length) return false;
  const words = facts.map(({ line }) => line.words);
  const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
  const sentences = facts.reduce((sum, fact) => sum + fact.sentences, 0) / facts.length;
  const leaning = facts.filter((fact) => LEANING.test(fact.text)).length / facts.length;
  return mean <= 50 && sentences <= 1 && leaning <= 0.1;
}
