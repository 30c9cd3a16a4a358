import type { Diagnostic, Finding } from '@/lib/content/diagnostics';
import type { Reference } from '@/lib/content/references';
import { closest } from '@/lib/content/suggest';
import type { Database } from '../database';
import { readSetting } from '../settings';

type Mention = Reference & { readonly file: string };

const PLACE = 'r.file, r.kind, r.value, r.line, r."column", r.endLine, r.endColumn';

/** Problems of the dirty files that show only beside the rest of the publication. */
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

/** From few files to what they name: by itself SQLite would begin with all that is of a kind. */
const OF_DIRTY = 'FROM dirty CROSS JOIN reference r ON r.file = dirty.file';

/** References to a file that does not exist; a broken file counts as existing. */
function unknownFiles(
  database: Database,
  kind: 'author' | 'page' | 'media',
  prefix: string,
  suffix: string,
): Diagnostic[] {
  const mentions = database
    .query<Mention>(
      `SELECT ${PLACE} ${OF_DIRTY} WHERE +r.kind = ?
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
    .query<Mention>(`SELECT ${PLACE} ${OF_DIRTY} WHERE +r.kind = 'section'`)
    .all()
    .filter(({ value }) => !known.includes(value))
    .map((mention) => unknown(mention, known, 'There is no section of this name in sections.yml'));
}

function unknownArticles(database: Database): Diagnostic[] {
  const mentions = database
    .query<Mention>(
      `SELECT ${PLACE} ${OF_DIRTY} WHERE +r.kind = 'article'
       AND NOT EXISTS (SELECT 1 FROM file f WHERE f.kind = 'article' AND f.slug = r.value)`,
    )
    .all();
  if (mentions.length === 0) return [];
  const known = database
    .query<{ slug: string }>("SELECT slug FROM file WHERE kind = 'article' ORDER BY path")
    .all()
    .map(({ slug }) => slug);
  return mentions.map((mention) => unknown(mention, known, 'There is no article of this name'));
}

/** Of articles with one slug, the first by path keeps it: it is the one published longest. */
function sharedSlugs(database: Database): Diagnostic[] {
  return database
    .query<{ file: string; slug: string; owner: string }>(
      `SELECT f.path AS file, f.slug, (
         SELECT MIN(o.path) FROM file o WHERE o.kind = 'article' AND o.slug = f.slug
       ) AS owner
       FROM dirty CROSS JOIN file f ON f.path = dirty.file
       WHERE +f.kind = 'article' AND owner <> f.path ORDER BY f.path`,
    )
    .all()
    .map(({ file, slug, owner }) => {
      const message = `The slug "${slug}" belongs to ${owner} already; give this file another name.`;
      return { file, ...WHOLE_FILE, severity: 'error', rule: 'duplicate-slug', message };
    });
}

function sharedAddresses(database: Database): Diagnostic[] {
  return database
    .query<Mention & { owner: string | null }>(
      `SELECT ${PLACE}, (
         SELECT MIN(o.file) FROM reference o WHERE o.kind = 'oldAddress' AND o.target = r.target
         AND (o.file, o.line, o."column") < (r.file, r.line, r."column")
       ) AS owner
       ${OF_DIRTY} WHERE +r.kind = 'oldAddress' AND owner IS NOT NULL ORDER BY r.file, r.line`,
    )
    .all()
    .map(({ owner, kind: _, value, ...place }) => {
      const message = `The old address ${value} is claimed by ${owner} already; keep it in one place.`;
      return { ...place, severity: 'error', rule: 'duplicate-address', message };
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
