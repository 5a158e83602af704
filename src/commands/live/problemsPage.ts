// The page of problems, which only the development server has: which file, which line, what is wrong, what to do.

import type { Problem } from "../../compile/problems.ts";
import { html, type Markup, trusted } from "../../pages/markup.ts";
import { headline, type Moment } from "./news.ts";
import { liveScript } from "./script.ts";

const style = `
:root{color-scheme:light dark;--soft:#555f68;--line:#d8d8d2;--error:#a3260f;--warning:#7a5200}
@media (prefers-color-scheme:dark){:root{--soft:#a8b3bb;--line:#35424c;--error:#ff9d85;--warning:#eac16b}}
body{max-width:56rem;margin:0 auto;padding:2rem 1.25rem 4rem;font:1.0625rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.3}
h2{font:600 1.0625rem/1.5 ui-monospace,monospace;margin:2.5rem 0 0;border-bottom:1px solid var(--line)}
ul{list-style:none;margin:0;padding:0}
li{padding:.875rem 0;border-bottom:1px solid var(--line)}
p{margin:.125rem 0}
pre{white-space:pre-wrap;font:inherit}
.told{margin-top:2.5rem}
.place,.told{font-size:.9375rem;color:var(--soft)}
.error{color:var(--error);font-weight:600}
.warning{color:var(--warning);font-weight:600}`;

const order = ["error", "warning", "note"] as const;

/** The whole page. It loads itself anew with every change. */
export function renderProblems(moment: Moment): string {
  const { outcome, failure } = moment;
  const problems = outcome?.problems ?? [];
  const title = headline(moment) || (outcome === null ? "The site is being compiled" : "Nothing is wrong");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<h1>${title}</h1>
${failure !== "" && html`<pre>${failure}</pre>`}
${outcome !== null && outcome.changes !== "" && html`<p>${outcome.changes}</p>`}
${outcome !== null && outcome.refusal !== "" && html`<pre>${outcome.refusal}</pre>`}
${filesOf(problems).map(([path, own]) => showFile(`${outcome?.folder ?? ""}${path}`, own))}
<p class="told">This page is part of npm start and never deployed. It follows every change. <a href="/">To the site</a></p>
${trusted(liveScript("id", moment.id).element)}
</body>
</html>
`.toString();
}

/** The problems by file: files with errors first, then by path; within a file by line. */
function filesOf(problems: readonly Problem[]): [string, readonly Problem[]][] {
  const worst = (own: readonly Problem[]): number =>
    Math.min(...own.map(({ level }) => order.indexOf(level)));
  return Object.entries(Object.groupBy(problems, ({ path }) => path))
    .map(([path, own = []]): [string, Problem[]] => [path, own])
    .map(([path, own]): [string, Problem[]] => [path, own.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))])
    .sort(([a, left], [b, right]) => worst(left) - worst(right) || (a < b ? -1 : 1));
}

function showFile(path: string, problems: readonly Problem[]): Markup {
  return html`<section><h2>${path}</h2>
<ul>${problems.map(
    ({ line, level, what, fix }) => html`<li>
<p class="place"><span class="${level}">${level}</span>${line !== null && ` in line ${line}`}</p>
<p>${capital(what)}.</p>
<p>${fix}.</p>
</li>`,
  )}</ul></section>
`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
