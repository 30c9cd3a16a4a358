import { compareDiagnostics, type Diagnostic } from '@/lib/content/diagnostics';
import type { Instant } from '@/lib/site/dates';
import type { Database } from '../database';

type Row = Omit<Diagnostic, 'suggestion'> & { readonly suggestion: string | null };

const COLUMNS = 'file, line, "column", endLine, endColumn, severity, rule, message, suggestion';

/** Every problem that the last sync found, by file and place. */
export function diagnostics(database: Database): Diagnostic[] {
  const rows = database.query<Row>(`SELECT ${COLUMNS} FROM diagnostic`).all();
  return rows.map(diagnostic).sort(compareDiagnostics);
}

/** The problems of files that are no secret at a moment. */
export function publicDiagnostics(database: Database, now: Instant): Diagnostic[] {
  return database
    .query<Row>(
      `SELECT ${COLUMNS} FROM diagnostic WHERE NOT EXISTS (
         SELECT 1 FROM file f WHERE f.path = diagnostic.file AND f.secretUntil > ?)`,
    )
    .all(now)
    .map(diagnostic)
    .sort(compareDiagnostics);
}

/** Number of files that have errors. */
export function filesWithErrors(database: Database): number {
  const sql = "SELECT COUNT(DISTINCT file) AS count FROM diagnostic WHERE severity = 'error'";
  return database.query<{ count: number }>(sql).get()?.count ?? 0;
}

function diagnostic({
  file,
  line,
  column,
  endLine,
  endColumn,
  severity,
  rule,
  message,
  suggestion,
}: Row): Diagnostic {
  const base = { file, line, column, endLine, endColumn, severity, rule, message };
  return suggestion === null ? base : { ...base, suggestion };
}
