import type { Position } from '@/lib/content/diagnostics';

/** One line of a table; blank lines are left out. */
export interface Row {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The cells as they stand, spaces around them included. */
  readonly cells: readonly string[];
}

/**
 * Splits a table into rows, at commas and at the ends of lines (RFC 4180 without its quoting).
 * Quotation marks are ordinary characters: dates and figures need none, and so a stray one spoils
 * its own cell instead of swallowing the lines after it.
 */
export function readTable(text: string): Row[] {
  const rows: Row[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() !== '') rows.push({ line: index + 1, cells: line.split(',') });
  }
  return rows;
}

/** Place of a cell, without the spaces around its text. */
export function placeOfCell({ line, cells }: Row, index: number): Position {
  const cell = cells[index] ?? '';
  const before = cells.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  const text = cell.trim();
  const column = before + 1 + (text === '' ? 0 : cell.indexOf(text));
  return { line, column, endLine: line, endColumn: column + text.length };
}

/** Place of a whole row. */
export function placeOfRow({ line, cells }: Row): Position {
  const length = cells.reduce((sum, text) => sum + text.length + 1, -1);
  return { line, column: 1, endLine: line, endColumn: 1 + Math.max(length, 0) };
}

/** Text of a cell as a message shows it: in quotation marks, short, control characters escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}\u2026` : text);
}
