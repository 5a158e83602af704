// Writes markup that is XML and HTML at once: what is escaped, and which attributes go through.

import { escapeClean } from "../../feeds/xml.ts";
import { cleanCharacters } from "../characters.ts";
import { resolveAddress } from "./addresses.ts";
import { VALUES } from "./allowed.ts";

/** ` name="value"`, cleaned and escaped; nothing for an empty value where one is needed. */
export function writeAttribute(name: string, value: string): string {
  return ` ${name}="${escapeClean(cleanCharacters(value))
    .replaceAll('"', "&quot;")
    .replace(/[\t\n]/g, " ")}"`;
}

/** The opening tag with those of the attributes that are allowed and make sense; `extra` goes in as it is. */
export function writeTag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  allowed: readonly string[],
  base: string | null,
  extra = "",
): string {
  let tag = `<${name}`;
  for (const key of [...allowed, "lang", "dir"]) {
    const value = readAttribute(key, attributes[key], base);
    if (value !== null) tag += writeAttribute(key, value);
  }
  return `${tag}${extra}>`;
}

function readAttribute(name: string, value: string | undefined, base: string | null): string | null {
  if (value === undefined) return null;
  if (name === "href" || name === "cite") return resolveAddress(value, base, name === "href");
  const shape = VALUES[name];
  const plain = value.trim();
  if (shape === undefined) return plain === "" && name !== "alt" ? null : plain;
  return shape.test(plain) ? (name === "reversed" ? "reversed" : plain) : null;
}
