// advise: what about an article that was added may not be as the publisher wants it, and what to do then.

import { fileOf } from "../../compile/identity/ledger.ts";
import type { Advice } from "./arrival.ts";
import type { Added } from "./bring.ts";
import type { Relation } from "./relate.ts";

/** A page with fewer words than this may be the beginning of an article. */
const few = 100;

/** Everything worth saying; `meta` is the name of its file of corrections, `shown` that of the seeds folder. */
export function advise(added: Added, meta: string, shown: string): Advice[] {
  const { asked, reading } = added;
  const { articles, extraction } = reading;
  const found = adviseRelations(added, shown);
  if (extraction.drafts.some(({ draft }) => draft))
    found.push({ what: "it is marked as a draft", fix: "It is published once that mark is taken out" });
  const [one, ...others] = articles;
  if (one === undefined || others.length > 0) return found;
  if (one.published === null) {
    const what = "no date is stated, so it is dated by the day it is first seen";
    found.push({ what, fix: `If you know better, write date = "2024-05-02" into ${meta}` });
  }
  if (one.accepted.titleDerived) {
    const what = "no title is stated, so one was made of its first words";
    found.push({ what, fix: `Write title = "…" into ${meta}` });
  }
  if (one.topicIds.length === 0)
    found.push({
      what: "it is about no topic of this site",
      fix: `Write topics = ["…"] into ${meta} if it is`,
    });
  if (/^https?:/i.test(asked) && one.text.split(/\s+/u).length < few) {
    const what = "it has few words; the site may show the rest only to its subscribers, or only by scripts";
    found.push({ what, fix: "If words are missing, save the page in your browser and add that file" });
  }
  return found;
}

/** What the articles are to the site; the briefs of a digest that are the same to one file in one sentence. */
function adviseRelations({ reading, relations }: Added, shown: string): Advice[] {
  const groups = Map.groupBy(reading.articles, (article) => {
    const relation = relations.of.get(article);
    return relation === undefined ? "" : `${relation.is} ${fileOf(otherOf(relation))}`;
  });
  return [...groups.values()].flatMap((articles): Advice[] => {
    const [one] = articles;
    const relation = one === undefined ? undefined : relations.of.get(one);
    if (one === undefined || relation === undefined) return [];
    if (articles.length === 1)
      return adviseOne(`"${one.title}" is`, one.from, otherOf(relation), relation, shown);
    const part = `${articles.length} of its ${reading.articles.length} articles are`;
    return adviseOne(part, one.path, fileOf(otherOf(relation)), relation, shown);
  });
}

/** Where the other one lies, as the ledger writes it; empty for none. */
function otherOf(relation: Relation): string {
  if (relation.is === "capture") return relation.of;
  if (relation.is === "better") return relation.than[0];
  return relation.is === "edited" || relation.is === "known" ? relation.entry.from : "";
}

function adviseOne(whatIs: string, from: string, other: string, relation: Relation, shown: string): Advice[] {
  const there = `${shown}${other}`;
  const apart = `To publish both, add apart = [["${other}", "${from}"]] to [duplicates] in site.toml`;
  switch (relation.is) {
    case "capture":
      if (!relation.same && relation.oneAddress) {
        const fix = `To publish this version, delete ${shown}${fileOf(from)} and add it again with --replace`;
        return [{ what: `${whatIs} another version of ${there}, which stays published as it is`, fix }];
      }
      return [
        { what: `${whatIs} another capture of ${there}, which is published`, fix: `Delete either. ${apart}` },
      ];
    case "better":
      return [
        {
          what: `${whatIs} published in place of ${there}, another capture of it`,
          fix: `Delete either. ${apart}`,
        },
      ];
    case "edited": {
      const fix = "To publish this one alone, delete the other: this one goes on with its id";
      return [
        { what: `${whatIs} much like ${there}, perhaps an edited version, and both are published`, fix },
      ];
    }
    case "known": {
      const { from: before, retracted } = relation.entry;
      if (before === from && retracted === null) return [];
      const was = retracted === null ? "which is no longer there" : "from which it was taken back";
      return [
        {
          what: `${whatIs} known from ${there}, ${was}`,
          fix: "Readers will see it as the article they know",
        },
      ];
    }
    default:
      return [];
  }
}
