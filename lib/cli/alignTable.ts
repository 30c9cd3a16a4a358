/**
 * Lays rows out as aligned text: the first column to the left, all others to the right, as figures
 * want it, or to the left as well. A row of one cell is a heading and takes no part in the widths.
 */
export function alignTable(
  rows: readonly (readonly string[])[],
  others: 'left' | 'right' = 'right',
): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) => {
    if (row.length === 1) return row.join('');
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || others === 'left' ? cell.padEnd(width) : cell.padStart(width);
    });
    return cells.join('  ').trimEnd();
  });
  return lines.join('\n');
}
