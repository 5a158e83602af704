// indentQuoted: texts in quotation marks that go on at the very beginning of the next line, which YAML forbids (§7.3.1)
// and the parsers of Jekyll, Hugo and Eleventy read all the same.

const OPENING = /^[\w-]+\s*:\s+(["'])(.*)$/;

/** The YAML with such lines indented; lines keep their numbers. */
export function indentQuoted(text: string): string {
  let open: string | null = null;
  return text
    .split("\n")
    .map((row) => {
      if (open === null) {
        const [, quote = "", rest = ""] = OPENING.exec(row) ?? [];
        if (quote !== "" && !closes(rest, quote)) open = quote;
        return row;
      }
      if (closes(row, open)) open = null;
      return /^\S/.test(row) ? ` ${row}` : row;
    })
    .join("\n");
}

/** True where the text ends in this row: a quotation mark that is neither escaped nor doubled. */
function closes(row: string, quote: string): boolean {
  const rest = row.replace(quote === '"' ? /\\./g : /''/g, "");
  return rest.includes(quote);
}
