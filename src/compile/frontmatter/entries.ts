// Entries: what YAML or TOML says, key by key, with the line each stands on and instants as they are written.

import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import { yaml } from "../packages.ts";
import type { Entry } from "./entry.ts";
import { parsePlainYaml } from "./plainYaml.ts";

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

/** The same, whatever the text looks like. */
export function parseAnyYaml(text: string): Entries | SyntaxProblem {
  const { isMap, isScalar, LineCounter, parseDocument } = yaml();
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: "silent" });
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
  try {
    values = document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    return { line: 1, what: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  const top = contents.items.flatMap((item): Entry[] => {
    if (!isScalar(item.key)) return [];
    const key = String(item.key.value);
    return [{ key, value: values[key], line: counter.linePos(item.key.range?.[0] ?? 0).line }];
  });
  return { top, tables: new Map() };
}

/** Parses TOML 1.0. Errors are returned, never thrown. */
export function parseTomlEntries(text: string): Entries | SyntaxProblem {
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text, { tomlVersion: "1.0" });
  } catch (error) {
    const line = error instanceof ParseError ? error.lineNumber : 1;
    return { line, what: error instanceof Error ? error.message : String(error) };
  }
  const top: Entry[] = [];
  const tables = new Map<string, Entry[][]>();
  for (const item of program.body[0].body) {
    if (item.type === "TOMLKeyValue") top.push(readPair(item));
    else {
      const entries = item.body.map(readPair);
      const key = String(item.resolvedKey[0] ?? "");
      if (item.kind === "array") tables.set(key, [...(tables.get(key) ?? []), entries]);
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
