// writeDraft: what was understood of an article's lines, as a Draft: each claim with its rule, quotation and line.

import type { Claim, Draft } from "../../draft.ts";
import { summarize } from "../../summary.ts";
import { writeBlocks } from "./blocks.ts";
import type { Facts } from "./facts.ts";
import { stripSignature } from "./lead.ts";
import type { Reading } from "./reading.ts";
import { deriveTitle } from "./title.ts";

/** The draft of an article, or null where no text was left. */
export function writeDraft(reading: Reading): Draft | null {
  const { facts, marks, title, lead, credits, moments, lang } = reading;
  const body = facts.filter((_, index) => marks[index]?.verdict === "body");
  const blocks = writeBlocks(body);
  const first = body[0];
  if (first === undefined || blocks.text === "") return null;
  const signature = stripSignature(first.text);
  const stated = facts[title];
  const leadLine = lead === null ? undefined : facts[lead.index];
  const leadText = leadLine === undefined ? null : stripSignature(leadLine.text);
  const opening = leadText?.text ?? stripSignature(blocks.text).text;
  return {
    place: 0,
    title:
      stated === undefined
        ? claim(first, deriveTitle(signature.text), "first clause, no title being stated")
        : claim(stated, stated.text, "title line above the article"),
    titleDerived: stated === undefined,
    lead:
      leadLine === undefined || leadText === null ? null : claim(leadLine, leadText.text, lead?.rule ?? ""),
    published: moments.published,
    updated: moments.updated,
    lang: {
      value: lang.lang,
      rule: lang.sure ? "letters of the body" : "too little text to tell, so the site's language",
      quote: "",
      line: null,
    },
    byline: credits.byline,
    sourceName: credits.sourceName ?? readSignature(leadText?.name ?? signature.name, leadLine ?? first),
    sourceUrl: credits.sourceUrl,
    summary: claim(
      leadLine ?? first,
      summarize(opening),
      leadLine === undefined ? "first sentences" : "lead",
    ),
    image: null,
    enclosures: [],
    captions: facts.filter((_, index) => marks[index]?.verdict === "caption").map(({ text }) => text),
    topics: null,
    draft: false,
    ...blocks,
  };
}

function readSignature(name: string | null, line: Facts): Claim<string> | null {
  return name === null ? null : claim(line, name, "signature before the lead");
}

function claim({ line, text }: Facts, value: string, rule: string): Claim<string> {
  return { value, rule, quote: text, line: line.number };
}
