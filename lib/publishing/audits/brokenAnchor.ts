import type { Database } from '@/lib/archive/database';
import type { Diagnostic, Position } from '@/lib/content/diagnostics';
import { anchorsOf } from '@/lib/content/markdown';
import { readPath } from '@/lib/site/addresses';
import type { AuditedPublication } from './audit';

interface Mention extends Position {
  readonly file: string;
  /** As `/path#fragment`. */
  readonly value: string;
}

/**
 * Links to a heading or a note of another page that is not there. Links whose page does not
 * exist are the sync's, and those within one page are its own file's.
 */
export function brokenAnchors({ database }: AuditedPublication): Diagnostic[] {
  const known = new Map<string, (fragment: string) => boolean>();
  return database
    .query<Mention>(
      `SELECT file, value, line, "column", endLine, endColumn FROM reference
       WHERE kind = 'anchor' ORDER BY file, line, "column"`,
    )
    .all()
    .flatMap(({ file, value, ...place }): Diagnostic[] => {
      const hash = value.indexOf('#');
      const path = value.slice(0, hash).replace(/(.)\/+$/, '$1');
      const fragment = value.slice(hash + 1);
      let anchors = known.get(path);
      if (anchors === undefined) {
        const body = bodyAt(database, path);
        anchors = body === undefined ? anything : anchorsOf(body);
        known.set(path, anchors);
      }
      if (anchors(fragment)) return [];
      const message = `${path} has no heading at "#${fragment}"; copy the address from the page, or link to the page as a whole.`;
      return [{ file, ...place, severity: 'warning', rule: 'broken-anchor', message }];
    });
}

/** What only the page itself knows, such as a list, is not judged. */
const anything = (): boolean => true;

/** The Markdown of the page that answers at an address; undefined where none of a file does. */
function bodyAt(database: Database, path: string): string | undefined {
  const address = readPath(path);
  const find = (query: string, slug: string): string | undefined =>
    database.query<{ body: string }>(query).get(slug)?.body;
  switch (address?.kind) {
    case 'article':
      return find('SELECT body FROM article WHERE slug = ? ORDER BY file LIMIT 1', address.value);
    case 'page':
      return find(
        `SELECT json_extract(model, '$.body') AS body FROM page WHERE slug = ?`,
        address.value,
      );
    case 'person':
      return find(
        `SELECT json_extract(model, '$.bio') AS body FROM author WHERE slug = ?`,
        address.value,
      );
    default:
      return undefined;
  }
}
