// parseHtml, parseAnyXml: any HTML, or any XML, as a tree, which is never deeper than browsers make theirs.

import type { Document } from "domhandler";
import { htmlParser } from "./packages.ts";

/**
 * Browsers go no deeper either. The parser looks through all open elements at every tag, so without an end to them a long
 * page of nothing but opening tags would take minutes.
 */
export const deepestTree = 512;

type Parse = (text: string, xmlMode: boolean) => Document;

let parse: Parse | null = null;

/** The tree of a document. Never throws. */
export function parseHtml(html: string): Document {
  parse ??= makeParser();
  return parse(html, false);
}

/** The same for XML, well-formed or not, with names and attributes as they are written. */
export function parseAnyXml(xml: string): Document {
  parse ??= makeParser();
  return parse(xml, true);
}

/** Below the deepest level elements have no content: what would be theirs follows them. */
function makeParser(): Parse {
  const { DomHandler, Parser } = htmlParser();
  class Handler extends DomHandler {
    get isDeepest(): boolean {
      return this.tagStack.length > deepestTree;
    }
  }
  class ShallowParser extends Parser {
    readonly #handler: Handler;
    /** Whether the element being opened stays empty; null until that is asked of it. */
    #isEmpty: boolean | null = false;

    constructor(handler: Handler, xmlMode: boolean) {
      super(handler, { xmlMode });
      this.#handler = handler;
    }

    override onopentagname(start: number, end: number): void {
      this.#isEmpty = null;
      super.onopentagname(start, end);
    }

    override onclosetag(start: number, end: number): void {
      this.#isEmpty = false;
      super.onclosetag(start, end);
    }

    protected override isVoidElement(name: string): boolean {
      this.#isEmpty ??= this.#handler.isDeepest;
      return this.#isEmpty || super.isVoidElement(name);
    }
  }
  return (text, xmlMode) => {
    const handler = new Handler(null, { xmlMode });
    new ShallowParser(handler, xmlMode).end(text);
    return handler.root;
  };
}
