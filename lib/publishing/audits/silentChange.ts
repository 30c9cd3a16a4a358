import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleRecord } from '@/lib/archive/records';
import { readSetting } from '@/lib/archive/settings';
import type { Diagnostic } from '@/lib/content/diagnostics';
import { fallbackSite } from '@/lib/content/site';
import { type Enclosing, enclosingRepository } from '@/lib/git/enclosing';
import type { ObjectName } from '@/lib/git/repository';
import { uncommittedFiles } from '@/lib/git/worktree';
import { type Instant, machineDate } from '@/lib/site/dates';
import type { AuditedPublication } from './audit';
import { fieldPlace } from './places';
import { differByMore } from './wordChange';

const DAY = 24 * 60 * 60 * 1000;

/** Fewer words mend a slip of the pen; more change what a reader was told. */
const NOTABLE_WORDS = 30;

/** A change of one article's text. */
interface Edit {
  readonly file: string;
  /** When it was written; for what is not committed, now. */
  readonly at: Instant;
  readonly before: ObjectName;
  /** Null for the file as it lies in the folder. */
  readonly after: ObjectName | null;
}

/**
 * Articles whose text changed notably more than a day after their date, while neither `updated`
 * nor a correction of that day or later tells readers so. Needs Git; without it nothing is said.
 */
export function silentChanges(publication: AuditedPublication): Diagnostic[] {
  const { root, database } = publication;
  const enclosing = enclosingRepository(root);
  if (enclosing === null) return [];
  const { timeZone } = readSetting(database, 'site') ?? fallbackSite([]).value;
  const articles = seenArticles(publication);
  const untold = editsOf(enclosing, root).filter(({ file, at }) => {
    const article = articles.get(file);
    return article !== undefined && needsTelling(article, at, timeZone);
  });
  const textAt = reader(enclosing, root, untold);
  const newest = new Map<string, Edit>();
  for (const edit of untold) {
    const before = textAt(edit.file, edit.before);
    const after = textAt(edit.file, edit.after);
    if (!differByMore(before, after, NOTABLE_WORDS)) continue;
    if (edit.at >= (newest.get(edit.file)?.at ?? 0)) newest.set(edit.file, edit);
  }
  return [...newest.values()].map(({ file, at, after }) => {
    const day = machineDate(at, 'day', timeZone);
    const when = after === null ? 'in a change that is not committed yet' : `on ${day}`;
    const message = `More than ${NOTABLE_WORDS} words of the text changed ${when}, and readers are not told; write "updated: ${day}", or a correction with that date.`;
    const place = fieldPlace(publication, file, 'date');
    return { file, ...place, severity: 'warning', rule: 'silent-change', message };
  });
}

/** Articles that readers have seen, by file. */
function seenArticles(publication: AuditedPublication): Map<string, ArticleRecord> {
  const rows = publication.database
    .query<{ file: string; model: string }>(
      'SELECT file, model FROM article WHERE draft = 0 AND published <= ? ORDER BY file',
    )
    .all(Date.now());
  return new Map(rows.map(({ file, model }) => [file, JSON.parse(model) as ArticleRecord]));
}

function editsOf({ repository, head }: Enclosing, root: string): Edit[] {
  const committed = repository.edits(head, 'articles/').flatMap(({ path, at, before, after }) => {
    return before === null || after === null ? [] : [{ file: path, at, before, after }];
  });
  const changed = new Set(uncommittedFiles(root));
  if (changed.size === 0) return committed;
  const lying = repository
    .list(head)
    .filter(({ path }) => changed.has(path))
    .map(({ path, object }) => ({ file: path, at: Date.now(), before: object, after: null }));
  return [...lying, ...committed];
}

/** Whether readers would have to be told of an edit of that time, and are not. */
function needsTelling(article: ArticleRecord, at: Instant, timeZone: string): boolean {
  if (at <= article.published.at + DAY) return false;
  const day = machineDate(at, 'day', timeZone);
  const told = article.corrections.map(({ date }) => date.at);
  if (article.updated) told.push(article.updated.at);
  return told.every((date) => machineDate(date, 'day', timeZone) < day);
}

/** Reads all versions at once, and each but once. */
function reader({ repository }: Enclosing, root: string, edits: readonly Edit[]) {
  const objects = edits.flatMap(({ before, after }) => (after === null ? before : [before, after]));
  const names = [...new Set(objects)];
  const contents = repository.read(names);
  const texts = new Map(names.map((name, index) => [name, String(contents[index] ?? '')]));
  return (file: string, object: ObjectName | null): string =>
    object === null ? readFileSync(join(root, file), 'utf8') : (texts.get(object) ?? '');
}
