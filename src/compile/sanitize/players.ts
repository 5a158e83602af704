// Embedded players, and the page a person can open instead.

/** Where a player is embedded from → the name it is known by, and the address of its own page. */
const PLAYERS: readonly (readonly [address: RegExp, name: string, page: string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?list=([\w-]+)/,
    "YouTube",
    "https://www.youtube.com/playlist?list=$1",
  ],
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/([\w-]{6,})/,
    "YouTube",
    "https://www.youtube.com/watch?v=$1",
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/, "Vimeo", "https://vimeo.com/$1"],
  [
    /^https?:\/\/(?:www\.|geo\.)?dailymotion\.com\/(?:embed\/video\/|player(?:\/\w+)?\.html\?video=)(\w+)/,
    "Dailymotion",
    "https://www.dailymotion.com/video/$1",
  ],
  [
    /^https?:\/\/open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/,
    "Spotify",
    "https://open.spotify.com/$1",
  ],
  [/^https?:\/\/embed\.podcasts\.apple\.com\/([^?#]+)/, "Apple Podcasts", "https://podcasts.apple.com/$1"],
  [/^https?:\/\/w\.soundcloud\.com\/player\/?\?(?:.*&)?url=(https?%3A[^&]+)/i, "SoundCloud", "$1"],
  [
    /^https?:\/\/(?:www\.)?facebook\.com\/plugins\/(?:video|post)\.php\?(?:.*&)?href=(https?%3A[^&]+)/i,
    "Facebook",
    "$1",
  ],
  [/^https?:\/\/(?:www\.)?tiktok\.com\/embed\/(?:v2\/)?(\d+)/, "TikTok", "https://www.tiktok.com/@/video/$1"],
  [/^https?:\/\/platform\.twitter\.com\/embed\/.*[?&]id=(\d+)/i, "X", "https://x.com/i/status/$1"],
  [
    /^https?:\/\/(?:www\.)?instagram\.com\/((?:p|reel|tv)\/[\w-]+)\/embed/,
    "Instagram",
    "https://www.instagram.com/$1/",
  ],
  [/^https?:\/\/embed\.ted\.com\/talks\/([\w/-]+)/, "TED", "https://www.ted.com/talks/$1"],
  [/^https?:\/\/(?:www\.)?rumble\.com\/embed\/(\w+)/, "Rumble", "https://rumble.com/$1"],
  [/^https?:\/\/archive\.org\/embed\/([^/?#]+)/, "Internet Archive", "https://archive.org/details/$1"],
];

const NAMES = [...new Set(PLAYERS.map(([, name]) => name))].join("|");

/** A paragraph that is nothing but the link to a player's page, as this sanitizer writes it; its first group the link. */
export const PLAYER_LINK = new RegExp(`^<p>(<a [^>]*>(?:${NAMES})(?:: [^<]*)?</a>)</p>$`);

/** Elements of AMP, and of scripts that load a player when it is wanted: the attribute with its number, and its address. */
const ELEMENTS: Readonly<Record<string, readonly [attribute: string, address: string]>> = {
  "amp-dailymotion": ["data-videoid", "https://www.dailymotion.com/embed/video/$1"],
  "amp-facebook": ["data-href", "https://www.facebook.com/plugins/post.php?href=$1"],
  "amp-iframe": ["src", "$1"],
  "amp-instagram": ["data-shortcode", "https://www.instagram.com/p/$1/embed"],
  "amp-tiktok": ["data-src", "https://www.tiktok.com/embed/$1"],
  "amp-twitter": ["data-tweetid", "https://platform.twitter.com/embed/Tweet.html?id=$1"],
  "amp-vimeo": ["data-videoid", "https://player.vimeo.com/video/$1"],
  "amp-youtube": ["data-videoid", "https://www.youtube.com/embed/$1"],
  "lite-vimeo": ["videoid", "https://player.vimeo.com/video/$1"],
  "lite-youtube": ["videoid", "https://www.youtube.com/embed/$1"],
};

/** The names of these elements. */
export const PLAYER_ELEMENTS: readonly string[] = Object.keys(ELEMENTS);

/** The address such an element loads its player from; null for other elements, and where its number is missing. */
export function addressOfPlayer(name: string, attributes: Readonly<Record<string, string>>): string | null {
  const [attribute, address] = ELEMENTS[name] ?? [];
  const value = attribute === undefined ? undefined : attributes[attribute]?.trim();
  if (value === undefined || value === "" || address === undefined) return null;
  return address === "$1" ? value : address.replace("$1", () => encodeURIComponent(value));
}

/** A page that can be opened instead of a player. */
export interface PlayerLink {
  readonly name: string;
  readonly url: string;
}

/** The page behind the address of an embedded player; null for a frame that is no known player. */
export function findPlayer(address: string): PlayerLink | null {
  for (const [pattern, name, page] of PLAYERS) {
    const match = pattern.exec(address);
    if (match === null) continue;
    const part = match[1] ?? "";
    const url = page === "$1" ? decodePart(part) : page.replace("$1", part);
    return url === null ? null : { name, url };
  }
  return null;
}

function decodePart(part: string): string | null {
  try {
    return new URL(decodeURIComponent(part)).href;
  } catch {
    return null;
  }
}
