// One file of the seeds folder, as far as it goes alone: its drafts accepted or refused, their topics judged.

import { type Accepted, acceptDraft } from "./accept.ts";
import type { Draft, Extraction, Seed } from "./draft.ts";
import { hashWords } from "./identity.ts";
import { sketchText } from "./likeness.ts";
import { isProblem, type Problem } from "./problems.ts";
import type { Candidate } from "./recognise.ts";
import type { SiteSettings } from "./site.ts";
import { matchTopics, nameTopics, type TopicIndex, type TopicMatch } from "./topics.ts";

/** A draft that was accepted, on its way to becoming an article. */
export interface AcceptedDraft extends Candidate {
  readonly path: string;
  readonly draft: Draft;
  readonly accepted: Accepted;
  readonly topics: readonly TopicMatch[];
}

/** What one file holds. */
export interface Reading {
  readonly path: string;
  readonly extraction: Extraction;
  readonly articles: readonly AcceptedDraft[];
  readonly problems: readonly Problem[];
}

/** Reads one file. What else is in the folder makes no difference, and neither does the time. */
export function readSeed(
  { path }: Pick<Seed, "path">,
  extraction: Extraction,
  settings: SiteSettings,
  index: TopicIndex,
): Reading {
  const { lang } = settings.site;
  const problems = [...extraction.problems];
  const articles: AcceptedDraft[] = [];
  for (const draft of extraction.drafts) {
    if (draft.draft) continue;
    const accepted = acceptDraft(draft, path, lang);
    if (isProblem(accepted)) {
      problems.push(accepted);
      continue;
    }
    const { title, text, source } = accepted;
    articles.push({
      path,
      from: extraction.drafts.length > 1 ? `${path}#${draft.place + 1}` : path,
      draft,
      accepted,
      topics: topicsOf(draft, accepted, index),
      source: source?.url ?? null,
      title,
      text,
      hash: hashAccepted(accepted),
      fingerprint: sketchText(text),
      claimedId: draft.id?.value ?? null,
    });
  }
  return { path, extraction, articles, problems };
}

/** Everything of an article that readers see and that is its own: not its topics, summary or markup. */
function hashAccepted({ title, text, byline, source, published, image, enclosures }: Accepted): string {
  const files = enclosures.map((enclosure) => enclosure.url);
  return hashWords([
    title,
    text,
    byline,
    source?.name ?? null,
    source?.url ?? null,
    published,
    image,
    ...files,
  ]);
}

/**
 * The topics the file names itself, else those its title, first paragraph and body speak of. Tags of another site that
 * name no topic here are no choice; `topics` always is, even an empty one.
 */
function topicsOf(draft: Draft, accepted: Accepted, index: TopicIndex): readonly TopicMatch[] {
  if (draft.topics !== null) {
    const named = nameTopics(index, draft.topics.value);
    if (named.length > 0 || /\btopics$/.test(draft.topics.rule)) return named;
  }
  const [lead = "", ...body] = accepted.text.split("\n");
  const title = accepted.titleDerived ? null : accepted.title;
  return matchTopics(index, { title, lead, body: body.join("\n") });
}
