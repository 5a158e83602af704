// readFile, readInput: a file of this machine, or what another program writes, becomes an arrival.

import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { mediaTypeOf } from "../../catalog/media.ts";
import { seedLimit } from "../../compile/encodings.ts";
import { isCompanion } from "../../compile/media/companion.ts";
import { META_ENDING } from "../../compile/meta.ts";
import { reasonOf } from "../../compile/seeds/disk.ts";
import { kindOf } from "../../compile/seeds/kinds.ts";
import { readSettingsText } from "../../compile/site/settingsText.ts";
import { type Arrival, type Refusal, refuse, refuseSize } from "./arrival.ts";
import { splitName, withEnding } from "./names.ts";

const saveAs = "Save it as text, HTML or Markdown, and add that file";

/** Reads a file with what lies beside it; `name` is what it is to be called, null for its own. */
export function readFile(path: string, name: string | null): Arrival | Refusal {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    const address = /^(?:www\.|[\w-]+(?:\.[\w-]+)+\/)/i.test(path);
    return refuse(
      "there is no such file",
      address ? `Write https://${path} if it is an address` : "Check the name",
    );
  }
  if (stats.isDirectory()) return refuse("this is a folder", `Name its files: ${path.replace(/\/$/, "")}/*`);
  if (!stats.isFile()) return refuse("this is no file", "Name a file, or - for standard input");
  const own = basename(path);
  const called = name === null ? own : withEnding(name, splitName(own).ending);
  const refusal = refuseKind(called);
  if (refusal !== null) return refusal;
  if (stats.size > seedLimit) return refuseSize(seedLimit);
  try {
    const meta = readMeta(path);
    if (typeof meta === "object" && meta !== null) return meta;
    const folder = dirname(path);
    const companions = listCompanions(folder, own);
    // It names them by the folder they are in, and that is known by the page's own name.
    const apart = companions.length > 0 && called !== own;
    return {
      asked: path,
      name: apart ? own : called,
      ending: splitName(called).ending,
      ownFolder: apart ? splitName(called).stem : "",
      bytes: readFileSync(path),
      address: null,
      folder,
      companions,
      meta,
      notes: [],
    };
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    return refuse(`it cannot be read: ${reason}`, "Check that you may read it");
  }
}

/** All that another program wrote; what it is can be told by how it begins. */
export function readInput(bytes: Uint8Array, name: string | null): Arrival | Refusal {
  const refusal = name === null ? null : refuseKind(name);
  if (refusal !== null) return refusal;
  if (bytes.length > seedLimit) return refuseSize(seedLimit);
  const ending = guessEnding(bytes);
  const asked = "standard input";
  const called = name === null ? null : withEnding(name, guessEnding(bytes));
  return {
    asked,
    name: called,
    ending,
    bytes,
    address: null,
    folder: null,
    ownFolder: "",
    companions: [],
    meta: null,
    notes: [],
  };
}

function guessEnding(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).replace(/^\xEF\xBB\xBF/, "");
  if (/^\s*<(?:!doctype|html|\?xml|!--|head|body|article)\b/i.test(start)) return ".html";
  return /^(?:---|\+\+\+)\r?\n|^\s*# \S/.test(start) ? ".md" : ".txt";
}

/** Why a file of this name is no article; null for one that is. */
function refuseKind(name: string): Refusal | null {
  const kind = kindOf(name);
  if (kind === "article" || kind === "unsure") return null;
  if (name.endsWith(META_ENDING))
    return refuse("these are the corrections of a file", "Add that file, and they come along");
  if (kind === "leftover")
    return refuse("by its name an editor left it behind", "Give it another name with --name");
  if (mediaTypeOf(name) !== null)
    return refuse(
      "by its name this is no article",
      `${saveAs}; or add an article that names it, and it comes along`,
    );
  if (/\.(?:mhtml?|webarchive|maff)$/i.test(name))
    return refuse("this is a page in an archive", 'Save it in your browser as "Web page, complete"');
  return refuse("by its name this is no article", `${saveAs}; or say what it is: --name NAME.txt`);
}

/** The text of the corrections beside a file; null where there are none. */
function readMeta(path: string): string | null | Refusal {
  const file = path + META_ENDING;
  if (!existsSync(file)) return null;
  const text = readSettingsText(readFileSync(file), basename(file));
  return typeof text === "string" ? text : refuse(`${basename(file)}: ${text.what}`, text.fix);
}

/** What lies in the folder a browser saved with a page, but for links that lead out of it. */
function listCompanions(folder: string, page: string): string[] {
  const names = readdirSync(folder).filter((name) =>
    isCompanion(name.normalize("NFC"), [page.normalize("NFC")]),
  );
  return names.flatMap((name) => {
    const top = join(folder, name);
    if (lstatSync(top).isSymbolicLink() || !lstatSync(top).isDirectory()) return [];
    const inside = realpathSync(top) + sep;
    return readdirSync(top, { recursive: true, encoding: "utf8" })
      .filter((each) => statSync(join(top, each), { throwIfNoEntry: false })?.isFile())
      .filter((each) => realpathSync(join(top, each)).startsWith(inside))
      .map((each) => `${name}/${each.split(sep).join("/")}`)
      .sort();
  });
}
