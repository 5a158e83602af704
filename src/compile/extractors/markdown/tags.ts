// writeTag: what a reader can be shown of a tag that only its site generator can fill in: pictures, and links to films,
// posts and pages.

import { mediaTypeOf } from "../../../catalog/media.ts";

/** A tag without its brackets. */
export interface Tag {
  /** `{{< … >}}` and `{% … %}` do something; `{{ … }}` stands for a value. */
  readonly kind: "action" | "value";
  readonly text: string;
  /** True where it stands for an address, or for the beginning of one. */
  readonly inAddress: boolean;
  /** True for one that has an end of its own, and words in between. */
  readonly isPaired: boolean;
}

/** Markdown that shows the tag; nothing for most. */
export function writeTag(tag: Tag): string {
  if (tag.kind === "value" && !CALL.test(tag.text)) return writeValue(tag.text);
  const name = nameOf(tag.text);
  if (LOGIC.has(name)) return "";
  const values = readArguments(tag.text.slice(name.length).replace(/^\((.*)\)$/s, "$1"));
  const picture = values.find(
    ({ value }) => mediaTypeOf(value)?.startsWith("image/") && !/\s{2}|"/.test(value),
  );
  if (tag.inAddress) {
    const file = picture ?? (REFERENCES.has(name) ? values[0] : undefined);
    return file === undefined ? "" : addressOf(name, file.value);
  }
  if (picture !== undefined) return writePicture(picture, values);
  return writePost(name, values) ?? (tag.isPaired ? "" : writeLink(values));
}

/** Tags that name the file of another article. */
const REFERENCES = new Set(["ref", "relref", "link", "post_url"]);
/** Values of Zola and Logseq that do something: `youtube(id="…")`, `video https://…`. */
const CALL = /^\w+\(.*\)$|^(?:youtube|vimeo|video|tweet|twitter)\s+https?:\/\//s;

/** The name of a tag: the word it begins with. */
export function nameOf(text: string): string {
  return /^[\w/.-]+/.exec(text)?.[0] ?? "";
}

/** Tags that say what is done with others. */
const LOGIC = new Set(
  "assign block capture case comment cycle elif else elsif extends for from if import macro set unless when with".split(
    " ",
  ),
);

interface Argument {
  readonly key: string | null;
  readonly value: string;
  readonly isQuoted: boolean;
}

const ARGUMENT =
  /(?:([\w-]+)\s{0,9}[=:](?!\/\/)\s{0,9})?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s,"']+))/gs;

function readArguments(text: string): readonly Argument[] {
  return [...text.matchAll(ARGUMENT)].map(([, key, double, single, bare]) => {
    const quoted = double ?? single;
    const value =
      quoted === undefined ? (bare ?? "") : quoted.replace(/\\(["'])/g, "$1").replace(/\s+/g, " ");
    return { key: key?.toLowerCase() ?? null, value: value.trim(), isQuoted: quoted !== undefined };
  });
}

function named(values: readonly Argument[], ...keys: readonly string[]): string | null {
  return values.find(({ key, value }) => key !== null && keys.includes(key) && value !== "")?.value ?? null;
}

/** A text in quotation marks, or a path with the filters that make it whole; of all else nobody knows the value. */
function writeValue(text: string): string {
  const [whole = "", double, single] = /^(?:"([^"]*)"|'([^']*)')\s*/.exec(text) ?? [];
  const value = double ?? single ?? "";
  const isWhole = whole.length === text.length;
  return isWhole || /^(?:\/|https?:)/.test(value) ? value.replaceAll("{", "&#123;") : "";
}

/** Jekyll's `link` names a file from the top of the site. */
function addressOf(name: string, path: string): string {
  const address = path.replace(/[\s()<>]/g, encodeURIComponent);
  return name === "link" && !address.startsWith("/") ? `/${address}` : address;
}

function writePicture(picture: Argument, values: readonly Argument[]): string {
  const positional = values.filter((one) => one.key === null && one.isQuoted && one !== picture);
  const alt = named(values, "alt") ?? positional.at(-1)?.value ?? "";
  const caption = named(values, "caption", "title") ?? "";
  const image = `![${escapeWords(alt)}](${writeAddress(picture.value)})`;
  if (caption === "" || caption === alt) return image;
  return `${image}<br>${/[*_<`[\\]/.test(caption) ? caption : `*${caption}*`}`;
}

/** Words between brackets, in which others would end them. */
export function escapeWords(words: string): string {
  return words.replace(/[[\]\\]/g, "\\$&");
}

function writeAddress(address: string): string {
  return /[\s()]/.test(address) ? `<${address.replace(/[<>]/g, "")}>` : address;
}

/** A film, a post or a piece of code that is elsewhere, by the page a person can open instead. */
function writePost(name: string, values: readonly Argument[]): string | null {
  if (values.some(({ value }) => ADDRESS.test(value))) return null;
  const kind = name === "include" ? values.map(({ value }) => value).join(" ") : name;
  const list = values.map(({ value }) => /^videoseries\?list=([\w-]+)/.exec(value)?.[1]).find(Boolean);
  if (/youtube/i.test(kind) && list !== undefined)
    return `[YouTube](https://www.youtube.com/playlist?list=${list})`;
  const ids = values.filter(
    ({ key, value }) => (key === null || ID_KEYS.has(key)) && /^[\w/-]+$/.test(value),
  );
  const id = ids.find(({ key }) => key !== null)?.value ?? ids[0]?.value ?? "";
  if (/youtube/i.test(kind) && /^[\w-]{6,}$/.test(id)) return linkToYouTube(id);
  if (/vimeo/i.test(kind) && /^\d+$/.test(id)) return `[Vimeo](https://vimeo.com/${id})`;
  if (/^(?:tweet|twitter|x)$/.test(kind) && /^\d+$/.test(id))
    return `[X](https://x.com/${named(values, "user") ?? "i"}/status/${id})`;
  if (kind === "gist" && /^[\w/-]+$/.test(id)) {
    const path = ids.length > 1 && !id.includes("/") ? `${id}/${ids[1]?.value}` : id;
    return `[Gist](https://gist.github.com/${path})`;
  }
  return null;
}

/** A film by its page. */
export function linkToYouTube(id: string): string {
  return `[YouTube](https://www.youtube.com/watch?v=${id})`;
}

const ID_KEYS = new Set(["id", "videoid", "video_id", "video", "v"]);
const ADDRESS = /^https?:\/\/[^\s<>()]+$/;

/** A link to the address a tag names, in the words it names. */
function writeLink(values: readonly Argument[]): string {
  const address = values.find(({ value }) => ADDRESS.test(value));
  if (address === undefined) return "";
  const words =
    named(values, "title", "text", "name") ??
    values.find((one) => one.isQuoted && one.key === null && one !== address && !ADDRESS.test(one.value))
      ?.value;
  return words === undefined ? `<${address.value}>` : `[${escapeWords(words)}](${address.value})`;
}
