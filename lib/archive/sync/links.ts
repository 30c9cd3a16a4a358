import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Reference } from '@/lib/content/references';
import { type Address, readPath } from '@/lib/site/addresses';
import { isCountry } from '@/lib/site/countries';
import type { Database } from '../database';
import { readSetting } from '../settings';
import { linkPath } from './store';

/** Links to paths of this site that nothing answers, in the bodies and navigation of dirty files. */
export function brokenLinks(database: Database): Diagnostic[] {
  const targets = linkTargets(database);
  return database
    .query<Reference & { file: string }>(
      `SELECT r.file, kind, value, line, "column", endLine, endColumn
       FROM dirty CROSS JOIN reference r ON r.file = dirty.file WHERE +kind = 'address'`,
    )
    .all()
    .flatMap(({ file, kind: _, value, ...place }) => {
      const path = linkPath(value);
      if (targets(path)) return [];
      const message = `Nothing on this site answers ${path}; correct the link.`;
      return [{ file, ...place, severity: 'warning', rule: 'broken-link', message }];
    });
}

/** Whether something answers a path: a page, or an old address that leads on. */
function linkTargets(database: Database): (path: string) => boolean {
  const exists = addressBook(database);
  const isOldAddress = (path: string): boolean =>
    database
      .query<{ file: string }>(
        "SELECT file FROM reference WHERE kind = 'oldAddress' AND target = ?",
      )
      .get(path) !== undefined;
  return (path) => {
    const address = readPath(path);
    return (address !== undefined && exists(address)) || isOldAddress(path);
  };
}

/** Whether the publication has what an address names; a broken file counts as there. */
export function addressBook(database: Database): (address: Address) => boolean {
  const hasFile = (path: string): boolean =>
    database.query<{ path: string }>('SELECT path FROM file WHERE path = ?').get(path) !==
    undefined;
  const hasArticle = (slug: string): boolean =>
    database
      .query<{ path: string }>("SELECT path FROM file WHERE kind = 'article' AND slug = ?")
      .get(slug) !== undefined;
  const isListed = (kind: string, value: string): boolean =>
    database
      .query<{ article: number }>('SELECT article FROM listing WHERE kind = ? AND value = ?')
      .get(kind, value) !== undefined;
  const sections = readSetting(database, 'declaredSections') ?? [];

  return (address) => {
    switch (address.kind) {
      case 'fixed':
        return true;
      case 'article':
        return hasArticle(address.value);
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
}
