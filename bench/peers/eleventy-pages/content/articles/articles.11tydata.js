// Every article has a page.

export const permalink = ({ page }) => `articles/${page.fileSlug}/index.html`;
export const layout = "article.11ty.js";
