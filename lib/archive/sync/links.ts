import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Reference } from '@/lib/content/references';
import { type Address, readPath } from '@/lib/site/addresses';
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

  const exists = (address: Address): boolean => {
    switch (address.kind) {
      case 'fixed':
        return true;
      case 'article':
        return articles.has(address.value);
      case 'person':
        return hasFile(`authors/${address.value}.md`);
      case 'page':
        return hasFile(`pages/${address.value}.md`);
      case 'section':
        return sections.includes(address.value);
      case 'country':
        return isCountry(address.value);
      case 'topic':
      case 'month':
        return isListed(address.kind, address.value);
      case 'media':
        return hasFile(address.value);
    }
  };
  return (path) => {
    const address = readPath(path);
    return (address !== undefined && exists(address)) || isOldAddress(path);
  };
}
