// Reads the values of a settings file by path, and gathers what is wrong with them.

import type { Localized } from "../../catalog/catalog.ts";
import type { Problem } from "../problems.ts";
import type { TomlDocument, TomlPath } from "../toml.ts";

/** One settings file: a value that is not what it should be is a problem with its line, and reads as if it were not there. */
export class SettingsReader {
  readonly problems: Problem[] = [];
  readonly #toml: TomlDocument;
  readonly #path: string;

  constructor(toml: TomlDocument, path: string) {
    this.#toml = toml;
    this.#path = path;
  }

  at(path: TomlPath): unknown {
    let value: unknown = this.#toml.value;
    for (const step of path) {
      if (typeof value !== "object" || value === null) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }

  has(path: TomlPath): boolean {
    return this.at(path) !== undefined;
  }

  lineOf(path: TomlPath): number {
    return this.#toml.lineOf(path);
  }

  fail(path: TomlPath, what: string, fix: string): void {
    this.problems.push({ path: this.#path, line: this.lineOf(path), level: "error", what, fix });
  }

  warn(path: TomlPath, what: string, fix: string): void {
    this.problems.push({ path: this.#path, line: this.lineOf(path), level: "warning", what, fix });
  }

  refuseUnknown(path: TomlPath, known: readonly string[]): void {
    const table = this.at(path);
    if (typeof table !== "object" || table === null) return;
    for (const key of Object.keys(table)) {
      if (known.includes(key)) continue;
      this.fail([...path, key], `unknown key "${key}"`, `Known here: ${known.join(", ")}`);
    }
  }

  text(path: TomlPath): string | null {
    const value = this.at(path);
    if (value === undefined) return null;
    if (typeof value === "string" && value.trim() !== "") return value.normalize("NFC").trim();
    this.fail(path, `${spellKey(path)} is ${describeValue(value)}`, "Write a text in quotes");
    return null;
  }

  /** An address as it may stand in a header: in ASCII. One of a host alone gets no slash that was not written. */
  url(path: TomlPath): string | null {
    const value = this.text(path);
    if (value === null) return null;
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) {
      const { href } = new URL(value);
      return value.endsWith("/") ? href : href.replace(/\/$/, "");
    }
    this.fail(path, `"${value}" is no web address`, "Begin with https:// and a host name");
    return null;
  }

  count(path: TomlPath, fallback: number, least: number, most: number): number {
    const value = this.at(path);
    if (value === undefined) return fallback;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    this.fail(
      path,
      `${spellKey(path)} is ${describeValue(value)}`,
      `Write a whole number from ${least} to ${most}`,
    );
    return fallback;
  }

  list(path: TomlPath): readonly string[] {
    const value = this.at(path);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fail(path, `${spellKey(path)} is ${describeValue(value)}`, 'Write a list of phrases: ["…", "…"]');
      return [];
    }
    return value.map((_, index) => this.text([...path, index]) ?? "").filter((phrase) => phrase !== "");
  }

  lists(path: TomlPath): readonly (readonly string[])[] {
    const value = this.at(path);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.map((_, index) => this.list([...path, index]));
    this.fail(
      path,
      `${spellKey(path)} is ${describeValue(value)}`,
      'Write a list of lists: [["a.txt", "b.txt"]]',
    );
    return [];
  }

  localized(path: TomlPath): Localized | null {
    const value = this.at(path);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      const text = this.text(path);
      return text === null ? null : { "": text };
    }
    const texts: Record<string, string> = {};
    for (const lang of Object.keys(value)) {
      if (!isLanguage(lang))
        this.fail([...path, lang], `"${lang}" is no language tag`, 'Use tags such as "vi" or "en"');
      const text = this.text([...path, lang]);
      if (text !== null) texts[lang] = text;
    }
    return Object.keys(texts).length === 0 ? null : texts;
  }
}

/** A key as it is written in its table: `title.vi`, `match[0]`. */
function spellKey(path: TomlPath): string {
  const own = path.slice(typeof path[1] === "number" ? 2 : path.length > 1 ? 1 : 0);
  const steps = own.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`));
  return steps.join("").replace(/^\./, "");
}

function describeValue(value: unknown): string {
  if (value === "") return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a table" : `${JSON.stringify(value)}`;
}

/** True for the form of a language tag (BCP 47). */
export function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag);
}
