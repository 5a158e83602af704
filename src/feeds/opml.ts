// OPML 2.0, the topics' feeds as a subscription list: http://opml.org/spec2.opml#subscriptionLists

import type { ArticleFacts } from "../catalog/article.ts";
import { ALL, type Catalog, inLanguage, type Topic } from "../catalog/catalog.ts";
import { absolute, feedPath, topicPath } from "../catalog/links.ts";
import { newestUpdate } from "./feed.ts";
import { rfc822Date } from "./values.ts";
import { cleanText, element, serializeXml, type XmlElement, xmlDeclaration } from "./xml.ts";

export const opmlContentType = "text/x-opml; charset=utf-8";

/**
 * The document. `all` is not in it: readers that key entries by id across feeds would show them there and leave the
 * topics empty. Only a site without topics lists it, since a body has at least one outline.
 */
export function renderOpml({ site, topics, articles }: Catalog<ArticleFacts>): string {
  const outlines = topics.map((topic) => {
    const description = topic.description === null ? "" : inLanguage(topic.description, site.lang);
    return writeOutline(site, topic.id, inLanguage(topic.title, site.lang), description);
  });
  if (outlines.length === 0) outlines.push(writeOutline(site, ALL, site.title, site.description));
  const head = element(
    "head",
    {},
    element("title", {}, site.title),
    element("dateModified", {}, rfc822Date(newestUpdate(articles))),
    element("ownerName", {}, site.author ?? site.title),
  );
  const root = element("opml", { version: "2.0" }, head, element("body", {}, ...outlines));
  return `${xmlDeclaration}${serializeXml(root)}\n`;
}

/** "The required attributes of an outline of type rss are type, text and xmlUrl." */
function writeOutline(
  site: Catalog["site"],
  id: Topic["id"],
  title: string,
  description: string,
): XmlElement {
  return element("outline", {
    type: "rss",
    text: title,
    title,
    ...(cleanText(description) === "" ? {} : { description }),
    xmlUrl: absolute(site, feedPath(id, "rss")),
    htmlUrl: absolute(site, topicPath(id)),
    language: site.lang,
  });
}
