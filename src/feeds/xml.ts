// XML as a small tree, and how it is written: every text cleaned and escaped where it enters the document.

/** An element of a document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** Text that is written as a CDATA section where it can be: markup stays readable and small. */
export interface Cdata {
  readonly cdata: string;
}

export type XmlNode = XmlElement | Cdata | string;

/** What every XML document here starts with. */
export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** An element with its attributes and children. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly XmlNode[]
): XmlElement {
  return { name, attributes, children };
}

/** The first child element of this name. */
export function findChild(parent: XmlElement, name: string): XmlElement {
  for (const child of parent.children) if (isElement(child) && child.name === name) return child;
  throw new Error(`<${parent.name}> has no <${name}>`);
}

/** Whether a node is an element, not text. */
export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== "string" && "name" in node;
}

/**
 * All characters but those of XML 1.0 §2.2 `Char`. A carriage return, a lone surrogate and the C1 controls are
 * here too: the first is lost in parsing (§2.11), the second has no UTF-8, the last are discouraged and warned of.
 */
const unwanted = /[^\t\n\x20-\x7E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Finds all of these and any surrogate: a quick look that mostly ends the matter. */
const suspect = /[^\t\n\x20-\x7E\u00A0-\uD7FF\uE000-\uFFFD]/;

/** The text without what XML 1.0 forbids (§2.2); line ends become \n, a lone surrogate U+FFFD. */
export function cleanText(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").toWellFormed().replace(unwanted, "");
}

/** Text as character data (XML 1.0 §2.4), which is also how plain text is written in HTML. */
export function escapeText(text: string): string {
  return escapeClean(cleanText(text));
}

/** The same of a text that is clean already. */
export function escapeClean(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Escaped text, or XML without CDATA sections, with `&` and `<` by their numbers: the same to a parser, and what the RSS
 * profile asks for, as some readers take the named ones in a title for markup (https://www.rssboard.org/rss-profile).
 */
export function numberSigns(xml: string): string {
  return xml.replaceAll("&amp;", "&#x26;").replaceAll("&lt;", "&#x3C;");
}

/** Text as a double-quoted attribute value; line ends and tabs survive normalisation (XML 1.0 §3.3.3). */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;");
}

/** Markup as a CDATA section (XML 1.0 §2.7); as character data where it holds the section's end. */
export function escapeCdata(text: string): string {
  const clean = cleanText(text);
  return clean.includes("]]>") || !clean.includes("<") ? escapeText(clean) : `<![CDATA[${clean}]]>`;
}

/** An element as text, on one line. */
export function serializeXml(node: XmlElement): string {
  return node.children.length === 0
    ? `${startTag(node)}/>`
    : `${startTag(node)}>${node.children.map(serializeNode).join("")}</${node.name}>`;
}

/** An element as text without its end tag: what comes next is still inside. */
export function openXml(node: XmlElement): string {
  return `${startTag(node)}>${node.children.map(serializeNode).join("")}`;
}

/**
 * An element whose child of this name comes first and holds markup in a CDATA section: the text before that markup, and
 * the text behind it. Such markup never holds the section's end (markup.ts). Where another child is to come before it,
 * `open` ends where that one's own text begins, and `lead` is what stands from there on to the markup.
 */
export function splitAtMarkup(
  node: XmlElement,
  name: string,
  before?: string,
): { readonly open: string; readonly lead: string; readonly close: string } {
  const child = findChild(node, name);
  const first = before === undefined ? null : findChild(node, before);
  const others = node.children.filter((other) => other !== child && other !== first);
  const start = `${startTag(child)}><![CDATA[`;
  const close = `]]></${name}>${others.map(serializeNode).join("")}</${node.name}>`;
  if (first === null) return { open: `${startTag(node)}>${start}`, lead: "", close };
  return {
    open: `${startTag(node)}>${startTag(first)}>`,
    lead: `${first.children.map(serializeNode).join("")}</${first.name}>${start}`,
    close,
  };
}

function startTag(node: XmlElement): string {
  let tag = `<${node.name}`;
  for (const [name, value] of Object.entries(node.attributes)) tag += ` ${name}="${escapeAttribute(value)}"`;
  return tag;
}

function serializeNode(node: XmlNode): string {
  if (typeof node === "string") return escapeText(node);
  return isElement(node) ? serializeXml(node) : escapeCdata(node.cdata);
}
