// Pictures in content: the real address of a lazy one, and pixels that only count readers.

import { isMediaAddress } from "../../catalog/links.ts";
import { resolveAddress, resolveSrcset } from "./addresses.ts";

/** Attributes that hold the address while `src` holds a placeholder, the best first. */
const LAZY_SOURCES = (
  "data-src data-original data-lazy-src data-lazyload data-lazy data-original-src data-actualsrc data-real-src " +
  "data-image data-img-src data-img-url data-full-url data-orig-file data-hi-res-src data-src-large data-echo " +
  "data-url data-delayed-url data-cfsrc data-pagespeed-lazy-src data-runner-src data-flickity-lazyload"
).split(" ");
const LAZY_SETS = [
  "data-srcset",
  "data-lazy-srcset",
  "data-original-set",
  "data-flickity-lazyload-srcset",
  "srcset",
];

const PLACEHOLDER =
  /(?:^data:)|(?:placeholder|spacer|blank|lazy(?:load)?|loading|transparent|1x1|pixel|grey|gray|dummy)[\w.-]{0,100}\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;

/** Addresses of pictures that only count readers. */
const TRACKER =
  /\/\/(?:[\w-]+\.)*(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|statcounter\.com|imrworldwide\.com|chartbeat\.(?:com|net)|bluekai\.com|adnxs\.com|taboola\.com|outbrain\.com|mc\.yandex\.ru|counter\.yadro\.ru|xiti\.com|ioam\.de|vgwort\.de|metrigo\.com|feedsportal\.com|list-manage\.com\/track)\b|facebook\.com\/tr\b|\/(?:pixel|beacon|tracking|tracker|counter|analytics|b\/ss|piwik|matomo)(?:\.(?:gif|php|png|aspx?)|\/|\?)|[?&](?:utm_pixel|track(?:ing)?_?pixel)=|republishing-a-pixel|republish_pixel|count\.gif/i;

/** A picture worth showing. */
export interface Picture {
  readonly src: string;
  /** Absolute candidates; empty where there are none. */
  readonly srcset: string;
}

/** The real address of an `img` (or of the `source` elements around it); null for pixels and lost pictures. */
export function readPicture(
  attributes: Readonly<Record<string, string>>,
  base: string | null,
  sources: readonly Readonly<Record<string, string>>[] = [],
): Picture | null {
  if (isPixel(attributes)) return null;
  const set = [attributes, ...sources].flatMap((each) =>
    LAZY_SETS.map((name) => resolveSrcset(each[name], base)),
  );
  const candidates = set.find((list) => list.length > 0) ?? [];
  const largest = candidates.toSorted((a, b) => b.size - a.size)[0]?.url;
  const lazy = LAZY_SOURCES.map((name) => attributes[name]).find(
    (value) => value !== undefined && isAddress(value),
  );
  const plain = attributes["src"] ?? "";
  const stated = lazy ?? (isPlaceholder(plain) ? undefined : plain);
  const src = resolveAddress(stated, base) ?? largest ?? null;
  if (src === null || TRACKER.test(src)) return null;
  const srcset =
    candidates.length > 1 ? candidates.map((each) => `${each.url} ${each.descriptor}`.trim()).join(", ") : "";
  return { src, srcset };
}

/** True for the address of what stands in a picture's place until it is loaded. Files of our own are never that. */
export function isPlaceholder(address: string): boolean {
  return PLACEHOLDER.test(address) && !isMediaAddress(address);
}

function isAddress(value: string): boolean {
  return /^(?:https?:)?\/\/|^\/|^\.{0,2}\/?[\w%-]+(?:\/|\.\w)/.test(value.trim()) && !PLACEHOLDER.test(value);
}

/** True for a picture of at most two pixels either way, or one that is not shown. */
function isPixel(attributes: Readonly<Record<string, string>>): boolean {
  const style = attributes["style"] ?? "";
  const side = (name: string) =>
    attributes[name]?.trim() ?? new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+)px`).exec(style)?.[1] ?? "";
  return (
    /^[012](?:px)?$/.test(side("width")) ||
    /^[012](?:px)?$/.test(side("height")) ||
    /display\s*:\s*none/.test(style)
  );
}
