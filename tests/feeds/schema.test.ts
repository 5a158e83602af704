import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalog, Topic } from "../../src/catalog/catalog.ts";
import { prepareDirectory } from "../../src/feeds/directory.ts";
import { indexSchema } from "../../src/feeds/schema.ts";
import { anyCatalog } from "./any.ts";
import { everyKind, makeArticle, makeCatalog } from "./press.ts";

const isUri = (text: string) => URL.canParse(text);
const isInstant = (text: string) => !Number.isNaN(Date.parse(text));

function compile(schema: AnySchemaObject) {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    formats: { uri: isUri, "date-time": isInstant },
  });
  const validate = ajv.compile(schema);
  return (index: unknown) => {
    validate(index);
    return validate.errors ?? [];
  };
}

const schema: AnySchemaObject = JSON.parse(indexSchema);
const findFaults = compile(schema);
const findUndescribed = compile(close(schema) as AnySchemaObject);

/** The schema with no place for properties it does not describe. */
function close(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(close);
  if (typeof part !== "object" || part === null) return part;
  const closed = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, close(value)]));
  return "required" in closed ? { ...closed, additionalProperties: false } : closed;
}

const titled = (title: Topic["title"]): Topic => ({ id: "asean", title, description: null });
const longTitle = { vi: "Chủ đề ".repeat(12), en: "Topic ".repeat(12) };
const manyTopics = Array.from({ length: 300 }, (_, at) => ({ ...titled(longTitle), id: `topic-${at}` }));

test.each<[string, Catalog]>([
  ["with articles of every kind", makeCatalog(everyKind)],
  ["whose topics state no language", { ...makeCatalog([]), topics: [titled({ "": "ASEAN" })] }],
  ["without an article or a topic", { ...makeCatalog([], { author: null }), topics: [] }],
  ["without room for paths", { ...makeCatalog([makeArticle(1)]), topics: manyTopics }],
])("the index of a site %s is valid, and all of it is described", (_, catalog) => {
  for (const horizon of [null, 0, 5000]) {
    const index = JSON.parse(prepareDirectory(catalog)({ horizon, searchHorizon: horizon }));
    expect(findFaults(index)).toEqual([]);
    expect(findUndescribed(index)).toEqual([]);
  }
});

test("whatever the texts are, the index is valid", () => {
  // Addresses and ids of topics are no texts: a site has good ones.
  const anyIndex = anyCatalog.map(({ site, topics, articles }) => {
    const good = articles.map((article) => ({ ...article, id: "urn:uuid:1", topics: ["asean"] }));
    return prepareDirectory({
      site: { ...site, url: "https://feeds.example.org" },
      topics,
      articles: good,
    })();
  });
  fc.assert(
    fc.property(anyIndex, (text) => {
      expect(findFaults(JSON.parse(text))).toEqual([]);
    }),
  );
});

const index = JSON.parse(prepareDirectory(makeCatalog(everyKind))());

test("the index names the address of its schema", () => {
  expect(index.$schema).toBe("https://feeds.example.org/index.schema.json");
});

test.each([
  ["another version", { version: 2 }],
  ["no site", { site: undefined }],
  ["a horizon below nothing", { horizon: -1 }],
  ["a topic with a bad id", { topics: [{ ...index.topics[0], id: "A b" }] }],
  ["a path without its slash", { topics: [{ ...index.topics[0], page: "topics/asean" }] }],
  ["a date that is none", { latest: [{ ...index.latest[0], published: "Ngày 98" }] }],
  ["an article without an id", { latest: [{ ...index.latest[0], id: undefined }] }],
])("an index with %s is invalid", (_, changes) => {
  expect(findFaults(JSON.parse(JSON.stringify({ ...index, ...changes })))).not.toEqual([]);
});

test("every property is described", () => {
  const undescribed: string[] = [];
  const look = (part: unknown, place: string): void => {
    if (typeof part !== "object" || part === null) return;
    const { properties = {} } = part as { properties?: Record<string, { description?: string }> };
    for (const [name, { description }] of Object.entries(properties)) {
      if (!description) undescribed.push(`${place}/${name}`);
    }
    for (const [name, value] of Object.entries(part)) look(value, `${place}/${name}`);
  };
  look(schema, "");
  expect(undescribed).toEqual([]);
});
