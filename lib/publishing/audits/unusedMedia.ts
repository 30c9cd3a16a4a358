import { type Diagnostic, START_OF_FILE } from '@/lib/content/diagnostics';
import { routes } from '@/lib/site/routes';
import type { AuditedPublication } from './audit';

/**
 * Pictures that no file names. Nothing is said while some file is refused, since what a refused
 * file names is not known.
 */
export function unusedMedia({ database }: AuditedPublication): Diagnostic[] {
  const refused = database
    .query<{ file: string }>(
      `SELECT d.file FROM diagnostic d LEFT JOIN file f ON f.path = d.file
       WHERE d.severity = 'error' AND d.origin = 'file' AND f.kind IS NOT 'media' LIMIT 1`,
    )
    .get();
  if (refused) return [];
  const linked = new Set(
    database
      .query<{ value: string }>(
        "SELECT DISTINCT value FROM reference WHERE kind = 'address' AND value LIKE '/media/%'",
      )
      .all()
      .map(({ value }) => value),
  );
  return database
    .query<{ path: string }>(
      `SELECT f.path FROM file f WHERE f.kind = 'media' AND NOT EXISTS
         (SELECT 1 FROM reference r WHERE r.kind = 'media' AND r.value = f.path) ORDER BY f.path`,
    )
    .all()
    .filter(({ path }) => !isLinked(path, linked))
    .map(({ path: file }) => {
      const message = `No file names this picture; delete it, or use it as ${file}.`;
      return { file, ...START_OF_FILE, severity: 'warning', rule: 'unused-media', message };
    });
}

function isLinked(path: string, linked: ReadonlySet<string>): boolean {
  return linked.has(`/${path}`) || linked.has(routes.media(path.slice('media/'.length)));
}
