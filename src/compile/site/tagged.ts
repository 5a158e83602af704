// noteTags: a site without topics whose articles have tags, as a blog that has just been brought in.

import type { Problem } from "../problems.ts";
import { siteFile } from "../site.ts";

/** So many tags are named, */
const most = 5;
/** and fewer articles than this may have theirs for other reasons. */
const fewest = 3;

/** One note that names the tags most articles have. A tag that is in no address can be no topic. */
export function noteTags(articles: readonly { readonly tags: readonly string[] }[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { tags } of articles) {
    for (const tag of new Set(tags))
      if (/^[a-z0-9-]+$/.test(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const [first] = sorted;
  const tagged = articles.filter(({ tags }) => tags.some((tag) => counts.has(tag))).length;
  if (first === undefined || tagged < fewest) return [];
  const named = sorted.slice(0, most).map(([tag, count]) => `${tag} (${count})`);
  const what = `${tagged} articles have tags, and this site has no topics; most have ${named.join(", ")}`;
  const fix = `Write [[topic]], id = "${first[0]}" and title = "…" for each that is to have feeds`;
  return [{ path: siteFile, line: null, level: "note", what, fix }];
}
