import type { Table, TableCell, TableRow } from 'mdast';
import { spanOf } from '../places';
import type { Report } from '../report';

/** Cells of a row beyond the last column of the table's head, which no page shows (GFM, 4.10). */
export function surplusCells({ children: [head] }: Table, row: TableRow): readonly TableCell[] {
  return row.children.slice(head?.children.length);
}

/** Rows hold as many cells as the table's head has columns, or fewer. */
export function checkTable(table: Table, report: Report): void {
  for (const row of table.children) {
    const surplus = surplusCells(table, row);
    const [first] = surplus;
    const last = surplus.at(-1);
    if (!first || !last) continue;
    report.warn(
      { start: spanOf(first).start, end: spanOf(last).end },
      {
        rule: 'surplus-cell',
        message:
          'The head of this table has fewer columns, so what stands here is left out; add a column to the head or delete it.',
      },
    );
  }
}
