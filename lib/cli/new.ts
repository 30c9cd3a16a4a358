import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError } from './commandError';
import { newArticle } from './new/article';
import { newAuthor } from './new/author';
import { readDesk } from './new/desk';
import { type NewFile, writeNew } from './new/newFile';

const USAGE = `npm run new -- article "Title" [--author SLUG]... [--section SLUG] [--date ISO]
                       [--summary TEXT] [--slug SLUG] [--draft | --publish] [--content DIR]
npm run new -- author "Name" [--role ROLE] [--slug SLUG] [--content DIR]`;

const OPTIONS = {
  author: { type: 'string', multiple: true },
  section: { type: 'string' },
  date: { type: 'string' },
  summary: { type: 'string' },
  draft: { type: 'boolean' },
  publish: { type: 'boolean' },
  role: { type: 'string' },
  slug: { type: 'string' },
  content: { type: 'string' },
} as const;

const OF_ARTICLES = ['author', 'section', 'date', 'summary', 'draft', 'publish'] as const;

/** Thrown where the command itself was written wrongly. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Writes a new article or profile that is valid as it stands, and says what to do next. */
function make(): void {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [kind, text, ...rest] = positionals;
  if ((kind !== 'article' && kind !== 'author') || text === undefined || rest.length > 0) {
    throw new UsageError('Say what to make, and its title or name in quotation marks.');
  }
  const desk = readDesk(resolve(values.content ?? process.env.CONTENT_DIR ?? 'content'));
  const { slug } = values;
  if (kind === 'author') {
    const wrong = OF_ARTICLES.find((option) => values[option] !== undefined);
    if (wrong) throw new UsageError(`--${wrong} is for articles.`);
    const file = newAuthor(desk, { name: text, role: values.role ?? 'Reporter', slug });
    report(desk.root, file, [
      'Correct the role if need be, and write the biography below the fields.',
    ]);
    return;
  }
  if (values.role !== undefined) throw new UsageError('--role is for authors.');
  if (values.draft && values.publish)
    throw new UsageError('--draft and --publish exclude each other.');
  const publish = values.publish ?? false;
  const { author: authors = [], section, date, summary } = values;
  const file = newArticle(
    desk,
    { title: text, authors, section, date, summary, slug, publish },
    Date.now(),
  );
  report(desk.root, file, [
    ...(summary === undefined ? ['Write the summary, and the text below the fields.'] : []),
    publish
      ? 'It is no draft: once committed, it is published as soon as its date has come.'
      : 'It is a draft and published nowhere. To publish it, delete the line "draft: true" and see that the date is right.',
  ]);
}

function report(root: string, file: NewFile, steps: readonly string[]): void {
  writeNew(root, file);
  console.log([relative(process.cwd(), join(root, file.path)), ...steps].join('\n'));
}

try {
  make();
} catch (error) {
  const isRefusal = error instanceof CommandError;
  console.error(error instanceof Error ? error.message : String(error));
  if (!isRefusal) console.error(USAGE);
  process.exitCode = isRefusal ? 1 : 2;
}
