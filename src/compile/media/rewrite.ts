// rewriteAddresses: another address for every picture, recording and link of a tree, in place.

import type { ChildNode, Element } from "domhandler";
import { elementsIn } from "../elements.ts";
import { splitSrcset } from "../sanitize/addresses.ts";

/** Which attributes of which elements hold the address of something that is shown, played or linked to. */
const HOLDERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["a", ["href"]],
  ["amp-img", ["src"]],
  ["audio", ["src"]],
  ["img", ["src"]],
  ["source", ["src"]],
  ["video", ["src", "poster"]],
]);

/** Gives every address to `rewrite`, and sets it to what comes back; null takes the attribute away. */
export function rewriteAddresses(
  nodes: readonly ChildNode[],
  rewrite: (address: string) => string | null,
): void {
  for (const element of elementsIn(nodes)) {
    const { attribs } = element;
    const holders = HOLDERS.get(element.name);
    if (holders === undefined) continue;
    for (const name of holders) {
      const address = attribs[name];
      if (address !== undefined) setAttribute(element, name, rewrite(address));
    }
    if (attribs["srcset"] === undefined) continue;
    const candidates = splitSrcset(attribs["srcset"]).flatMap(({ url, descriptor }) => {
      const address = rewrite(url);
      return address === null ? [] : [`${address} ${descriptor}`.trim()];
    });
    setAttribute(element, "srcset", candidates.length === 0 ? null : candidates.join(", "));
  }
}

function setAttribute({ attribs }: Element, name: string, value: string | null): void {
  if (value === null) delete attribs[name];
  else attribs[name] = value;
}
