// addGists: code that a script of GitHub would bring into the page becomes a link to where it is.

import type { MarkdownIt, StateCore } from "markdown-it";

const SCRIPT =
  /<script\b[^<>]*\ssrc=["']?(?:https?:)?\/\/gist\.github\.com\/([\w/-]{1,100})(?:\.js)?[^<>]*>\s*<\/script>/gi;

/** Teaches a parser to write it. */
export function addGists(parser: MarkdownIt): void {
  parser.core.ruler.push("gists", ({ tokens }: StateCore) => {
    for (const token of tokens)
      if (token.type === "html_block" && token.content.includes("gist.github.com"))
        token.content = token.content.replace(SCRIPT, '<p><a href="https://gist.github.com/$1">Gist</a></p>');
  });
}
