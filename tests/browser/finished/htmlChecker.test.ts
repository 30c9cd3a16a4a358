import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { siteOf, temporaryFolder } from '@/tests/support/content';
import { ensureJava } from '../support/java';
import { contentWithRarePages, PREVIEW_SECRET } from './rarePages';
import { ALL_PAGES, fetchLine } from './support';

const { folder: contentDir, pages } = contentWithRarePages();
const site = siteOf({ contentDir, environment: { PREVIEW_SECRET } });
const folder = temporaryFolder();

const report = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      url: z.string().optional(),
      lastLine: z.number().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

const feedItems = z
  .object({ items: z.array(z.object({ content_html: z.string() })).min(1) })
  .transform(({ items }) => items.map(({ content_html }) => content_html));

/** From CSS View Transitions Level 2, which is newer than the checker's knowledge of CSS. */
const UNKNOWN_TO_THE_CHECKER = 'CSS: Unrecognized at-rule “@view-transition”';

/** For thirty pages on a busy machine. */
const CHECKING_MILLISECONDS = 180_000;

/** Asks the Nu HTML checker about files; it starts slowly, so about all of them at once. */
function check(files: readonly string[]): string[] {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const parameters = ['-Xss1m', '-jar', jar, '--stdout', '--format', 'json', '--exit-zero-always'];
  const run = spawnSync(ensureJava(), [...parameters, ...files], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The checker failed: ${run.stderr}`);
  return report
    .parse(JSON.parse(run.stdout))
    .messages.filter(({ type }) => type === 'error' || type === 'non-document-error')
    .filter(({ message }) => message !== UNKNOWN_TO_THE_CHECKER)
    .map(
      ({ url = '', message, extract = '' }) => `${basename(url)}: ${message} (${extract.trim()})`,
    );
}

/** What the checker finds, by file. */
let found: readonly string[];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const files = await Promise.all(
    [...ALL_PAGES, ...pages].map(async ({ kind, path }) => {
      const file = join(folder, `${kind.replaceAll(' ', '-')}.html`);
      writeFileSync(file, (await fetchLine(site().address + path)).html);
      return file;
    }),
  );
  const feed = await fetch(`${site().address}/feed.json`).then((response) => response.json());
  const items = join(folder, 'items of a feed.html');
  const bodies = feedItems.parse(feed).map((body) => `<article>${body}</article>`);
  writeFileSync(items, `<!DOCTYPE html><html lang="en"><title>T</title>${bodies.join('')}</html>`);
  const wrong = join(folder, 'wrong.html');
  writeFileSync(wrong, '<!DOCTYPE html><html lang="en"><title>T</title><p><div></p></html>');
  found = check([...files, items, wrong]);
}, CHECKING_MILLISECONDS);

const isOfWrong = (line: string) => line.startsWith('wrong.html:');

it('finds no error in a page of any kind, nor in what feeds hold (Nu HTML checker)', () => {
  expect(found.filter((line) => !isOfWrong(line))).toEqual([]);
});

it('would find one', () => {
  expect(found.filter(isOfWrong)).not.toEqual([]);
});

it.each(pages)(
  'the $kind is what it says, and listed or not',
  async ({ path, status, isListed }) => {
    const page = await fetchLine(site().address + path);
    expect(page.status).toBe(status);
    expect(/<meta name="robots" content="[^"]*noindex/.test(page.html)).toBe(!isListed);
  },
);
