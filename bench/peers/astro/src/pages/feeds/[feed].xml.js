// One RSS document for each feed, by @astrojs/rss.

import { getCollection } from "astro:content";
import rss from "@astrojs/rss";

export async function getStaticPaths() {
  const newest = (await getCollection("articles")).sort((a, b) => b.data.date - a.data.date);
  const feeds = new Map([["all", newest.slice(0, 50)]]);
  for (const article of newest) {
    for (const topic of article.data.topics) {
      const feed = feeds.get(topic) ?? [];
      if (feed.length < 50) feed.push(article);
      feeds.set(topic, feed);
    }
  }
  return [...feeds].map(([feed, articles]) => ({ params: { feed }, props: { articles } }));
}

export function GET({ params, props, site }) {
  return rss({
    title: params.feed,
    description: "Benchmark",
    site,
    items: props.articles.map(({ id, data, rendered }) => ({
      title: data.title,
      link: `/articles/${id}/`,
      pubDate: data.date,
      description: rendered.html.replace(/<[^>]*>/g, "").slice(0, 300),
      content: rendered.html,
    })),
  });
}
