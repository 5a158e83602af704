// What a feed says of itself: its own address, its page, its language, its hub, when it changed.

import type { Answer } from "../ask.ts";
import type { FeedDocument } from "../documents/feedDocument.ts";
import { readInstant } from "../documents/instant.ts";
import { type Fault, type Finding, fault, foundAt, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";

/** Clocks differ by so many milliseconds. */
export const tolerance = 600_000;

/** What is wrong with it. */
export function checkHeadOfFeed(
  ground: Ground,
  address: string,
  document: FeedDocument,
  answer: Answer,
): Finding[] {
  return foundAt(address, [
    ...document.faults,
    judgeSelf(ground, address, document.self),
    judgePage(document.page, ground.promised),
    judgeLang(document.lang, ground.promised),
    judgeUpdated(ground, document),
    ...judgeHubs(ground, address, document, answer.headers["link"] ?? ""),
  ]);
}

function judgeSelf(ground: Ground, address: string, self: string | null): Fault | null {
  const fix = `Write ${address} as the self link (feed_url in JSON Feed)`;
  if (self === null) return fault(ground.promised, "it does not say its own address", fix);
  if (!isWebAddress(self))
    return fault("error", `its self link is no absolute address (${quote(self)})`, fix);
  const said = new URL(ground.here(self)).href;
  return said === new URL(address).href ? null : fault("warning", `its self link says ${self}`, fix);
}

function judgePage(page: string | null, promised: Fault["level"]): Fault | null {
  const fix = "Write the absolute address of the page the feed belongs to";
  if (page === null) return fault(promised, "it does not say which page it belongs to", fix);
  return isWebAddress(page) ? null : fault("error", `its page is no absolute address (${quote(page)})`, fix);
}

/** RFC 5646, as far as its form goes. */
function judgeLang(lang: string | null, promised: Fault["level"]): Fault | null {
  const fix = "Write its language as a tag, such as en or vi";
  if (lang === null) return fault(promised, "it does not say its language", fix);
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(lang)
    ? null
    : fault("warning", `its language is no language tag (${quote(lang)})`, fix);
}

function judgeUpdated({ now }: Ground, { format, updated }: FeedDocument): Fault | null {
  if (updated === null) return null;
  const instant = readInstant(format, updated);
  if (instant === null) {
    const form = format === "RSS 2.0" ? "Sun, 22 Nov 2026 04:06:56 GMT" : "2026-11-22T04:06:56Z";
    return fault("error", `it was updated ${quote(updated)}, which is no date`, `Write it as ${form}`);
  }
  return instant > now + tolerance
    ? fault(
        "warning",
        `it says it was updated in the future (${updated})`,
        "Write when an entry last changed",
      )
    : null;
}

/** WebSub §4: both the header and the document may name the hub and the feed's own address. */
function judgeHubs(ground: Ground, address: string, { hubs, self }: FeedDocument, header: string): Fault[] {
  const ofHeader = relatedTo(header, "hub");
  const fix = "Name the same hub in the document and in the header Link";
  const faults: Fault[] = [];
  if (hubs.length > 0 && ofHeader.length > 0 && [...hubs].sort().join() !== [...ofHeader].sort().join()) {
    faults.push(
      fault("warning", `its hub is ${hubs.join(", ")}, and ${ofHeader.join(", ")} in the header`, fix),
    );
  } else if (hubs.length > 0 !== ofHeader.length > 0) {
    const place = hubs.length > 0 ? "the document" : "the header";
    faults.push(fault(ground.promised, `only ${place} names its hub`, fix));
  }
  if (hubs.some((hub) => !isWebAddress(hub))) {
    faults.push(fault("error", `its hub is no absolute address (${quote(hubs.join(", "))})`, fix));
  }
  const [ownOfHeader] = relatedTo(header, "self");
  if (ownOfHeader !== undefined && ownOfHeader !== self && ground.here(ownOfHeader) !== address) {
    faults.push(
      fault("warning", `its header Link says it is ${ownOfHeader}`, "Say one address in header and document"),
    );
  }
  return faults;
}

/** Targets of a relation in a header Link (RFC 8288). */
function relatedTo(header: string, relation: string): string[] {
  return [...header.matchAll(/<([^>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:"[^"]*"|[^\s;,]+))*)/g)].flatMap(
    ([, target = "", parameters = ""]) => {
      const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/.exec(parameters) ?? [];
      return (quoted ?? bare ?? "").split(/\s+/).includes(relation) ? [target] : [];
    },
  );
}

/** True for an absolute address of the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
}
