import type { Diagnostic } from '@/lib/content/diagnostics';
import type { AuditedPublication } from './audit';
import { fieldPlace } from './places';

interface Row {
  readonly file: string;
  readonly title: string;
}

/** Articles with one headline: readers and search engines cannot tell them apart on a list. */
export function duplicateTitles(publication: AuditedPublication): Diagnostic[] {
  const rows = publication.database
    .query<Row>(
      `SELECT file, json_extract(model, '$.title') AS title FROM article ORDER BY published, file`,
    )
    .all();
  const first = new Map<string, string>();
  return rows.flatMap(({ file, title }): Diagnostic[] => {
    const folded = title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
    const earlier = first.get(folded);
    if (earlier === undefined) {
      first.set(folded, file);
      return [];
    }
    const message = `title: ${earlier} has this title already; say what is different in this one.`;
    const place = fieldPlace(publication, file, 'title');
    return [{ file, ...place, severity: 'warning', rule: 'duplicate-title', message }];
  });
}
