// readXml: a long file of XML, read piece by piece: each of its posts as a tree, one after the other.

import type { Document, Element } from "domhandler";
import { isTag } from "domhandler";
import { byteOrderMark } from "../../../compile/encodings/byteOrder.ts";
import { htmlParser } from "../../../compile/packages.ts";
import { deepestTree } from "../../../compile/parseHtml.ts";

/** What stands around the posts. */
export interface XmlFrame {
  /** `rss`, `feed` or `rdf:RDF`, with all in it but the posts. */
  readonly root: Element | null;
  /** True where the file ends before its root does. */
  readonly isCut: boolean;
  /** How many letters could not be read in its encoding. */
  readonly damaged: number;
}

/**
 * Reads RSS, RDF or Atom, well-formed or not, and gives each `item` or `entry` to `take` as soon as it ends; one that the
 * end of the file cut off is not given. Never throws. Text is read in the encoding of the byte order mark or the
 * declaration (XML 1.0 §4.3.3), else as UTF-8.
 */
export function readXml(chunks: Iterable<Uint8Array>, take: (item: Element) => void): XmlFrame {
  const { DomHandler, Parser } = htmlParser();
  const make = () => new DomHandler(null, { xmlMode: true });
  const frame = make();
  let item: ReturnType<typeof make> | null = null;
  /** How many elements are open, and how many of them are around the item. */
  let [depth, around] = [0, 0];
  let isCut = false;
  let damaged = 0;
  const into = () => item ?? frame;
  const parser = new Parser(
    {
      onopentag: (name, attribs) => {
        if (item === null && /^(?:item|entry)$/i.test(name) && depth > 0) {
          item = make();
          around = depth;
        }
        depth += 1;
        // What is deeper than any post is left flat: a tree is walked by functions that call themselves.
        if (depth < deepestTree) into().onopentag(name, attribs);
      },
      onclosetag: (_, implied) => {
        if (depth < deepestTree) into().onclosetag();
        depth -= 1;
        isCut ||= implied && depth === 0;
        if (item === null || depth !== around) return;
        const [element] = item.root.children;
        item = null;
        if (element !== undefined && isTag(element) && !isCut) closed.push(element);
      },
      ontext: (data) => into().ontext(data),
      oncdatastart: () => into().oncdatastart(),
      oncdataend: () => into().oncdataend(),
    },
    { xmlMode: true },
  );
  const closed: Element[] = [];
  const giveAll = (): void => {
    for (const element of closed.splice(0)) take(element);
  };
  let decoder: TextDecoder | null = null;
  const mend = makeMender();
  const read = (text: string): void => {
    for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) damaged += 1;
    parser.write(mend(text));
    giveAll();
  };
  for (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    read(decoder.decode(chunk, { stream: true }));
  }
  read(decoder?.decode() ?? "");
  parser.write(mend(null));
  giveAll();
  const before = closed.length;
  const isOpen = depth > 0;
  parser.end();
  // What only the end of the file has closed is not whole.
  closed.length = before;
  return { root: rootOf(frame.root), isCut: isCut || isOpen, damaged };
}

/**
 * Takes a text piece by piece, and null at its end. What comes back has `&lt;` for signs that begin no tag: they would take
 * all up to the next tag along.
 */
function makeMender(): (piece: string | null) => string {
  let isData = false;
  let held = "";
  return (piece) => {
    const text = held + (piece ?? "");
    // What it is that begins here may be known only with the next piece.
    const open = piece === null ? null : /(?:<[^>]{0,8}|\]{1,2})$/.exec(text);
    held = open?.[0] ?? "";
    return text.slice(0, text.length - held.length).replace(SIGN, (sign) => {
      if (sign === "<") return isData ? sign : "&lt;";
      isData = sign !== "]]>";
      return sign;
    });
  };
}

const SIGN = /<!\[CDATA\[|\]\]>|<(?![A-Za-z_:/!?\u00C0-\uFFFF])/g;

function rootOf({ children }: Document): Element | null {
  return children.find(isTag) ?? null;
}

/** The encoding XML declares in its first bytes, as a WHATWG name. */
function encodingOf(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return mark.encoding;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const [, label = "utf-8"] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head) ?? [];
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return "utf-8";
  }
}
