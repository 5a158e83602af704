// TOML with the line every key stands on, so that an error can name it.

import { type AST, getStaticTOMLValue, ParseError, parseTOML } from "toml-eslint-parser";
import { refuseNesting } from "./frontmatter/nesting.ts";

/** A step into a TOML document: a key, or the index of an array of tables. */
export type TomlPath = readonly (string | number)[];

/** A parsed document. */
export interface TomlDocument {
  readonly value: Readonly<Record<string, unknown>>;
  /** 1-based line of a key; of its nearest ancestor when the key itself is not there. */
  readonly lineOf: (path: TomlPath) => number;
}

/** Why a text is not TOML. */
export interface TomlError {
  /** 1-based. */
  readonly line: number;
  readonly what: string;
}

/** Parses TOML 1.0 into its syntax tree. An error is returned with its line, never thrown. */
export function parseProgram(text: string): AST.TOMLProgram | TomlError {
  const refusal = refuseNesting(text);
  if (refusal !== null) return refusal;
  try {
    return parseTOML(text, { tomlVersion: "1.0" });
  } catch (error) {
    if (error instanceof ParseError) return { line: error.lineNumber, what: error.message };
    // The parser makes one call of all letters of a text.
    const isTooLong = error instanceof RangeError;
    return { line: 1, what: isTooLong ? "one of its texts is too long" : String(error) };
  }
}

/** Parses TOML 1.0. A syntax error is returned with its line, never thrown. */
export function parseToml(text: string): TomlDocument | TomlError {
  const ast = parseProgram(text);
  if ("what" in ast) return ast;
  const lines = new Map<string, number>();
  for (const item of ast.body[0].body) {
    if (item.type === "TOMLTable") {
      note(lines, item.resolvedKey, item.loc.start.line);
      for (const pair of item.body) noteEntry(lines, item.resolvedKey, pair);
    } else noteEntry(lines, [], item);
  }
  const lineOf = (path: TomlPath): number => {
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
  return { value: getStaticTOMLValue(ast) as Record<string, unknown>, lineOf };
}

/** Tells a parsed document from an error. */
export function isTomlError(result: TomlDocument | TomlError): result is TomlError {
  return "what" in result;
}

function keyOf(path: TomlPath): string {
  return JSON.stringify(path);
}

function note(lines: Map<string, number>, path: TomlPath, line: number): void {
  const key = keyOf(path);
  if (!lines.has(key)) lines.set(key, line);
}

function noteEntry(lines: Map<string, number>, parent: TomlPath, pair: AST.TOMLKeyValue): void {
  const names = pair.key.keys.map((key) => (key.type === "TOMLBare" ? key.name : key.value));
  const path = [...parent, ...names];
  for (let length = parent.length + 1; length <= path.length; length++) {
    note(lines, path.slice(0, length), pair.loc.start.line);
  }
  noteValue(lines, path, pair.value);
}

function noteValue(lines: Map<string, number>, path: TomlPath, value: AST.TOMLContentNode): void {
  if (value.type === "TOMLInlineTable") for (const pair of value.body) noteEntry(lines, path, pair);
  if (value.type === "TOMLArray") {
    value.elements.forEach((element, index) => {
      note(lines, [...path, index], element.loc.start.line);
      noteValue(lines, [...path, index], element);
    });
  }
}
