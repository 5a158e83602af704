// What search engines and polite readers ask first: robots.txt (RFC 9309) and the sitemap it names.

import { readText } from "../documents/readDocument.ts";
import { childrenOf, readXmlTree } from "../documents/xmlTree.ts";
import { isWebAddress } from "../feeds/head.ts";
import { type Fault, type Finding, fault, foundAt, messageOf, quote } from "../finding.ts";
import type { Ground } from "../ground.ts";
import { isSilence } from "../silence.ts";

/** Some pages of a sitemap are asked for. */
const sample = 3;

/** What is wrong with them. A site of another kind may have neither. */
export async function checkCrawlers(
  ground: Ground,
  origin: string,
  feeds: readonly string[],
): Promise<Finding[]> {
  const address = `${origin}/robots.txt`;
  const visit = await ground.visitor.read(address);
  if (isSilence(visit)) return foundAt(address, [visit.why]);
  const { answer, bytes } = visit;
  const { status } = answer;
  if (status >= 500) {
    return foundAt(address, [
      fault("warning", `it answers ${status}: robots then stay away`, "Answer 200 or 404"),
    ]);
  }
  if (status !== 200) {
    return ground.site === null
      ? []
      : foundAt(address, [
          fault(ground.promised, `it answers ${status}`, "Serve robots.txt, with the sitemap"),
        ]);
  }
  const type = answer.headers["content-type"] ?? "no type";
  const lines = bytes.toString("utf8").split(/\r?\n/);
  const sitemaps = lines.flatMap((line) => /^\s*sitemap\s*:\s*(\S+)/i.exec(line)?.[1] ?? []);
  const shut = feeds.find((feed) => isShut(lines, new URL(feed).pathname));
  return [
    ...foundAt(address, [
      type.startsWith("text/plain") ? null : fault("note", `its type is ${quote(type)}`, "Send text/plain"),
      shut === undefined
        ? null
        : fault(
            "warning",
            `it keeps robots from ${shut}`,
            "Let feeds be fetched: some readers obey robots.txt",
          ),
    ]),
    ...(await Promise.all(sitemaps.slice(0, sample).map((sitemap) => checkSitemap(ground, sitemap)))).flat(),
  ];
}

/** Whether the rules for everybody forbid a path; the longest rule decides (RFC 9309 §2.2.2). */
function isShut(lines: readonly string[], path: string): boolean {
  let forAll = false;
  let inRules = false;
  let best = { length: -1, shut: false };
  for (const line of lines) {
    const [, name = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const rule = value.trim();
    if (/^user-agent$/i.test(name)) {
      forAll = rule === "*" || (forAll && !inRules);
      inRules = false;
    } else if (/^(dis)?allow$/i.test(name)) {
      inRules = true;
      const length = rule.length;
      const covers = forAll && length > 0 && !/[*$]/.test(rule) && path.startsWith(rule);
      const isAllowed = /^allow$/i.test(name);
      if (covers && (length > best.length || (length === best.length && isAllowed)))
        best = { length, shut: !isAllowed };
    }
  }
  return best.shut;
}

async function checkSitemap(ground: Ground, address: string): Promise<Finding[]> {
  const fix = "Serve the sitemap robots.txt names: https://www.sitemaps.org/protocol.html";
  if (!isWebAddress(address))
    return foundAt(address, [fault("warning", "the sitemap has no absolute address", fix)]);
  const visit = await ground.visitor.read(address);
  if (isSilence(visit)) return foundAt(address, [{ ...visit.why, level: "warning" }]);
  const { answer, bytes } = visit;
  if (answer.status !== 200)
    return foundAt(address, [fault("warning", `the sitemap answers ${answer.status}`, fix)]);
  const pages = readLocations(bytes, answer.headers["content-type"] ?? "");
  if (!Array.isArray(pages)) return foundAt(address, [pages]);
  const asked = pages.slice(0, sample).map(async (page) => {
    const visit = await ground.visitor.read(page);
    const status = isSilence(visit)
      ? visit.why.what
      : visit.answer.status === 200
        ? null
        : `it answers ${visit.answer.status}`;
    return status === null
      ? null
      : fault("warning", `it names ${page}: ${status}`, "Name pages that are there");
  });
  return foundAt(address, await Promise.all(asked));
}

function readLocations(bytes: Buffer, type: string): string[] | Fault {
  // Plain lists of addresses and packed files are sitemaps too.
  if (!/xml/.test(type)) return [];
  const text = readText(bytes, type);
  if (typeof text !== "string") return { ...text, level: "warning" };
  try {
    const root = readXmlTree(text);
    if (!/^(urlset|sitemapindex)$/.test(root.name)) {
      return fault("warning", `its root is <${root.name}>`, "Write <urlset> or <sitemapindex>");
    }
    return root.children.flatMap((one) => childrenOf(one, "loc", root.uri).map(({ text }) => text.trim()));
  } catch (error) {
    return fault("warning", `it is not well-formed XML (${messageOf(error)})`, "Escape & and < in addresses");
  }
}
