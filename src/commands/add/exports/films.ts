// writeEmbed: what is embedded by its address alone, as HTML in which a player is known as one.

import { escapeText } from "./elements.ts";

/** Addresses of films and recordings → where their players are embedded from. */
const PLAYERS: readonly (readonly [address: RegExp, player: string])[] = [
  [
    /^https?:\/\/(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:\S*&)?v=|shorts\/|live\/|embed\/|v\/)([\w-]{6,})/,
    "https://www.youtube.com/embed/$1",
  ],
  [/^https?:\/\/youtu\.be\/([\w-]{6,})/, "https://www.youtube.com/embed/$1"],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/(?:\w+\/)*(\d+)/, "https://player.vimeo.com/video/$1"],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/video\/(\w+)/, "https://www.dailymotion.com/embed/video/$1"],
  [
    /^https?:\/\/open\.spotify\.com\/((?:track|album|episode|show|playlist)\/\w+)/,
    "https://open.spotify.com/embed/$1",
  ],
];

/** A player where the address is known to have one, else a link; `address` is absolute and of the web. */
export function writeEmbed(address: string): string {
  for (const [pattern, player] of PLAYERS) {
    const [, part] = pattern.exec(address) ?? [];
    if (part !== undefined) return `<iframe src="${player.replace("$1", part)}"></iframe>`;
  }
  const shown = escapeText(address);
  return `<p><a href="${shown}">${shown}</a></p>`;
}
