// A run of inline content: pieces of text with the inline elements around them, written out well-nested.

/** An inline element around a piece, compared by identity: pieces of one element share one wrapper. */
export interface Wrapper {
  readonly name: string;
  readonly open: string;
}

/** A text (escaped), a line break, or something that stands in a line, such as a picture. */
export interface Piece {
  readonly kind: "text" | "break" | "media";
  readonly markup: string;
  readonly wrappers: readonly Wrapper[];
}

/** The run cut into paragraphs where two line breaks follow each other, each without space at its ends. */
export function splitParagraphs(run: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [];
  let current: Piece[] = [];
  let breaks = 0;
  for (const piece of run) {
    if (piece.kind === "break") breaks += 1;
    else if (piece.kind === "media" || piece.markup.trim() !== "") {
      if (breaks > 1) {
        paragraphs.push(current);
        current = [];
      }
      breaks = 0;
    }
    current.push(piece);
  }
  paragraphs.push(current);
  return paragraphs.map(trimRun).filter((paragraph) => paragraph.length > 0);
}

/** White space as HTML has it that is more than one space. */
const LOOSE_SPACE = / [\t\n\f\r ]+|[\t\n\f\r][\t\n\f\r ]*/g;

/** The run without space and line breaks at its ends, and with single spaces inside. */
export function trimRun(run: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  let spaced = true;
  for (const piece of run) {
    if (piece.kind === "media") {
      pieces.push(piece);
      spaced = false;
    } else if (piece.kind === "break") {
      trimEnd(pieces);
      if (pieces.length > 0) pieces.push(piece);
      spaced = true;
    } else {
      let markup = piece.markup.replace(LOOSE_SPACE, " ");
      if (spaced && markup.startsWith(" ")) markup = markup.slice(1);
      if (markup === "") continue;
      spaced = markup.endsWith(" ");
      pieces.push(markup === piece.markup ? piece : { ...piece, markup });
    }
  }
  while (trimEnd(pieces) || pieces.at(-1)?.kind === "break") {
    if (pieces.at(-1)?.kind === "break") pieces.pop();
  }
  return pieces;
}

/** Takes the space off the last piece; true when the whole piece was space and is gone. */
function trimEnd(pieces: Piece[]): boolean {
  const last = pieces.at(-1);
  if (last?.kind !== "text" || !last.markup.endsWith(" ")) return false;
  pieces.pop();
  const markup = last.markup.trimEnd();
  if (markup === "") return true;
  pieces.push({ ...last, markup });
  return false;
}

/** The run as markup; an element is closed only where the next piece does not share it. */
export function writeRun(run: readonly Piece[]): string {
  let markup = "";
  let open: readonly Wrapper[] = [];
  for (const piece of run) {
    const shared = countShared(open, piece.wrappers);
    markup += closeWrappers(open.slice(shared));
    for (const wrapper of piece.wrappers.slice(shared)) markup += wrapper.open;
    open = piece.wrappers;
    markup += piece.markup;
  }
  return markup + closeWrappers(open);
}

function countShared(a: readonly Wrapper[], b: readonly Wrapper[]): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}

function closeWrappers(wrappers: readonly Wrapper[]): string {
  return wrappers
    .toReversed()
    .map((wrapper) => `</${wrapper.name}>`)
    .join("");
}
