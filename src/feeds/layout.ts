// Layout: a document with slots where values go. It is made once for each shape and filled for each feed or entry, so
// whoever makes it sees no value, and cannot break one.

import { parseXml } from "./parser.ts";
import { type Cdata, isElement, type XmlElement, type XmlNode } from "./xml.ts";

/** What takes the place of the slots, by their names. */
export type Values = Readonly<Record<string, string | Cdata>>;

const scheme = "slot:";

/** What stands for a value while a layout is made. */
export function slot(name: string): string {
  return scheme + name;
}

/** What stands for an instant while a layout is made: all a writer asks of a date is these two spellings. */
export function slotDate(name: string): Date {
  return Object.assign(new Date(0), { toISOString: () => slot(name), toUTCString: () => slot(name) });
}

/** Layouts of heads by the names of their shapes, as XML. */
export type HeadLayouts = Readonly<Record<string, string>>;

/** The name of the shape of a head: with a hub or without, with a picture or without. */
export function headShape(format: "rss" | "atom", hub: boolean, picture: boolean): string {
  return `${format}${hub ? " hub" : ""}${picture ? " picture" : ""}`;
}

/** Text → what it was read as; there are a handful, and each is asked for again and again. */
const known = new Map<string, XmlElement>();

/** The layout of a shape. */
export function readLayout(layouts: HeadLayouts, shape: string): XmlElement {
  const text = layouts[shape] ?? "";
  const layout = known.get(text) ?? parseXml(text);
  known.set(text, layout);
  return layout;
}

/** A copy of the layout in which every slot, be it text or an attribute, is replaced by its value. */
export function fillLayout(layout: XmlElement, values: Values): XmlElement {
  const fill = (text: string): string | Cdata => {
    if (!text.startsWith(scheme)) return text;
    const value = values[text.slice(scheme.length)];
    if (value === undefined) throw new Error(`nothing for ${text}`);
    return value;
  };
  const attributes: Record<string, string> = {};
  for (const [name, text] of Object.entries(layout.attributes)) {
    const value = fill(text);
    attributes[name] = typeof value === "string" ? value : value.cdata;
  }
  const children = layout.children.map((child): XmlNode => {
    if (typeof child === "string") return fill(child);
    return isElement(child) ? fillLayout(child, values) : child;
  });
  return { name: layout.name, attributes, children };
}
