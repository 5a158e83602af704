// The same feeds by Eleventy: the newest 50 of all and of every topic, with full content, and no pages.

export default function configure(eleventy) {
  eleventy.setUseGitIgnore(false);
  eleventy.addCollection("feeds", (api) => {
    const newest = api.getFilteredByGlob("content/**/*.md").sort((a, b) => b.date - a.date);
    const feeds = new Map([["all", newest.slice(0, 50)]]);
    for (const article of newest) {
      for (const topic of article.data.topics) {
        const feed = feeds.get(topic) ?? [];
        if (feed.length < 50) feed.push(article);
        feeds.set(topic, feed);
      }
    }
    return [...feeds].map(([name, articles]) => ({ name, articles }));
  });
  return { dir: { input: "content", output: "dist" }, markdownTemplateEngine: false };
}
