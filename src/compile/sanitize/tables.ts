// Tells tables of data from tables that only arrange a page.

import { type ChildNode, type Element, isTag } from "domhandler";

const SECTIONS = new Set(["thead", "tbody", "tfoot"]);

/** The rows of a table, without those of tables inside it. */
export function tableRows(table: Element): Element[] {
  return table.children
    .filter((child) => isTag(child))
    .flatMap((child) => {
      if (child.name === "tr") return [child];
      return SECTIONS.has(child.name)
        ? (child.children.filter((row) => isTag(row) && row.name === "tr") as Element[])
        : [];
    });
}

/** True for a table with two columns or more and no other table inside: what reads as rows and columns. */
export function isDataTable(table: Element): boolean {
  const rows = tableRows(table);
  const widest = Math.max(0, ...rows.map((row) => row.children.filter((cell) => isTag(cell)).length));
  return rows.length > 0 && widest > 1 && !holdsTable(table);
}

function holdsTable(table: Element): boolean {
  const stack: ChildNode[] = [...table.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isTag(node)) continue;
    if (node.name === "table") return true;
    for (const child of node.children) stack.push(child);
  }
  return false;
}
