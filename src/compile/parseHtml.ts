// parseHtml: any HTML as a tree, which is never deeper than browsers make theirs.

import type { Document } from "domhandler";
import { htmlParser } from "./packages.ts";

/**
 * Browsers go no deeper either. The parser looks through all open elements at every tag, so without an end to them a long
 * page of nothing but opening tags would take minutes.
 */
export const deepestTree = 512;

let parse: ((html: string) => Document) | null = null;

/** The tree of a document. Never throws. */
export function parseHtml(html: string): Document {
  parse ??= makeParser();
  return parse(html);
}

/** Below the deepest level elements have no content: what would be theirs follows them. */
function makeParser(): (html: string) => Document {
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

    constructor(handler: Handler) {
      super(handler);
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
  return (html) => {
    const handler = new Handler();
    new ShallowParser(handler).end(html);
    return handler.root;
  };
}
