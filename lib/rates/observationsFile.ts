import { type Finding, START_OF_FILE } from '@/lib/content/diagnostics';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { placeOfCell, placeOfRow, quoted, type Row, readTable } from './csv';
import { CURRENCIES, isPlausible } from './currencies';
import { type CalendarDate, dayNumber, isCalendarDate } from './dates';
import { type Decimal, isDecimal } from './decimal';
import { FindingList } from './findingList';
import { type Column, readHeader } from './header';
import type { Observation } from './observations';

export interface ParsedObservations {
  readonly value: readonly Observation[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the table of one source: a header, then a line for each day. Whatever is broken is
 * reported and left out; the rest counts.
 * @param source id of the source
 * @param lastDay day number of the last date that can be true: one stray date of a later year
 *   would otherwise pass for the newest figure for ever
 */
export function parseObservations(
  text: string,
  source: string,
  lastDay: number,
): ParsedObservations {
  const findings = new FindingList();
  const [header, ...rows] = readTable(text);
  if (!header) {
    findings.add(() => START_OF_FILE, 'empty-file', 'The file is empty.');
    return { value: [], findings: findings.all() };
  }
  const columns = readHeader(header, findings);
  if (!columns) return { value: [], findings: findings.all() };
  const lineOf = new Map<CalendarDate, number>();
  const value = rows.flatMap((row) => {
    // With a cell too many or too few it is not known which figure belongs to which currency.
    if (row.cells.length !== header.cells.length) return refuseRow(row, header, findings);
    const date = readDate(row, lastDay, lineOf, findings);
    return date ? readRow(row, columns, { source, date }, findings) : [];
  });
  return { value, findings: findings.all() };
}

function readDate(
  row: Row,
  lastDay: number,
  lineOf: Map<CalendarDate, number>,
  findings: FindingList,
): CalendarDate | undefined {
  const text = row.cells[0]?.trim() ?? '';
  const place = () => placeOfCell(row, 0);
  if (!isCalendarDate(text)) {
    const message = `${quoted(text)} is not a day of the calendar; write it as 2026-02-26.`;
    findings.add(place, 'invalid-date', message);
    return undefined;
  }
  if (dayNumber(text) > lastDay) {
    findings.add(place, 'future-date', `${text} has not come yet; look for a slip in the date.`);
    return undefined;
  }
  const earlier = lineOf.get(text);
  if (earlier !== undefined) {
    const message = `${text} has its figures in line ${earlier} already; keep one of the two lines.`;
    findings.add(place, 'duplicate-date', message);
    return undefined;
  }
  lineOf.set(text, row.line);
  return text;
}

function readRow(
  row: Row,
  columns: readonly Column[],
  facts: Pick<Observation, 'source' | 'date'>,
  findings: FindingList,
): Observation[] {
  return columns.flatMap(({ index, quote }) => {
    const text = row.cells[index]?.trim() ?? '';
    if (text === '') return [];
    const reading = readRate(text, quote);
    if (reading.ok) return [{ ...facts, quote, rate: reading.rate }];
    findings.add(() => placeOfCell(row, index), reading.rule, reading.message);
    return [];
  });
}

type RateReading =
  | { readonly ok: true; readonly rate: Decimal }
  | { readonly ok: false; readonly rule: string; readonly message: string };

function readRate(text: string, quote: CurrencyCode): RateReading {
  if (/^-?\d+(?:\.\d+)?$/.test(text) && Number(text) <= 0) {
    const message = 'A rate is greater than zero; leave the cell empty where there is no figure.';
    return { ok: false, rule: 'rate-not-positive', message };
  }
  if (!isDecimal(text)) {
    const message = `${quoted(text)} is not a rate: write plain digits with a decimal point, such as 87.45, or leave the cell empty.`;
    return { ok: false, rule: 'invalid-rate', message };
  }
  if (!isPlausible(quote, text)) {
    const { least, most } = CURRENCIES[quote].band;
    const message = `${text} ${quote} for one US dollar is not plausible (${least} to ${most} is): look for a slipped decimal point, a wrong column, or a rate the other way round.`;
    return { ok: false, rule: 'rate-out-of-band', message };
  }
  return { ok: true, rate: text };
}

function refuseRow(row: Row, header: Row, findings: FindingList): [] {
  const message = `This line has ${row.cells.length} cells and the header has ${header.cells.length}: put one comma between cells, and write figures with a decimal point and without separators of thousands.`;
  findings.add(() => placeOfRow(row), 'cell-count', message);
  return [];
}
