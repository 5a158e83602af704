// The shell all pages share: head, header and footer, and the policy they are served with.

import { ALL, type Site } from "../catalog/catalog.ts";
import { absolute, homePath, indexPath, opmlPath, topicPath } from "../catalog/links.ts";
import { html, langOf, type Markup, trusted } from "./markup.ts";
import { copyScriptHash } from "./script.ts";
import { stylesheet, stylesheetHash } from "./style.ts";
import type { Text, Voice } from "./voice.ts";

/** What a page gives to the shell, beside its main part. */
export interface Page {
  readonly site: Site;
  readonly voice: Voice;
  /** Its own title; null on the home page, which bears the site's. */
  readonly title: Text | null;
  readonly description: string;
  /** Its canonical address; null for a page that stands for no address. */
  readonly path: string | null;
  /** Whether search engines may list it; a page without an address never is. */
  readonly listed?: boolean;
  /** Open Graph's type of the thing the page shows. */
  readonly kind: "website" | "article";
  /** Absolute address of a picture of it. */
  readonly image: string | null;
  /** What else belongs in the head, such as links to feeds. */
  readonly head: Markup | null;
}

/**
 * What a page may load and do (CSP Level 3): its own style sheet, its one script, pictures, recordings, forms to this site.
 * `data:` is for the default icon.
 */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  `script-src 'sha256-${copyScriptHash}'`,
  `style-src 'sha256-${stylesheetHash}'`,
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The anchor of the topics on the home page. */
export const topicsAnchor = "topics";

// Two waves; drawn here so that a page of a site without an icon asks for nothing more.
const defaultIcon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M1 6q3.5-4 7 0t7 0M1 11q3.5-4 7 0t7 0" ' +
    'fill="none" stroke="#268" stroke-width="2" stroke-linecap="round"/></svg>',
)}`;

/** A whole HTML document. */
export function renderPage(page: Page, main: Markup): string {
  return html`${openPage(page)}${main}${closePage(page)}`.toString();
}

/** What every page of a kind begins with, whatever it shows. */
export function startPage({ site, voice, kind }: Pick<Page, "site" | "voice" | "kind">): Markup {
  return html`<!doctype html>
<html lang="${voice.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>${trusted(stylesheet)}</style>
<link rel="icon" href="${site.icon ?? defaultIcon}">
<meta property="og:site_name" content="${site.title}">
<meta property="og:type" content="${kind}">
`;
}

/** Everything before the main part. */
export function openPage(page: Page): Markup {
  return html`${startPage(page)}${headOf(page)}${startBody(page)}`;
}

/** What follows the head, up to the main part. */
export function startBody(page: Pick<Page, "site" | "voice" | "path">): Markup {
  return html`
</head>
<body>
<a class="skip" href="#main">${page.voice.words.skipToContent}</a>
${headerOf(page)}
<main id="main" class="wrap">
`;
}

/** Everything after it. */
export function closePage({ site, voice }: Pick<Page, "site" | "voice">): Markup {
  return html`
</main>
${footerOf(site, voice)}
</body>
</html>
`;
}

/** What a page says of itself in its head. */
export function headOf(page: Omit<Page, "kind">): Markup {
  const { site, voice, title } = page;
  const address = page.path === null ? null : absolute(site, page.path);
  const whole = title === null ? site.title : `${title.text} – ${site.title}`;
  return html`<title${langOf(title?.lang ?? site.lang, voice.lang)}>${whole}</title>
<meta name="description" content="${page.description}">
${(address === null || page.listed === false) && html`<meta name="robots" content="noindex">\n`}${
  address !== null &&
  html`<link rel="canonical" href="${address}">
<meta property="og:url" content="${address}">
`
}<meta property="og:title" content="${title?.text ?? site.title}">
<meta property="og:description" content="${page.description}">
${(page.image ?? site.icon) !== null && html`<meta property="og:image" content="${page.image ?? site.icon}">`}
${page.head}`;
}

function headerOf({ site, voice, path }: Pick<Page, "site" | "voice" | "path">): Markup {
  const { words } = voice;
  return html`<header class="top"><div class="wrap quiet">
${
  path !== homePath &&
  html`<a class="brand" href="${homePath}"${langOf(site.lang, voice.lang)}>${
    site.icon !== null && html`<img src="${site.icon}" alt="" width="24" height="24">`
  }${site.title}</a>`
}
<nav>
<a href="${homePath}#${topicsAnchor}">${words.topics}</a>
<a href="${topicPath(ALL)}"${path === topicPath(ALL) && html` aria-current="page"`}>${words.everything}</a>
</nav>
</div></header>`;
}

function footerOf(site: Site, voice: Voice): Markup {
  return html`<footer class="bottom"><div class="wrap quiet">
<p${langOf(site.lang, voice.lang)}>${site.author ?? site.title}</p>
<a href="${opmlPath}">${voice.words.opml}</a>
<a href="${indexPath}">${voice.words.index}</a>
</div></footer>`;
}
