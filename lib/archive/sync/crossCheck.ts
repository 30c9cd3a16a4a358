import type { Diagnostic, Finding } from '@/lib/content/diagnostics';
import type { Reference } from '@/lib/content/references';
import { closest } from '@/lib/content/suggest';
import type { Database } from '../database';
import { readSetting } from '../settings';
import { articleFiles } from './articleFiles';

type Mention = Reference & { readonly file: string };

const PLACE = 'r.file, r.kind, r.value, r.line, r."column", r.endLine, r.endColumn';

/** Problems that show only when the publication is read as a whole. */
export function crossCheck(database: Database): Diagnostic[] {
  return [
    ...unknownFiles(database, 'author', 'authors/', '.md'),
    ...unknownFiles(database, 'page', 'pages/', '.md'),
    ...unknownFiles(database, 'media', '', ''),
    ...unknownSections(database),
    ...unknownArticles(database),
    ...sharedSlugs(database),
    ...sharedAddresses(database),
  ];
}

/** References to a file that does not exist; a broken file counts as existing. */
function unknownFiles(
  database: Database,
  kind: 'author' | 'page' | 'media',
  prefix: string,
  suffix: string,
): Diagnostic[] {
  const mentions = database
    .query<Mention>(
      `SELECT ${PLACE} FROM reference r WHERE r.kind = ?
       AND NOT EXISTS (SELECT 1 FROM file f WHERE f.path = ? || r.value || ?)`,
    )
    .all(kind, prefix, suffix);
  if (mentions.length === 0) return [];
  const known = database
    .query<{ path: string }>('SELECT path FROM file WHERE kind = ?')
    .all(kind)
    .map(({ path }) => path.slice(prefix.length, suffix ? -suffix.length : undefined));
  return mentions.map((mention) =>
    unknown(mention, known, `There is no file ${prefix}${mention.value}${suffix}`),
  );
}

function unknownSections(database: Database): Diagnostic[] {
  const known = readSetting(database, 'declaredSections');
  if (known === undefined || known.length === 0) return [];
  return database
    .query<Mention>(`SELECT ${PLACE} FROM reference r WHERE r.kind = 'section'`)
    .all()
    .filter(({ value }) => !known.includes(value))
    .map((mention) => unknown(mention, known, 'There is no section of this name in sections.yml'));
}

function unknownArticles(database: Database): Diagnostic[] {
  const mentions = database
    .query<Mention>(`SELECT ${PLACE} FROM reference r WHERE r.kind = 'article'`)
    .all();
  if (mentions.length === 0) return [];
  const known = new Set(articleFiles(database).map(({ slug }) => slug));
  return mentions
    .filter(({ value }) => !known.has(value))
    .map((mention) => unknown(mention, known, 'There is no article of this name'));
}

/** Of articles with one slug, the first by path keeps it: it is the one published longest. */
function sharedSlugs(database: Database): Diagnostic[] {
  const owners = new Map<string, string>();
  return articleFiles(database).flatMap(({ file, slug }) => {
    const owner = owners.get(slug);
    if (owner === undefined) {
      owners.set(slug, file);
      return [];
    }
    const message = `The slug "${slug}" belongs to ${owner} already; give this file another name.`;
    return [{ file, ...WHOLE_FILE, severity: 'error', rule: 'duplicate-slug', message }];
  });
}

function sharedAddresses(database: Database): Diagnostic[] {
  const owners = new Map<string, string>();
  return database
    .query<Mention>(
      `SELECT ${PLACE} FROM reference r WHERE r.kind = 'oldAddress' ORDER BY r.file, r.line`,
    )
    .all()
    .flatMap(({ file, kind: _, value, ...place }) => {
      const owner = owners.get(value);
      if (owner === undefined) {
        owners.set(value, file);
        return [];
      }
      const message = `The old address ${value} is claimed by ${owner} already; keep it in one place.`;
      return [{ file, ...place, severity: 'error', rule: 'duplicate-address', message }];
    });
}

const WHOLE_FILE = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function unknown(mention: Mention, known: Iterable<string>, message: string): Diagnostic {
  const { file, kind, value, ...place } = mention;
  const meant = closest(value, known);
  const finding: Finding = {
    ...place,
    severity: 'error',
    rule: `unknown-${kind}`,
    message: `${message} ("${value}").${meant ? ` Did you mean "${meant}"?` : ''}`,
  };
  return { file, ...finding, ...(meant === undefined ? {} : { suggestion: meant }) };
}
