// Tells tables of data from tables that only arrange a page.

import { type ChildNode, type Element, isTag } from "domhandler";
import { childTags } from "../elements.ts";

const SECTIONS = new Set(["thead", "tbody", "tfoot"]);

/** The rows of a table, without those of tables inside it. */
export function tableRows(table: Element): Element[] {
  return childTags(table).flatMap((child) => {
    if (child.name === "tr") return [child];
    return SECTIONS.has(child.name) ? childTags(child).filter((row) => row.name === "tr") : [];
  });
}

/** True for a table with two columns or more and no other table inside: what reads as rows and columns. */
export function isDataTable(table: Element): boolean {
  const rows = tableRows(table);
  return rows.some((row) => childTags(row).length > 1) && !holdsTable(table);
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
