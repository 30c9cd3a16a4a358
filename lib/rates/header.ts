import { closest } from '@/lib/content/suggest';
import { CURRENCY_CODES, type CurrencyCode, isCurrencyCode } from '@/lib/site/currencyCodes';
import { placeOfCell, quoted, type Row } from './csv';
import type { FindingList } from './findingList';

/** A column of rates and its place in every row. */
export interface Column {
  readonly index: number;
  readonly quote: CurrencyCode;
}

/**
 * Reads the header `date,KGS,...`, whose currencies may stand in any order. A column that is
 * unknown or stands twice is reported and left out. Null where the dates are not found.
 */
export function readHeader(header: Row, findings: FindingList): readonly Column[] | null {
  const [first = '', ...names] = header.cells;
  if (first.trim() !== 'date') {
    findings.add(
      () => placeOfCell(header, 0),
      'table-header',
      `The first line must name the columns, separated by commas: date,${CURRENCY_CODES.join(',')}.`,
    );
    return null;
  }
  const columns = new Map<CurrencyCode, Column>();
  names.forEach((cell, before) => {
    const index = before + 1;
    const name = cell.trim();
    if (!isCurrencyCode(name)) reportUnknown(header, index, name, findings);
    else if (columns.has(name)) {
      findings.add(
        () => placeOfCell(header, index),
        'duplicate-column',
        `${name} has a column already; delete one of the two.`,
      );
    } else columns.set(name, { index, quote: name });
  });
  return [...columns.values()];
}

function reportUnknown(header: Row, index: number, name: string, findings: FindingList): void {
  const place = () => placeOfCell(header, index);
  const rule = 'unknown-column';
  const known = `Known columns: ${CURRENCY_CODES.join(', ')}.`;
  if (name === '') {
    findings.add(place, rule, `This column has no name. ${known}`);
    return;
  }
  const meant = closest(name, CURRENCY_CODES);
  const hint = meant === undefined ? known : `Did you mean "${meant}"?`;
  findings.add(place, rule, `Unknown column ${quoted(name)}. ${hint}`, meant);
}
