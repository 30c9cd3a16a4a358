import { compareDiagnostics, type Diagnostic } from '@/lib/content/diagnostics';
import type { Database } from '../database';

type Row = Omit<Diagnostic, 'suggestion'> & { readonly suggestion: string | null };

/** Every problem that the last sync found, by file and place. */
export function diagnostics(database: Database): Diagnostic[] {
  return database
    .query<Row>(
      `SELECT file, line, "column", endLine, endColumn, severity, rule, message, suggestion
       FROM diagnostic`,
    )
    .all()
    .map(({ file, line, column, endLine, endColumn, severity, rule, message, suggestion }) => ({
      file,
      line,
      column,
      endLine,
      endColumn,
      severity,
      rule,
      message,
      ...(suggestion === null ? {} : { suggestion }),
    }))
    .sort(compareDiagnostics);
}
