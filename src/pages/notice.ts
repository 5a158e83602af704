// A page that says why there is nothing to show, and leads on.

import { ALL, type Site } from "../catalog/catalog.ts";
import { homePath, topicPath } from "../catalog/links.ts";
import { type Page, renderPage } from "./layout.ts";
import { html, type Markup } from "./markup.ts";
import { searchEverything } from "./search.ts";
import { type Voice, voiceOf } from "./voice.ts";

/** What such a page says. */
export interface Notice {
  readonly heading: string;
  readonly sentence: string;
  readonly more?: Markup | null;
}

/** A page with one sentence, a search and the ways on; search engines are asked to pass it by. */
export function renderNotice(site: Site, notice: (voice: Voice) => Notice): string {
  const voice = voiceOf(site);
  const { words } = voice;
  const { heading, sentence, more = null } = notice(voice);
  const page: Page = {
    site,
    voice,
    title: { text: heading, lang: voice.lang },
    description: sentence,
    path: null,
    kind: "website",
    image: null,
    head: null,
  };
  return renderPage(
    page,
    html`<h1>${heading}</h1>
<p class="lede">${sentence}</p>
${more}
<ul class="names more" role="list">
<li><a href="${homePath}">${words.backHome}</a></li>
<li><a href="${topicPath(ALL)}">${words.everything}</a></li>
</ul>
${searchEverything(voice)}`,
  );
}
