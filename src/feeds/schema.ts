// The JSON Schema of the JSON index (see directory.ts): https://json-schema.org/draft/2020-12/schema

export const schemaContentType = "application/schema+json; charset=utf-8";

interface Schema {
  readonly [keyword: string]: unknown;
}

/** An object with these properties. More may come to it within a version, and none ever goes. */
function objectOf(
  description: string,
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", description, required, properties };
}

function listOf(items: Schema, description: string): Schema {
  return { type: "array", description, items };
}

function textOf(description: string): Schema {
  return { type: "string", description };
}

function orNull(schema: Schema, description: string): Schema {
  return { anyOf: [schema, { type: "null" }], description };
}

function refer(name: string, description?: string): Schema {
  const $ref = `#/$defs/${name}`;
  return description === undefined ? { $ref } : { $ref, description };
}

const instant: Schema = {
  type: "string",
  format: "date-time",
  pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$",
  description: "An instant in UTC (RFC 3339).",
};

const address: Schema = { type: "string", format: "uri", description: "An absolute address." };

const path: Schema = {
  type: "string",
  pattern: "^/",
  description: "The path of an address; site.url goes before it.",
};

const topicId: Schema = {
  type: "string",
  pattern: "^[a-z0-9-]+$",
  description: "The id of a topic, for ever.",
};

const feeds = objectOf("Path of the feed in each format.", {
  rss: refer("path", "RSS 2.0."),
  atom: refer("path", "Atom 1.0."),
  json: refer("path", "JSON Feed 1.1."),
});

const counts = {
  articles: {
    type: "integer",
    minimum: 0,
    description: "How many articles there are, not only in the feed.",
  },
  updated: orNull(refer("instant"), "When an article in the feed last changed; null where there is none."),
};

const site = objectOf("The site, and the feed of all its articles.", {
  title: textOf("What the site is called."),
  description: textOf("What it is about."),
  url: { ...address, description: "What the paths here begin with: an origin without a slash at its end." },
  lang: textOf("The language the site speaks (BCP 47)."),
  author: orNull({ type: "string" }, "Who answers for it."),
  timeZone: textOf("The time zone its days are counted in, by its name in the IANA database."),
  ...counts,
  feeds: refer("feeds", "The feed of all articles."),
  page: refer("path", "The page of all articles."),
  opml: refer("path", "The topics as a subscription list (OPML 2.0)."),
});

const query =
  "In {query} goes a topic's id, all, or an expression of ids: a+b for both, a,b for either, !a for not; the comma " +
  "binds loosest. Two parameters may follow: lang, a language, and q, words that must all be found, those in quotes " +
  "one after the other.";

const addresses = objectOf(`Addresses of any query, as templates. ${query}`, {
  page: textOf("The page for people."),
  rss: textOf("The feed as RSS 2.0."),
  atom: textOf("The feed as Atom 1.0."),
  json: textOf("The feed as JSON Feed 1.1."),
});

const horizon: Schema = {
  type: ["integer", "null"],
  minimum: 0,
  description: "How many articles, the newest, expressions look at; null for all there are.",
};

const searchHorizon: Schema = {
  ...horizon,
  description: "How many articles, the newest, searches (the parameter q) look at; null for all there are.",
};

const language = objectOf("A language there are articles in.", {
  lang: textOf("As the parameter lang takes it: a primary language subtag (RFC 5646)."),
  articles: counts.articles,
});

const topic = objectOf(
  "A topic. Its paths are left out where very many topics with long titles leave no room for them: the addresses of " +
    "any query say how they are made.",
  {
    id: refer("topicId", "What stands for it in addresses and expressions."),
    title: {
      type: "object",
      description:
        "What it is called, by language (BCP 47); under an empty name where no language is stated.",
      minProperties: 1,
      additionalProperties: { type: "string" },
    },
    ...counts,
    feeds: refer("feeds", "The feed of the topic."),
    page: refer("path", "The page of the topic."),
  },
  ["feeds", "page"],
);

const article = objectOf("An article.", {
  id: { type: "string", format: "uri", description: "The id of its entry in every feed, for ever." },
  url: refer("address", "Its page."),
  title: textOf("Plain text."),
  lang: textOf("The language it is written in (BCP 47)."),
  published: orNull(refer("instant"), "When its source says it was published; null where it does not say."),
  firstSeen: refer("instant", "When it was first seen, which stands for a date that is not stated."),
  updated: refer("instant", "When its own words last changed."),
  topics: listOf(refer("topicId"), "The topics it is about, by their ids."),
});

const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "topicwire index",
  ...objectOf(
    "A site, its topics and its latest articles. Within a version fields are added, and none is renamed or removed.",
    {
      $schema: refer("address", "The address of this schema."),
      version: { const: 1, description: "The version of this document's shape." },
      site,
      addresses,
      horizon,
      searchHorizon,
      languages: listOf(language, "Languages there are articles in, the most frequent first; at most 40."),
      topics: listOf(topic, "All topics, in the order the site has them."),
      latest: listOf(article, "The latest articles, newest first: at most 20, fewer where there is no room."),
    },
  ),
  $defs: { instant, address, path, topicId, feeds },
};

/** The schema as text. */
export const indexSchema = `${JSON.stringify(schema, null, 2)}\n`;
