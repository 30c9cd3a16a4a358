import type { Finding } from '@/lib/content/diagnostics';
import { openingAfter } from '@/lib/content/excerpt';
import type { Article, Author, Redirect, StaticPage } from '@/lib/content/models';
import type { Reference } from '@/lib/content/references';
import type { MediaFacts } from '@/lib/images/picture';
import { mainPath } from '@/lib/site/addresses';
import type { Instant } from '@/lib/site/dates';
import { routes } from '@/lib/site/routes';
import type { Database } from '../database';
import type { ArticleRecord, Settings } from '../records';
import { putText, removeText } from '../search/indexText';
import { type TreeFile, UNREAD } from '../trees/contentTree';

/** Where a diagnostic comes from: the file read alone, or the publication read as a whole. */
export type Origin = 'file' | 'publication';

/** Takes out everything that a file once gave, and the file itself. */
export function removeFile(database: Database, path: string): void {
  removeModel(database, path);
  removeReading(database, path);
}

/** Takes out what readers see of a file. */
export function removeModel(database: Database, path: string): void {
  const article = database.query<{ id: number }>('SELECT id FROM article WHERE file = ?').get(path);
  if (article) {
    unlist(database, article.id);
    removeText(database, article.id);
    database.run('DELETE FROM article WHERE id = ?', article.id);
  }
  for (const table of ['author', 'page', 'redirect']) {
    database.run(`DELETE FROM ${table} WHERE file = ?`, path);
  }
  database.run('DELETE FROM media WHERE path = ?', path);
}

/** Takes out what is known of a file's present version: readers see none of it. */
export function removeReading(database: Database, path: string): void {
  database.run('DELETE FROM diagnostic WHERE file = ?', path);
  database.run('DELETE FROM reference WHERE file = ?', path);
  database.run('DELETE FROM file WHERE path = ?', path);
}

export function unlist(database: Database, article: number): void {
  database.run('DELETE FROM listing WHERE article = ?', article);
  database.run('DELETE FROM correction WHERE article = ?', article);
}

/** Enters a file of which no version is shown yet. */
export function putFile(database: Database, { path, kind, fingerprint }: TreeFile): void {
  const row = [path, kind, slugOf(path), fingerprint];
  database.run('INSERT INTO file (path, kind, slug, fingerprint) VALUES (?, ?, ?, ?)', ...row);
}

/** What a file is called in addresses. */
export function slugOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/** Notes which version of a file readers see; null where they see none. */
export function putShown(database: Database, path: string, fingerprint: string | null): void {
  database.run('UPDATE file SET shown = ? WHERE path = ?', fingerprint, path);
}

/** Notes until when nothing of a file may be told in public. */
export function putSecret(database: Database, path: string, until: Instant): void {
  database.run('UPDATE file SET secretUntil = ? WHERE path = ?', until, path);
}

/** Has the next sync read the file again, though nothing about it may look changed. */
export function markUnread(database: Database, path: string): void {
  database.run('UPDATE file SET fingerprint = ? WHERE path = ?', UNREAD, path);
}

export function putFindings(
  database: Database,
  file: string,
  origin: Origin,
  findings: readonly Finding[],
): void {
  for (const finding of findings) {
    database.run(
      'INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      file,
      origin,
      finding.line,
      finding.column,
      finding.endLine,
      finding.endColumn,
      finding.severity,
      finding.rule,
      finding.message,
      finding.suggestion ?? null,
    );
  }
}

export function putReferences(
  database: Database,
  file: string,
  references: readonly Reference[],
): void {
  for (const { kind, value, line, column, endLine, endColumn } of references) {
    database.run(
      'INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      file,
      kind,
      value,
      line,
      column,
      endLine,
      endColumn,
      kind === 'address' ? mainPath(linkPath(value)) : value,
    );
  }
}

/** The path in a link on this site, spelt as the site spells it. */
export function linkPath(link: string): string {
  return link.replace(/[?#].*$/s, '').replace(/(.)\/+$/, '$1');
}

export function putArticle(
  database: Database,
  file: string,
  article: Article,
  timeZone: string,
): void {
  const { body, plain: _, ...rest } = article;
  const record: ArticleRecord = { ...rest, opening: openingAfter(rest.summary, rest.opening) };
  const { lastInsertRowid } = database.run(
    `INSERT INTO article (file, slug, published, draft, translationOf, model, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    file,
    article.slug,
    article.published.at,
    article.draft ? 1 : 0,
    article.translationOf,
    JSON.stringify(record),
    body,
  );
  putText(database, lastInsertRowid, article, timeZone);
  if (article.draft) return;
  for (const from of article.redirectFrom) {
    putRedirect(database, file, { from, to: routes.article(article.slug) });
  }
}

export function putAuthor(database: Database, file: string, author: Author): void {
  const model = JSON.stringify(author);
  database.run('INSERT INTO author VALUES (?, ?, ?, ?)', author.slug, file, author.name, model);
}

export function putPage(database: Database, file: string, page: StaticPage): void {
  database.run('INSERT INTO page VALUES (?, ?, ?)', page.slug, file, JSON.stringify(page));
}

export function putMedia(database: Database, path: string, facts: MediaFacts): void {
  database.run(
    'INSERT INTO media VALUES (?, ?, ?, ?, ?, ?)',
    path,
    facts.width,
    facts.height,
    facts.format,
    facts.hash,
    facts.tint,
  );
}

export function putRedirect(database: Database, file: string, redirect: Redirect): void {
  const target = 'to' in redirect ? redirect.to : null;
  database.run('INSERT INTO redirect VALUES (?, ?, ?)', redirect.from, target, file);
}

export function putSetting<Name extends keyof Settings>(
  database: Database,
  name: Name,
  value: Settings[Name],
): void {
  database.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', name, JSON.stringify(value));
}
