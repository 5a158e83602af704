// What content may consist of: the tags and attributes that are let through, as tables.

/** Inline elements that are kept, with the attributes they may have beside `lang` and `dir`. */
export const INLINE: ReadonlyMap<string, readonly string[]> = new Map([
  ["a", ["href", "title", "hreflang"]],
  ["abbr", ["title"]],
  ["b", []],
  ["bdi", []],
  ["bdo", []],
  ["cite", []],
  ["code", []],
  ["del", ["cite", "datetime"]],
  ["dfn", ["title"]],
  ["em", []],
  ["i", []],
  ["ins", ["cite", "datetime"]],
  ["kbd", []],
  ["mark", []],
  ["q", ["cite"]],
  ["rp", []],
  ["rt", []],
  ["ruby", []],
  ["s", []],
  ["samp", []],
  ["small", []],
  ["strong", []],
  ["sub", []],
  ["sup", []],
  ["time", ["datetime"]],
  ["u", []],
  ["var", []],
]);

/** Elements that are dropped with all they contain. */
export const DROPPED: ReadonlySet<string> = new Set(
  (
    "script style template svg canvas head title meta link base input button select option optgroup datalist " +
    "textarea output progress meter dialog applet frame frameset noframes noembed map area param track portal slot"
  ).split(" "),
);

/** Elements that stand for themselves in a flow of blocks; their tags are dropped, they only separate. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    "html body p div section article main aside header footer nav address center form fieldset legend details summary " +
    "hgroup search blockquote figure figcaption pre table caption colgroup thead tbody tfoot tr td th ul ol menu dir li " +
    "dl dt dd h1 h2 h3 h4 h5 h6 hr video audio iframe embed object listing plaintext xmp"
  ).split(" "),
);

/** Headings, and the level they are written as: the article's title is the only one of level 1. */
export const HEADINGS: ReadonlyMap<string, string> = new Map([
  ["h1", "h2"],
  ["h2", "h2"],
  ["h3", "h3"],
  ["h4", "h4"],
  ["h5", "h5"],
  ["h6", "h6"],
]);

/** Attributes of blocks and media that are let through, beside `lang` and `dir`. */
export const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ["ol", ["start", "type", "reversed"]],
  ["li", ["value"]],
  ["td", ["colspan", "rowspan"]],
  ["th", ["colspan", "rowspan", "scope"]],
  ["blockquote", ["cite"]],
  ["img", ["alt", "title", "width", "height"]],
  ["video", ["width", "height"]],
  ["audio", []],
]);

/** What the value of an attribute has to look like; addresses are judged by `resolveAddress` instead. */
export const VALUES: Readonly<Record<string, RegExp>> = {
  colspan: /^[1-9]\d{0,2}$/,
  datetime: /^[\w:.+ -]{1,40}$/,
  dir: /^(?:ltr|rtl|auto)$/,
  height: /^\d{1,5}$/,
  hreflang: /^[A-Za-z]{2,3}(?:-\w{2,8})*$/,
  lang: /^[A-Za-z]{2,3}(?:-\w{2,8})*$/,
  reversed: /^/,
  rowspan: /^[1-9]\d{0,2}$/,
  scope: /^(?:col|row|colgroup|rowgroup)$/,
  start: /^-?\d{1,6}$/,
  type: /^[1aAiI]$/,
  value: /^-?\d{1,6}$/,
  width: /^\d{1,5}$/,
};
