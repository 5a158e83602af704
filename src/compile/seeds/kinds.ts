// kindOf: which files of a seeds folder are meant as articles, told by their names.

/** Endings that are read as articles; `extract.ts` says by whom. */
const READ = /\.(?:txt|text|mdx?|markdown|html?|xhtml)$/i;
/** The same inside a name: `a.md.1` is a copy of `a.md`. */
const COPY = /\.(?:txt|text|mdx?|markdown|x?html?)[^\p{L}\p{N}]/iu;
/** What may be called an ending: `Report 3.4.2026` and `Mr. Smith` have none. */
const ENDING = /\.[a-z][a-z\d]{0,9}$/i;

/** How the name of a page ends; what a browser saved beside it is named by what stands before that. */
export const PAGE_ENDING = /\.x?html?$/i;

/** What editors, merges, downloads and systems leave behind. */
const LEFTOVERS: readonly RegExp[] = [
  /~$|^~\$|^#.*#$/,
  /\.(?:bak|orig|rej|tmp|temp|sw[op]|part|crdownload)$/i,
  /^sed[a-z\d]{6}$/i,
  /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$/i,
];

/** Files of programs and projects that have no ending. */
const PROJECT =
  /^(?:(?:GNUm|m|M)akefile|(?:Docker|Gem|Rake|Proc|Vagrant|Jenkins|Brew|Pip|Caddy)file|README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGELOG|INSTALL|TODO|CODEOWNERS|CNAME|VERSION)$/;

/** Texts for programs that visit or build a site. */
const FOR_PROGRAMS =
  /^(?:(?:robots|humans|llms|llms-full|requirements|CMakeLists)\.txt|_redirects|_headers)$/;

/** Hugo's pages that list others, in any language. */
const LISTING = /^_index(?:\.[\w-]+)?\.(?:md|markdown|html)$/i;
/** Files that say what authors are called, of Docusaurus, of the blogs of MkDocs, and of Jekyll; no articles. */
export const authorsFiles: readonly string[] = ["authors.yml", ".authors.yml", "_data/authors.yml"];

/** True for the name of such a file; `name` has no folder. */
export function isAuthors(name: string): boolean {
  return authorsFiles.includes(name);
}

/** `article`: it is read. `unsure`: it has no ending, and is read if it holds text. */
export type SeedKind = "article" | "unsure" | "leftover" | "other";

/** What a file is meant as. `name` has no folder. */
export function kindOf(name: string): SeedKind {
  if (LEFTOVERS.some((pattern) => pattern.test(name))) return "leftover";
  if (LISTING.test(name) || FOR_PROGRAMS.test(name)) return "other";
  if (READ.test(name)) return "article";
  return ENDING.test(name) || COPY.test(name) || PROJECT.test(name) ? "other" : "unsure";
}
