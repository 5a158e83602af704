// fenceAfter: where code begins and ends in Markdown that is gone through line by line.

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The mark of the block of code a text is in behind a line; null outside one. `fence` is the mark before the line. */
export function fenceAfter(line: string, fence: string | null): string | null {
  const mark = FENCE.exec(line)?.[1];
  if (mark === undefined) return fence;
  if (fence === null) return mark;
  return mark.startsWith(fence) ? null : fence;
}
