// One RSS document for each feed.

const escapeXml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const summarize = (html) => html.replace(/<[^>]*>/g, "").slice(0, 300);

export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }) => `feeds/${feed.name}.xml`,
};

export const render = ({ feed }) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>${feed.name}</title><link>https://bench.example/</link><description>Benchmark</description>
${feed.articles.map(renderItem).join("\n")}
</channel></rss>
`;

function renderItem({ data: { title }, date, fileSlug, content }) {
  const link = `https://bench.example/articles/${fileSlug}/`;
  return `<item><title>${escapeXml(title)}</title><link>${link}</link><guid>${link}</guid>
<pubDate>${date.toUTCString()}</pubDate><description>${escapeXml(summarize(content))}</description>
<content:encoded>${escapeXml(content)}</content:encoded></item>`;
}
