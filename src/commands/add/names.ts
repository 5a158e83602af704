// Names: what a file that is added is called, so that every system can have it and nothing leaves the seeds folder.

import { lstatSync } from "node:fs";
import { join } from "node:path";
import { slugOf } from "../../compile/identity/ids.ts";
import { decode } from "../../compile/media/paths.ts";
import { kindOf } from "../../compile/seeds/kinds.ts";
import { type Refusal, refuse } from "./arrival.ts";

/** Characters that some system has another use for, and those nobody sees; `#` counts the briefs of a file. */
const unsafe = /[\\/:*?"<>|#\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** What Windows calls its devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i;
/** File systems take 255 bytes; something is written beside a file, with a longer name. */
const longest = 180;

/** A name of no folder, made safe: readable as it was, as far as that is possible. */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(unsafe, "-")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const { stem, ending } = splitName(device.test(plain) ? `-${plain}` : plain);
  let short = stem;
  while (Buffer.byteLength(short + ending) > longest && short !== "")
    short = [...short].slice(0, -1).join("");
  return `${short.trimEnd() || "article"}${ending}`;
}

/** A name and its ending, with the dot. */
export function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /(?<=.)\.[a-z\d]{1,9}$/i.exec(name)?.[0] ?? "";
  return { stem: name.slice(0, name.length - ending.length), ending };
}

/** A name with this ending, unless it ends like a file that is read as an article already. */
export function withEnding(name: string, ending: string): string {
  return kindOf(name) === "article" || splitName(name).ending !== "" ? name : name + ending;
}

/**
 * `2024-05-02-a-title.html`. A title that leaves no word for an address gives way to the last step of the page's own,
 * and that to its host.
 */
export function datedName(day: string | null, title: string, address: string | null, ending: string): string {
  const begin = day === null ? "" : `${day}-`;
  return `${begin}${slugOf(title) || slugOfAddress(address) || "article"}${ending}`;
}

function slugOfAddress(address: string | null): string {
  if (address === null) return "";
  const { pathname, hostname } = new URL(address);
  const last = pathname.split("/").findLast((step) => step !== "") ?? "";
  return slugOf(decode(last).replace(/\.\w+$/, "")) || slugOf(hostname);
}

/** The folder below the seeds folder that is meant, with forward slashes and empty for the seeds folder; or why it cannot be. */
export function readInto(folder: string, into: string): { readonly into: string } | Refusal {
  const steps = into
    .normalize("NFC")
    .split(/[\\/]/)
    .filter((step) => step !== "" && step !== ".");
  if (/^[\\/]|^[a-z]:/i.test(into) || steps.includes(".."))
    return refuse(`--into ${into} leads out of the seeds folder`, "Name a folder below it: --into 2024/may");
  if (steps.some((step) => step.startsWith(".") || safeName(step) !== step))
    return refuse(`--into ${into} is no name that every system takes`, "Name it with letters and digits");
  for (const [at] of steps.entries()) {
    const below = steps.slice(0, at + 1).join("/");
    const stats = lstatSync(join(folder, below), { throwIfNoEntry: false });
    if (stats === undefined) break;
    if (stats.isSymbolicLink())
      return refuse(`${below} is a link, and links to folders are not followed`, "Name a folder of its own");
    if (!stats.isDirectory()) return refuse(`${below} is a file`, "Name a folder");
  }
  return { into: steps.join("/") };
}
