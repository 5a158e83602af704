// Hostile content in a browser: what comes out of the sanitizer is put into a page without any policy, as careless
// readers do, taken out again and put in once more, since browsers read some markup otherwise the second time.

import { expect, test } from "vitest";
import { sanitizeHtml } from "../../src/compile/sanitize.ts";
import { useBrowser } from "./visit.ts";

const browser = useBrowser();

const run = "ran=1";
const image = `<img src=x onerror=${run}>`;
const hostile: Readonly<Record<string, string>> = {
  "scripts and handlers": `<script>${run}</script>${image}<body onload=${run}><details open ontoggle=${run}>a</details>`,
  "frames and objects": `<iframe srcdoc="<script>parent.${run}</script>"></iframe><object data="data:text/html,<script>${run}</script>"></object>`,
  addresses: `<a href="java&#9;script:${run}">a</a><a href="&#1;javascript:${run}">b</a><a href="data:text/html,x">c</a>`,
  drawings: `<svg><style><a id="</style>${image}"></style><animate onbegin=${run} attributeName=x></svg>`,
  formulas: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${image.replaceAll("<", "&lt;")}"></table>`,
  "text that is markup elsewhere": `<noscript><p title="</noscript>${image}"></noscript><xmp>${image}</xmp><title>${image}</title>`,
  "ends of sections": `<p>]]>${image}<![CDATA[<b>]]&gt;</b><!--><p>${image}--!>${image}-->`,
  quotes: `<img src="https://a.example/b.jpg?'onerror=${run}//" alt="'&quot;&#96;> onerror=${run}"><a title='" onfocus="${run}' href="//a.example">a</a>`,
  "code of a language": `<pre><code class='language-js" onclick="${run}'>a</code></pre>`,
  "fields and ways out": `<form id=a action="https://evil.example"><input name=b autofocus onfocus=${run}></form><base href="https://evil.example"><meta http-equiv=refresh content="0;https://evil.example">`,
  "names of the page's own": `<img name=getElementById src="https://a.example/c.jpg"><a id=ran href="https://a.example">a</a>`,
  "what covers the page": `<div style="position:fixed;inset:0" class=top>a</div><style>*{background:url(https://evil.example)}</style><table background="https://evil.example"><tr><td>a<td>b</table>`,
};

const around: readonly ((markup: string) => string)[] = [
  (markup) => markup,
  (markup) => `<p>${markup}`,
  (markup) => `<figure>${markup}<figcaption>${markup}</figcaption></figure>`,
  (markup) => `<table><tr><td>${markup}<td>a</table>`,
  (markup) => `<ul><li>${markup}`,
  (markup) => `<noscript>${markup}</noscript>`,
];

const odd =
  "script,style,svg,math,iframe,object,form,input,base,meta,noscript,[id],[name],[style],[class=top],a:not([href^=http])";

// Runs in the browser, so it is text here.
const look = `(all) => {
  const put = (html) => {
    document.body.innerHTML = html;
    return document.body.innerHTML;
  };
  return all.map((html) => {
    const once = put(html);
    const twice = put(once);
    const names = [...document.body.querySelectorAll("*")].flatMap((element) => element.getAttributeNames());
    return {
      same: once === twice,
      odd: document.body.querySelector("${odd}")?.outerHTML ?? "",
      handlers: names.filter((name) => name.startsWith("on")),
    };
  });
}`;

test.each(Object.entries(hostile))("%s neither run nor ask for anything but pictures", async (_, markup) => {
  const { page, context } = await browser.open({ bypassCSP: true });
  const asked: string[] = [];
  await context.route("**/*", (route) => {
    const { host, pathname } = new URL(route.request().url());
    if (host === "reader.example")
      return route.fulfill({ contentType: "text/html", body: "<!doctype html>" });
    asked.push(host + pathname);
    return route.abort();
  });
  await page.goto("https://reader.example/");
  const contents = around.map((wrap) => sanitizeHtml(wrap(markup), "https://news.example/a"));
  const found = (await page.evaluate(`(${look})(${JSON.stringify(contents)})`)) as readonly object[];
  expect(found).toHaveLength(around.length);
  for (const one of found) expect(one).toEqual({ same: true, odd: "", handlers: [] });
  // Errors of pictures come when they have not been loaded.
  await page.waitForTimeout(100);
  expect(await page.evaluate("typeof ran")).toBe("undefined");
  for (const address of asked) expect(address).toMatch(/^(?:a\.example\/[bc]\.jpg|news\.example\/x)$/);
});
