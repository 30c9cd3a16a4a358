import type { Diagnostic, Position } from '@/lib/content/diagnostics';
import type { Database } from '../database';
import { redirectEntry, withoutQuery } from '../queries/redirects';

interface Entry extends Position {
  readonly file: string;
  readonly value: string;
}

/**
 * Errors for the old addresses that lead round in a circle, each at the place of its entry;
 * readers find nothing at them.
 */
export function redirectLoops(database: Database): Diagnostic[] {
  return database
    .query<Entry>(
      `SELECT file, value, line, "column", endLine, endColumn FROM reference
       WHERE kind = 'oldAddress' ORDER BY file, line, "column"`,
    )
    .all()
    .flatMap(({ file, value, ...place }): Diagnostic[] => {
      const loop = loopFrom(database, value);
      if (loop === null) return [];
      const message = `This address leads round in a circle (${loop.join(' → ')}), so readers find nothing at it; lead one of them to a page that exists, or delete it.`;
      return [{ file, ...place, severity: 'error', rule: 'redirect-loop', message }];
    });
}

/** The addresses that are met from one on, until one of them comes again. */
function loopFrom(database: Database, start: string): string[] | null {
  const met = new Set<string>();
  let path = start;
  while (!met.has(path)) {
    met.add(path);
    const entry = redirectEntry(database, path);
    if (!entry?.target) return null;
    path = withoutQuery(entry.target);
    // An article that stands at an address is shown there, and nothing leads on from it.
    if (path !== start && hasArticle(database, path)) return null;
  }
  return [...met, path];
}

function hasArticle(database: Database, path: string): boolean {
  const slug = /^\/articles\/([^/]+)$/.exec(path)?.[1];
  if (slug === undefined) return false;
  return (
    database
      .query<{ slug: string }>('SELECT slug FROM article WHERE slug = ? AND draft = 0')
      .get(slug) !== undefined
  );
}
