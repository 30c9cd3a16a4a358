import { distance } from 'fastest-levenshtein';
import type { Database } from '@/lib/archive/database';
import { readSetting } from '@/lib/archive/settings';
import type { Diagnostic } from '@/lib/content/diagnostics';
import type { SourceFile } from '@/lib/content/source';
import type { Fix } from './fix';

/** Fixes for one file, of the problems that the check found in it. */
export function findingFixes(
  database: Database,
  { path, text, lines }: SourceFile,
  diagnostics: readonly Diagnostic[],
): Fix[] {
  return diagnostics.flatMap((diagnostic): Fix[] => {
    const { file, line, column, endLine, endColumn, rule, suggestion } = diagnostic;
    if (file !== path || suggestion === undefined) return [];
    const start = lines.offset(line, column);
    const end = lines.offset(endLine, endColumn);
    const marked = text.slice(start, end);
    if (!isSafe(database, rule, marked, suggestion)) return [];
    const put = rule === 'date-without-offset' ? suggestion : inQuotesOf(marked, suggestion);
    const message = `${marked} is ${put} now`;
    return [{ file, line, column, rule, message, edits: [{ start, end, text: put }] }];
  });
}

/**
 * A renamed field shows its meaning by the value that it has, and a time with the offset of the
 * site means what it meant. A reference counts only where a single letter leads to a single name.
 */
function isSafe(database: Database, rule: string, marked: string, suggestion: string): boolean {
  switch (rule) {
    case 'unknown-field':
    case 'date-without-offset':
      return true;
    case 'invalid-field':
      return distance(unquoted(marked), suggestion) === 1;
    case 'unknown-author':
      return isOnlySlip(unquoted(marked), suggestion, authors(database));
    case 'unknown-section':
      return isOnlySlip(
        unquoted(marked),
        suggestion,
        readSetting(database, 'declaredSections') ?? [],
      );
    default:
      return false;
  }
}

function isOnlySlip(word: string, meant: string, known: readonly string[]): boolean {
  const near = known.filter((name) => distance(word, name) === 1);
  return near.length === 1 && near[0] === meant;
}

function authors(database: Database): string[] {
  return database
    .query<{ path: string }>("SELECT path FROM file WHERE kind = 'author'")
    .all()
    .map(({ path }) => path.slice('authors/'.length, -'.md'.length));
}

const QUOTED = /^(["'])(.*)\1$/s;

function unquoted(text: string): string {
  return QUOTED.exec(text)?.[2] ?? text;
}

function inQuotesOf(marked: string, text: string): string {
  const quote = QUOTED.exec(marked)?.[1] ?? '';
  return quote + text + quote;
}
