// What search engines and archives read of a page: schema.org's words for it.

import { type Article, dateOf } from "../catalog/article.ts";
import { inLanguage, type Site, type Topic } from "../catalog/catalog.ts";
import { absolute, articlePath } from "../catalog/links.ts";

/** A site as a schema.org WebSite. */
export function describeSite(site: Site): object {
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: site.title,
    description: site.description,
    url: site.url,
    inLanguage: site.lang,
  };
}

/** An article as a schema.org NewsArticle. What is not known is left out; first seen is no date of publication. */
export function describeArticle(site: Site, article: Article, topics: readonly Topic[]): object {
  const address = absolute(site, articlePath(article));
  const { source } = article;
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": article.id,
    url: address,
    mainEntityOfPage: address,
    headline: article.title,
    description: article.summary,
    inLanguage: article.lang,
    datePublished: article.published ?? undefined,
    dateModified: article.updated === dateOf(article) ? undefined : article.updated,
    image: article.image ?? undefined,
    creditText: article.byline ?? undefined,
    sourceOrganization: source?.name == null ? undefined : { "@type": "Organization", name: source.name },
    isBasedOn: source?.url ?? undefined,
    keywords: topics.map((topic) => inLanguage(topic.title, article.lang, site.lang)),
    publisher: { "@type": "Organization", name: site.author ?? site.title, url: site.url },
  };
}
