/** Tab-separated text with a header: what the data build reads and writes. No cell holds a tab or a line break. */
export interface Table {
  /** Lines before the header, without their `# `. */
  readonly notes: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export function readTable(text: string): Table {
  const lines = text.split('\n').filter((line) => line !== '');
  const first = lines.findIndex((line) => !line.startsWith('# '));
  const columns = (lines[first] ?? '').split('\t');
  const rows = lines.slice(first + 1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
  return { notes: lines.slice(0, Math.max(first, 0)).map((line) => line.slice(2)), rows };
}

/** Rows in the order of their lines, so that the same facts give the same bytes. Empty cells at a row's end are left out. */
export function writeTable(notes: readonly string[], columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => {
    for (const cell of row) if (/[\t\n\r]/.test(cell)) throw new Error(`A cell cannot hold a tab or a line break: "${cell}".`);
    return row.join('\t').replace(/\t+$/, '');
  });
  return `${[...notes.map((note) => `# ${note}`), columns.join('\t'), ...lines.sort(byCodeUnits)].join('\n')}\n`;
}

/** The order of the list's files: by UTF-16 code units, the same on every machine. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
