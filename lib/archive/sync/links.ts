import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Reference } from '@/lib/content/references';
import { isCountry } from '@/lib/site/countries';
import type { Database } from '../database';
import { readSetting } from '../settings';
import { articleFiles } from './articleFiles';

/** Links in bodies and navigation to paths of this site that nothing answers. */
export function brokenLinks(database: Database): Diagnostic[] {
  const targets = linkTargets(database);
  return database
    .query<Reference & { file: string }>(
      `SELECT file, kind, value, line, "column", endLine, endColumn
       FROM reference WHERE kind = 'address'`,
    )
    .all()
    .flatMap(({ file, kind: _, value, ...place }) => {
      const path = value.replace(/[?#].*$/s, '').replace(/(.)\/+$/, '$1');
      if (targets(path)) return [];
      const message = `Nothing on this site answers ${path}; correct the link.`;
      return [{ file, ...place, severity: 'warning', rule: 'broken-link', message }];
    });
}

const FIXED = new Set(['/', '/people', '/archive', '/corrections']);
const PAGED = /^(?:\/[a-z0-9-]+){2,3}\/page\/\d+$/;

function linkTargets(database: Database): (path: string) => boolean {
  const hasFile = (path: string): boolean =>
    database.query<{ path: string }>('SELECT path FROM file WHERE path = ?').get(path) !==
    undefined;
  const articles = new Set(articleFiles(database).map(({ slug }) => slug));
  const isListed = (kind: string, value: string): boolean =>
    database
      .query<{ article: number }>('SELECT article FROM listing WHERE kind = ? AND value = ?')
      .get(kind, value) !== undefined;
  const isOldAddress = (path: string): boolean =>
    database
      .query<{ file: string }>("SELECT file FROM reference WHERE kind = 'oldAddress' AND value = ?")
      .get(path) !== undefined;
  const sections = readSetting(database, 'declaredSections') ?? [];

  return (path) => {
    if (FIXED.has(path) || PAGED.test(path) || isOldAddress(path)) return true;
    const [, root = '', name = '', ...rest] = path.split('/');
    if (name === '') return hasFile(`pages/${root}.md`);
    switch (root) {
      case 'articles':
        return rest.length === 0 && articles.has(name);
      case 'people':
        return rest.length === 0 && hasFile(`authors/${name}.md`);
      case 'sections':
        return rest.length === 0 && sections.includes(name);
      case 'countries':
        return rest.length === 0 && isCountry(name);
      case 'topics':
        return rest.length === 0 && isListed('topic', name);
      case 'archive':
        return isListed('month', [name, ...rest].join('-'));
      case 'media':
        return hasFile(path.slice(1));
      default:
        return false;
    }
  };
}
