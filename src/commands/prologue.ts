// The beginning of a document: what stands before its first element, and says nothing of what it is.

/** A comment of HTML and of XML. Each ends at the first `-->`, so there is one way to read any number of them. */
const comment = /\s*<!--(?:[^-]|-(?!->))*-->/y;
const blank = /\s*/y;

/** Where white space and comments end that begin at `from`. It takes a time that grows with their length alone. */
export function skipComments(text: string, from = 0): number {
  let at = from;
  for (comment.lastIndex = at; comment.test(text); comment.lastIndex = at) at = comment.lastIndex;
  blank.lastIndex = at;
  blank.test(text);
  return blank.lastIndex;
}
