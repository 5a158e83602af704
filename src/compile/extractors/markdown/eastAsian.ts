// addEastAsian: stress in Chinese, Japanese and Korean, whose words stand without spaces: by CommonMark alone (§6.2) signs
// between a character and a bracket or stop would neither open nor close it.

import type { MarkdownIt } from "markdown-it";

/** Characters of these languages, and their brackets and stops. */
const EAST_ASIAN =
  "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Bopomofo}\\u3000-\\u303F\\uFF00-\\uFFEF]";
const BEFORE = new RegExp(`${EAST_ASIAN}$`, "u");
const BEHIND = new RegExp(`^${EAST_ASIAN}`, "u");
/** Files of a kind, `*.txt`, and what nobody begins to stress, or ends with. */
const NO_BEGINNING = /^(?:\.[A-Za-z\d]|[)\]}）」』】》〉，。、；：！？])/;
const NO_END = /[([{（「『【《〈]$/;

/** Teaches a parser to read it. */
export function addEastAsian(parser: MarkdownIt): void {
  const { State } = parser.inline;
  parser.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const found = super.scanDelims(start, canSplitWord);
      if (!canSplitWord || (found.can_open && found.can_close)) return found;
      const before = this.src.slice(Math.max(0, start - 2), start);
      const behind = this.src.slice(start + found.length, Math.min(this.posMax, start + found.length + 2));
      return {
        ...found,
        can_open: found.can_open || (BEFORE.test(before) && /^\S/.test(behind) && !NO_BEGINNING.test(behind)),
        can_close: found.can_close || (BEHIND.test(behind) && /\S$/.test(before) && !NO_END.test(before)),
      };
    }
  };
}
