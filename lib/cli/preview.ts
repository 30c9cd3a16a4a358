import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Database } from '@/lib/archive/database';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { readSetting } from '@/lib/archive/settings';
import { type Diagnostic, hasErrors } from '@/lib/content/diagnostics';
import { closest } from '@/lib/content/suggest';
import { signPreview } from '@/lib/publishing/preview/token';
import { dateline } from '@/lib/site/dates';
import { readEnvironment } from '@/lib/site/environment';
import { absolute, routes } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import { CommandError } from './commandError';
import { newestContent } from './newestContent';
import { report } from './report';

const USAGE = 'Usage: npm run preview -- SLUG [--days 7]';
const DAY = 86_400_000;
const MOST_DAYS = 30;

interface Found {
  readonly file: string;
  readonly published: number;
  readonly draft: number;
}

/** Prints an address at which an article can be seen before it is published. */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { days: { type: 'string', default: '7' } },
  });
  const [slug, ...rest] = positionals;
  if (slug === undefined || rest.length > 0) throw new CommandError(USAGE);
  const environment = readEnvironment(process.env);
  const secret = environment.previewSecret ?? refuseWithoutSecret();
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new CommandError(`--days is a whole number from 1 to ${MOST_DAYS}.\n${USAGE}`);
  }
  const { database } = await newestContent(environment);
  const { file, published, draft } = find(database, slug);
  const problems = diagnostics(database).filter((problem) => problem.file === file);
  if (hasErrors(problems)) return refuseBroken(problems, environment.contentDir);
  if (!isSlug<'article'>(slug)) throw new CommandError(`"${slug}" is no name of an article.`);
  if (draft === 0 && published <= Date.now()) {
    console.log(`It is published: ${absolute(environment.siteUrl, routes.article(slug))}`);
    return 0;
  }
  const until = Date.now() + days * DAY;
  const path = routes.preview(signPreview(secret, { slug, until }));
  console.log(absolute(environment.siteUrl, path));
  const { language, timeZone } = readSetting(database, 'site') ?? {
    language: 'en',
    timeZone: 'UTC',
  };
  const end = dateline(until, 'minute', { language, timeZone });
  console.error(`Valid until ${end}; whoever has the address can read the article.`);
  return 0;
}

function find(database: Database, slug: string): Found {
  const known = database
    .query<{ slug: string }>("SELECT slug FROM file WHERE kind = 'article'")
    .all()
    .map((row) => row.slug);
  if (!known.includes(slug)) {
    const meant = closest(slug, known);
    throw new CommandError(
      `There is no article "${slug}".${meant ? ` Did you mean "${meant}"?` : ''} Its name is that of its file, without ".md".`,
    );
  }
  const row = database
    .query<Found>(
      `SELECT f.path AS file, a.published, a.draft FROM file f
       LEFT JOIN article a ON a.file = f.path WHERE f.kind = 'article' AND f.slug = ? ORDER BY f.path`,
    )
    .get(slug);
  if (row === undefined) throw new Error(`The archive has lost ${slug}`);
  return row;
}

function refuseBroken(problems: readonly Diagnostic[], contentDir: string): number {
  process.stdout.write(report(problems, 'text', contentDir));
  console.error('An article with errors cannot be previewed; mend them first.');
  return 1;
}

function refuseWithoutSecret(): never {
  const example = randomBytes(24).toString('base64url');
  throw new CommandError(
    `PREVIEW_SECRET is not set. Put a line like this into .env, the same here and on the server:\nPREVIEW_SECRET=${example}`,
  );
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
