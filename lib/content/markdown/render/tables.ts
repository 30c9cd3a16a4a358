import type { RootContent, Table, TableCell } from 'mdast';
import { surplusCells } from '../rules/tables';
import { childrenOf, element } from '../tree';

/** A table in a region of its own that scrolls, also by keyboard, where the page is narrow. */
export function renderTable(table: Table, label: string): RootContent {
  table.children.forEach((row, index) => {
    // They would be dropped later, when footnotes already lead to marks in them.
    row.children.length -= surplusCells(table, row).length;
    row.children.forEach((cell, column) => {
      setCell(cell, index === 0, table.align?.[column] ?? undefined);
    });
  });
  return element(
    'div',
    { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: label },
    [table],
  );
}

function setCell(cell: TableCell, isHead: boolean, align: string | undefined): void {
  const hProperties = {
    // The align attribute is obsolete in HTML.
    ...(align && { className: [`align-${align}`] }),
    ...(isHead && { scope: 'col' }),
  };
  // The empty corner of a table heads nothing.
  const isCorner = isHead && childrenOf(cell).length === 0;
  cell.data = isCorner ? { hName: 'td' } : { hProperties };
}
