// Marks: what a seed calls a file beside it, kept through extraction and sanitizer as an address no real file has.
//
// What was understood of a seed is remembered by its content alone, so whether the file is there is asked later
// (place.ts), when every mark becomes the address of a published file, another address, or nothing.

import type { ChildNode } from "domhandler";
import { mediaTypeOf } from "../../catalog/media.ts";
import { elementsIn } from "../elements.ts";
import { resolveAddress } from "../sanitize/addresses.ts";
import { isPlaceholder } from "../sanitize/images.ts";
import { parseMarkup } from "../sanitize/parse.ts";
import { rewriteAddresses } from "./rewrite.ts";

/** How every mark begins (RFC 2606 §2: never a real host). */
export const markBase = "https://seed.invalid/";

/** What a mark says. */
export interface Mark {
  /** The file as the seed writes it: `photo.jpg`, `../talk%20one.mp3`, `/reports/a.pdf#page=2`. */
  readonly file: string;
  /** The address it would have if there is no such file beside the seed; null for none. */
  readonly other: string | null;
}

/** The mark for a file. Nothing in it looks like a name, so that no rule about names applies to it. */
export function markFile({ file, other }: Mark): string {
  return markBase + Buffer.from(JSON.stringify([file, other])).toString("base64url");
}

/** What a mark says; null for any other address. A forged one names no file. */
export function readMark(address: string): Mark | null {
  if (!address.startsWith(markBase)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(address.slice(markBase.length), "base64url").toString());
    const [file, other] = Array.isArray(parts) ? parts : [];
    const url = resolveAddress(typeof other === "string" ? other : undefined, null);
    return { file: String(file ?? ""), other: url?.startsWith(markBase) ? null : url };
  } catch {
    return { file: "", other: null };
  }
}

/** An absolute http(s) address as it is, anything relative as the mark of a file; null for what is neither. */
export function markAddress(address: string): string | null {
  const text = address.trim();
  if (text === "" || text.startsWith("#")) return null;
  return isRelative(text) ? markFile({ file: text, other: null }) : resolveAddress(text, null);
}

/** Stands in front of the name of a file that notes embed: `[[boat.jpg]]` may lie elsewhere among them. */
export const noteSign = "[[";

/** The mark of a note that another one calls by its name. */
export function markNote(name: string): string {
  return markFile({ file: noteSign + name, other: null });
}

/** The mark of a file that notes embed by its name; an absolute address as it is, null for what is neither. */
export function markNoteFile(target: string): string | null {
  const address = markAddress(target);
  return address !== null && isRelative(target.trim())
    ? markFile({ file: noteSign + target.trim(), other: null })
    : address;
}

/** HTML as nodes in which files beside the seed are marked. `base` is what other relative addresses refer to. */
export function markHtml(html: string, base: string | null): readonly ChildNode[] {
  const children = parseMarkup(html);
  markNodes(children, base, () => false);
  for (const { name, attribs } of elementsIn(children)) {
    const address = attribs["href"];
    if (name !== "a" || address === undefined) continue;
    const other = resolveAddress(address, base);
    if (mayBeArticle(address, base)) attribs["href"] = markFile({ file: address.trim(), other });
    else if (mayBeBeside(address, other, base)) attribs["href"] = markFile({ file: other, other });
  }
  return children;
}

/** True for a relative address that may be that of another article: of a text that is from elsewhere, of Markdown alone. */
function mayBeArticle(address: string, base: string | null): boolean {
  const text = address.trim();
  return (
    isRelative(text) && !mayBeFile(text) && (base === null || /\.(?:mdx?|markdown)(?:[?#]|$)/i.test(text))
  );
}

/** True for the address of another page of the site a text is from: that may have been brought here too. */
function mayBeBeside(address: string, other: string | null, base: string | null): other is string {
  if (base === null || other === null || /^\s*#/.test(address) || readMark(other) !== null) return false;
  const [host, own] = [other, base].map((address) => new URL(address).host.replace(/^www\./, ""));
  return host === own && !namesFile(other);
}

/** The same in the tree of a saved page, in place: what stands in for lazy pictures is not marked. */
export function markPage(page: { readonly children: readonly ChildNode[] }, base: string | null): void {
  markNodes(page.children, base, (address) => isPlaceholder(address) || isOfSite(address, base));
}

/** The address of a saved page's own file, marked where it may stand beside the page; null where it means nothing. */
export function markOrResolve(address: string, base: string | null): string | null {
  const other = resolveAddress(address, base);
  return mayBeFile(address) && !isOfSite(address, base) ? markFile({ file: address.trim(), other }) : other;
}

function markNodes(
  nodes: readonly ChildNode[],
  base: string | null,
  isPassed: (address: string) => boolean,
): void {
  rewriteAddresses(nodes, (address) => {
    if (!mayBeFile(address) || isPassed(address)) return address;
    return markFile({ file: address.trim(), other: resolveAddress(address, base) });
  });
}

/** True for a relative address of a kind of file that is published, or inside the folder browsers save beside a page. */
function mayBeFile(address: string): boolean {
  const text = address.trim();
  return isRelative(text) && namesFile(text);
}

/** True for a relative address that is of such a kind, or inside such a folder. */
export function namesFile(address: string): boolean {
  return mediaTypeOf(address) !== null || /_files[/\\]/.test(address);
}

/** True for an address from the top of the site a saved page came from. */
function isOfSite(address: string, base: string | null): boolean {
  return base !== null && /^\s*[/\\]/.test(address);
}

function isRelative(address: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|[/\\]{2}|[?#]|$)/i.test(address);
}
