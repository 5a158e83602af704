// Conditional requests (RFC 9110 §13): whoever has it gets 304, whoever has not gets all of it.

import type { Answer } from "../ask.ts";
import { type Fault, type Finding, fault, foundAt } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";
import { steady } from "./headRequest.ts";

/** A question with conditions, and what it has to be answered. */
interface Condition {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly wanted: 200 | 304;
}

/** A tag nobody has given. */
const otherTag = '"another-readers-tag"';
const longAgo = "Fri, 02 Jan 1970 00:00:00 GMT";

/** The conditions readers send that were given this answer. */
function conditionsFor({ headers }: Answer): Condition[] {
  const { etag, "last-modified": modified } = headers;
  const conditions: Condition[] = [];
  const add = (wanted: 200 | 304, name: string, headers: Condition["headers"]): void => {
    conditions.push({ name, headers, wanted });
  };
  if (etag !== undefined) {
    const other = etag.startsWith("W/") ? etag.slice(2) : `W/${etag}`;
    add(304, "its own ETag", { "If-None-Match": etag });
    // RFC 9110 §13.1.2: tags are compared weakly.
    add(304, `its ETag made ${etag.startsWith("W/") ? "strong" : "weak"}`, { "If-None-Match": other });
    add(304, "its ETag in a list", { "If-None-Match": `${otherTag}, ${etag}` });
    add(200, "another ETag", { "If-None-Match": otherTag });
  }
  if (modified !== undefined) {
    add(304, "its own Last-Modified", { "If-Modified-Since": modified });
    if (Date.parse(modified) > Date.parse(longAgo)) {
      add(200, "a date long ago", { "If-Modified-Since": longAgo });
    }
  }
  if (etag !== undefined && modified !== undefined) {
    // §13.1.3: If-None-Match decides alone.
    add(200, "another ETag and its Last-Modified", {
      "If-None-Match": otherTag,
      "If-Modified-Since": modified,
    });
  }
  return conditions;
}

/** Asks again under every condition. */
export async function checkConditions(ground: Ground, address: string, first: Answer): Promise<Finding[]> {
  const outcomes = await Promise.all(
    conditionsFor(first).map(async (condition) => {
      const headers = { "Accept-Encoding": "gzip", ...condition.headers };
      return { condition, reply: await ground.visitor.ask(address, headers) };
    }),
  );
  const silent = outcomes.flatMap(({ condition, reply }) =>
    isSilence(reply) ? [{ ...reply.why, what: `asked with ${condition.name}, ${reply.why.what}` }] : [],
  );
  const answered = outcomes.flatMap(({ condition, reply }) =>
    isSilence(reply) ? [] : [{ condition, reply }],
  );
  const moving = answered.find(
    ({ reply }) => reply.status === 200 && reply.headers["etag"] !== first.headers["etag"],
  );
  if (moving !== undefined) {
    return foundAt(address, [
      fault(
        "warning",
        `its ETag is another one each time (${first.headers["etag"]}, ${moving.reply.headers["etag"]})`,
        "Make the ETag of the content alone",
      ),
    ]);
  }
  return foundAt(address, [
    ...silent.slice(0, 1),
    judge(
      answered,
      304,
      "warning",
      "Compare tags weakly and dates by the second, and answer 304 without content",
    ),
    judge(
      answered,
      200,
      "error",
      "Answer 304 only to whoever has this very document: others never see what is new",
    ),
    judgeRepeats(
      first,
      answered.filter(({ reply }) => reply.status === 304).map(({ reply }) => reply),
    ),
  ]);
}

interface Outcome {
  readonly condition: Condition;
  readonly reply: Answer;
}

function judge(
  outcomes: readonly Outcome[],
  wanted: 200 | 304,
  level: Fault["level"],
  fix: string,
): Fault | null {
  const wrong = outcomes.filter(
    ({ condition, reply }) => condition.wanted === wanted && reply.status !== wanted,
  );
  if (wrong.length === 0) return null;
  const names = wrong.map(({ condition }) => condition.name).join(", ");
  const statuses = [...new Set(wrong.map(({ reply }) => reply.status))].join(", ");
  return fault(level, `it answers ${statuses}, not ${wanted}, when asked with ${names}`, fix);
}

/** RFC 9110 §15.4.5: what a 304 says again. */
function judgeRepeats(first: Answer, short: readonly Answer[]): Fault | null {
  const lost = ["etag", "cache-control", "vary"].filter((name) =>
    short.some(({ headers }) => steady(headers[name]) !== steady(first.headers[name])),
  );
  if (lost.length === 0) return null;
  return fault(
    "warning",
    `its 304 does not repeat ${lost.join(", ")}`,
    "Send with 304 the ETag, Cache-Control and Vary of the whole answer",
  );
}
