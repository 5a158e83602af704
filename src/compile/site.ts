// The site's own facts and its topics: site.toml read, and every mistake in it named with its line.

import { ALL, type Site, type Topic } from "../catalog/catalog.ts";
import { type Limits, plans } from "./limits.ts";
import type { Problem } from "./problems.ts";
import { isLanguage, SettingsReader } from "./site/settings.ts";
import { isTomlError, parseToml } from "./toml.ts";
import type { TopicRule } from "./topics.ts";

/** What site.toml says. */
export interface SiteSettings {
  readonly site: Site;
  readonly topics: readonly Topic[];
  readonly rules: readonly TopicRule[];
  readonly apart: readonly Apart[];
  /** What a deploy may hold. */
  readonly limits: Limits;
}

/** Files, or briefs of them (`path#n`), that are no captures of one story however alike they are. */
export interface Apart {
  readonly names: readonly string[];
  /** The line of site.toml that says so. */
  readonly line: number;
}

/** The result of reading site.toml: settings unless there are errors. */
export interface SiteReading {
  readonly settings: SiteSettings | null;
  readonly problems: readonly Problem[];
}

/** The name of the file, in the seeds folder. */
export const siteFile = "site.toml";

/** Origin used where neither site.toml nor the caller names one: the address `npm start` serves on. */
export const localOrigin = "http://127.0.0.1:8787";

const siteKeys = [
  "title",
  "description",
  "url",
  "language",
  "author",
  "timezone",
  "hub",
  "icon",
  "entries",
  "content",
];
const topicKeys = ["id", "title", "description", "match", "not"];

/**
 * Reads site.toml. `origin`, where given, stands in for the site's own url (a local server). All problems are
 * returned together; any error among them leaves `settings` null.
 */
export function readSite(text: string, origin: string | null = null): SiteReading {
  const toml = parseToml(text);
  if (isTomlError(toml)) {
    const what = `this is not valid TOML: ${toml.what}`;
    const fix = "Correct the line; see toml.io/en/v1.0.0";
    return { settings: null, problems: [{ path: siteFile, line: toml.line, level: "error", what, fix }] };
  }
  const reader = new SettingsReader(toml, siteFile);
  reader.refuseUnknown([], ["site", "topic", "duplicates", "limits"]);
  reader.refuseUnknown(["limits"], ["plan", "script", "files"]);
  reader.refuseUnknown(["duplicates"], ["apart"]);
  const site = readSiteTable(reader, origin);
  const topics = readTopics(reader);
  const apart = reader.lists(["duplicates", "apart"]).map((names, index): Apart => {
    return { names, line: reader.lineOf(["duplicates", "apart", index]) };
  });
  const limits = readLimits(reader);
  const problems = reader.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const failed = problems.some((problem) => problem.level === "error");
  return {
    settings: failed
      ? null
      : { site, topics: topics.map((t) => t.topic), rules: topics.map((t) => t.rule), apart, limits },
    problems,
  };
}

/** The plan's limits, and in place of each the one stated: megabytes of script, asset files. */
function readLimits(reader: SettingsReader): Limits {
  const plan = reader.text(["limits", "plan"]) ?? "free";
  if (plan !== "free" && plan !== "paid")
    reader.fail(["limits", "plan"], `"${plan}" is no plan`, 'Write "free" or "paid"');
  const { script, files } = plans[plan === "paid" ? "paid" : "free"];
  return {
    script: reader.count(["limits", "script"], script / 1_000_000, 1, 60) * 1_000_000,
    files: reader.count(["limits", "files"], files, 100, 1_000_000),
  };
}

function readSiteTable(reader: SettingsReader, origin: string | null): Site {
  reader.refuseUnknown(["site"], siteKeys);
  const timeZone = reader.text(["site", "timezone"]) ?? "UTC";
  if (!isTimeZone(timeZone)) {
    reader.fail(
      ["site", "timezone"],
      `"${timeZone}" is no time zone`,
      'Use an IANA name such as "Asia/Ho_Chi_Minh"',
    );
  }
  const lang = reader.text(["site", "language"]) ?? "en";
  if (!isLanguage(lang)) {
    reader.fail(
      ["site", "language"],
      `"${lang}" is no language tag`,
      'Use a BCP 47 tag such as "vi" or "en-GB"',
    );
  }
  const content = reader.text(["site", "content"]) ?? "full";
  if (content !== "full" && content !== "summary") {
    reader.fail(["site", "content"], `"${content}" is not a kind of content`, 'Write "full" or "summary"');
  }
  const title = reader.text(["site", "title"]);
  if (!reader.has(["site", "title"]))
    reader.fail(["site", "title"], "the site has no title", 'Add title = "…" under [site]');
  const stated = reader.url(["site", "url"]);
  if (stated !== null && new URL(stated).pathname !== "/") {
    reader.fail(
      ["site", "url"],
      `"${stated}" has a path`,
      "Give the origin alone, such as https://feeds.example.org",
    );
  }
  if (stated === null && origin === null && !reader.has(["site", "url"])) {
    const what = `the site has no url, so its links point to ${localOrigin}`;
    reader.warn(["site"], what, 'Add url = "https://…", the address readers will use, before you deploy');
  }
  return {
    title: title ?? "",
    description: reader.text(["site", "description"]) ?? "",
    url: new URL(origin ?? stated ?? localOrigin).origin,
    lang,
    author: reader.text(["site", "author"]),
    timeZone,
    hub: reader.url(["site", "hub"]),
    icon: reader.url(["site", "icon"]),
    entriesPerFeed: reader.count(["site", "entries"], 50, 1, 1000),
    content: content === "summary" ? "summary" : "full",
  };
}

function readTopics(reader: SettingsReader): { topic: Topic; rule: TopicRule }[] {
  const list = reader.at(["topic"]);
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    reader.fail(["topic"], "[topic] is one table", "Write [[topic]] with two brackets, once for each topic");
    return [];
  }
  const firstLine = new Map<string, number>();
  return list.map((_, index) => {
    const path = ["topic", index];
    reader.refuseUnknown(path, topicKeys);
    const id = reader.text([...path, "id"]) ?? "";
    if (!/^[a-z0-9-]+$/.test(id)) {
      reader.fail(
        [...path, "id"],
        `"${id}" is no topic id`,
        "Use a-z, 0-9 and hyphens: it is part of the feed's address",
      );
    } else if (id === ALL) {
      reader.fail(
        [...path, "id"],
        `"${ALL}" is the feed of every article`,
        "Choose another id for this topic",
      );
    }
    const earlier = firstLine.get(id);
    if (earlier !== undefined) {
      reader.fail(
        [...path, "id"],
        `topic "${id}" is already on line ${earlier}`,
        "Merge the two, or rename one",
      );
    } else firstLine.set(id, reader.lineOf([...path, "id"]));
    const title = reader.localized([...path, "title"]);
    if (!reader.has([...path, "title"])) {
      reader.fail(
        [...path, "title"],
        `topic "${id}" has no title`,
        'Add title = "…" or title = { vi = "…", en = "…" }',
      );
    }
    return {
      topic: { id, title: title ?? { "": id }, description: reader.localized([...path, "description"]) },
      rule: { id, match: reader.list([...path, "match"]), not: reader.list([...path, "not"]) },
    };
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
