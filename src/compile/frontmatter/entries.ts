// Entries: what YAML or TOML says, key by key, with the line each stands on and instants as they are written.

import type { AST } from "toml-eslint-parser";
import { yaml } from "../packages.ts";
import { parseProgram } from "../toml.ts";
import type { Entry } from "./entry.ts";
import { type FieldName, fieldOf, isField } from "./keys.ts";
import { refuseNesting } from "./nesting.ts";
import { parsePlainYaml } from "./plainYaml.ts";
import { indentQuoted } from "./wrappedQuotes.ts";

/** Why a text cannot be parsed. */
export interface SyntaxProblem {
  /** 1-based, within the text that was parsed. */
  readonly line: number;
  readonly what: string;
}

/** The entries of a document, those of each table of an array of tables by themselves. */
export interface Entries {
  readonly top: readonly Entry[];
  /** Array of tables → its tables: `[[article]]`. */
  readonly tables: ReadonlyMap<string, readonly (readonly Entry[])[]>;
  /** Keys that stand there again with another value, which is the one that counts. */
  readonly repeated?: readonly Repeated[];
}

/** A key and the lines it stands on. */
export interface Repeated {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Tells entries from an error. */
export function isSyntaxProblem(result: Entries | SyntaxProblem): result is SyntaxProblem {
  return "what" in result;
}

/** Parses a YAML 1.2 map. Errors are returned, never thrown. */
export function parseYamlEntries(text: string): Entries | SyntaxProblem {
  const plain = parsePlainYaml(text);
  return plain === null ? parseAnyYaml(text) : { top: plain, tables: new Map() };
}

/** Longer YAML that is not plain is refused, in characters: its parser takes much longer for twice as much. */
export const longestYaml = 100_000;

/** The same, whatever the text looks like. */
export function parseAnyYaml(text: string): Entries | SyntaxProblem {
  if (text.length > longestYaml) return { line: 1, what: `it has more than ${longestYaml} characters` };
  const deep = refuseNesting(text);
  if (deep !== null) return deep;
  const parsed = parseWholeYaml(text);
  if (!isSyntaxProblem(parsed)) return parsed;
  const indented = indentQuoted(text);
  const again = indented === text ? parsed : parseWholeYaml(indented);
  return isSyntaxProblem(again) ? parsed : again;
}

function parseWholeYaml(text: string): Entries | SyntaxProblem {
  const { isMap, isNode, isScalar, LineCounter, parseDocument } = yaml();
  const counter = new LineCounter();
  // Of a key that stands twice the last counts, as in Jekyll.
  const document = parseDocument(text, { lineCounter: counter, logLevel: "silent", uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) {
    return {
      line: error.linePos?.[0].line ?? 1,
      what: error.message.split("\n")[0]?.replace(/ at line .*$/, "") ?? "",
    };
  }
  const { contents } = document;
  if (contents === null) return { top: [], tables: new Map() };
  if (!isMap(contents)) return { line: 1, what: "it is no list of keys and values" };
  let values: Record<string, unknown>;
  const shown = new Map<unknown, Valued>();
  try {
    values = document.toJS({ maxAliasCount: 100 });
    const pairs = Map.groupBy(contents.items, ({ key }) => (isScalar(key) ? String(key.value) : key));
    for (const pair of [...pairs.values()].filter(({ length }) => length > 1).flat()) {
      const value = isNode(pair.value) ? pair.value.toJS(document, { maxAliasCount: 100 }) : null;
      shown.set(pair, { value, text: JSON.stringify(value) });
    }
  } catch (thrown) {
    return { line: 1, what: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  const top = new Map<string, Entry & Valued>();
  const repeated: Repeated[] = [];
  for (const item of contents.items) {
    if (!isScalar(item.key)) continue;
    const key = String(item.key.value);
    const { line } = counter.linePos(item.key.range?.[0] ?? 0);
    const before = top.get(key);
    const own = shown.get(item) ?? { value: values[key], text: "" };
    if (before !== undefined && isField(key) && before.text !== own.text) {
      if (EMPTY.has(own.text)) continue;
      // Which of them is meant decides whether readers get the article at all, or as which.
      if (isDecisive(key, [before, own])) return { line, what: `\`${key}\` stands in it twice` };
      if (!EMPTY.has(before.text)) repeated.push({ key, first: before.line, last: line });
    }
    top.set(key, { key, line, ...own });
  }
  const entries = [...top.values()].map(({ key, value, line }) => ({ key, value, line }));
  return { top: entries, tables: new Map(), ...(repeated.length > 0 && { repeated }) };
}

/** A value, and what it is compared by where its key stands twice. */
interface Valued {
  readonly value: unknown;
  readonly text: string;
}

/** Values that say nothing. */
const EMPTY = new Set(["null", '""']);

const DECISIVE = new Set<FieldName | undefined>(["draft", "hidden", "shown", "status", "id", "retracted"]);

function isDecisive(key: string, values: readonly Valued[]): boolean {
  return DECISIVE.has(fieldOf(key)) || values.some(({ value }) => typeof value === "boolean");
}

/** Parses TOML 1.0. Errors are returned, never thrown. */
export function parseTomlEntries(text: string): Entries | SyntaxProblem {
  const program = parseProgram(text);
  if ("what" in program) return program;
  const top: Entry[] = [];
  const tables = new Map<string, Entry[][]>();
  for (const item of program.body[0].body) {
    if (item.type === "TOMLKeyValue") top.push(readPair(item));
    else {
      const entries = item.body.map(readPair);
      const key = String(item.resolvedKey[0] ?? "");
      const known = tables.get(key);
      if (item.kind === "array" && known !== undefined) known.push(entries);
      else if (item.kind === "array") tables.set(key, [entries]);
      else {
        const value = Object.fromEntries(entries.map((entry) => [entry.key, entry.value]));
        top.push({ key: item.resolvedKey.join("."), value, line: item.loc.start.line });
      }
    }
  }
  return { top, tables };
}

function readPair(pair: AST.TOMLKeyValue): Entry {
  const names = pair.key.keys.map((key) => (key.type === "TOMLBare" ? key.name : key.value));
  return { key: names.join("."), value: readValue(pair.value), line: pair.loc.start.line };
}

/** Instants stay text: a local one belongs to the site's zone, which a `Date` could not tell any more. */
function readValue(node: AST.TOMLContentNode): unknown {
  if (node.type === "TOMLArray") return node.elements.map(readValue);
  if (node.type === "TOMLInlineTable")
    return Object.fromEntries(node.body.map(readPair).map(({ key, value }) => [key, value]));
  return node.value instanceof Date && "datetime" in node ? node.datetime : node.value;
}
