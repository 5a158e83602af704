// The script a page has only in development: it loads the page anew when the site changes, and tells of problems.

import { createHash } from "node:crypto";

/** The addresses only the development server has. */
export const livePath = "/__live";
export const problemsPath = "/__problems";

/** What a page is told: the name of the site or the moment it may be compared with, and what is wrong. */
export interface Message {
  readonly site: string | null;
  readonly id: string;
  readonly headline: string;
}

// Runs in the browser, so it is text here. A hidden page lets go of its connection (a browser has six for a host), and
// looks again when it is seen. Styles are set one by one: a policy that forbids style attributes allows that.
const body = `(key, seen) => {
  let source, bar;
  const say = (headline) => {
    bar?.remove();
    if (headline === "" || location.pathname === "${problemsPath}") return;
    bar = document.createElement("a");
    bar.href = "${problemsPath}";
    bar.textContent = headline + ". See what and where";
    Object.assign(bar.style, { all: "initial", position: "fixed", zIndex: "9999", left: "0", right: "0", bottom: "0",
      padding: "10px 16px", font: "16px/1.5 system-ui, sans-serif", color: "#fff", background: "#8a2514",
      textDecoration: "underline", textAlign: "center", cursor: "pointer" });
    document.body.append(bar);
  };
  const listen = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource("${livePath}");
    source.onmessage = ({ data }) => {
      const now = JSON.parse(data);
      if (now[key] !== seen) location.reload(); else say(now.headline);
    };
  };
  addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", ({ persisted }) => { if (persisted) listen(); });
  listen();
}`;

/** The script element of a page that shows `seen`, and its source for a Content-Security-Policy. */
export function liveScript(
  key: "site" | "id",
  seen: string | null,
): { readonly element: string; readonly source: string } {
  const text = `(${body})(${JSON.stringify(key)}, ${JSON.stringify(seen)})`;
  const hash = createHash("sha256").update(text).digest("base64");
  return { element: `<script>${text}</script>`, source: `'sha256-${hash}'` };
}

/** A policy that also allows the script and its connection (CSP Level 3); everything else stays forbidden. */
export function allowScript(policy: string, source: string): string {
  const directives = policy
    .split(";")
    .map((directive) => directive.trim())
    .filter((directive) => directive !== "");
  const wanted = { "script-src": source, "connect-src": "'self'" };
  for (const [name, value] of Object.entries(wanted)) {
    const at = directives.findIndex((directive) => directive.toLowerCase().split(/\s/)[0] === name);
    const known = at < 0 ? name : (directives[at] ?? "").replace(/\s+'none'/i, "");
    directives.splice(at < 0 ? directives.length : at, 1, `${known} ${value}`);
  }
  return directives.join("; ");
}
