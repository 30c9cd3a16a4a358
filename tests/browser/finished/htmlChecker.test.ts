import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { siteOf, temporaryFolder } from '../support/content';
import { ensureJava } from '../support/java';
import { ALL_PAGES, contentWithEverything, fetchLine } from './support';

const site = siteOf({ contentDir: contentWithEverything() });
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

it('finds no error in a page of any kind, nor in what feeds hold (Nu HTML checker)', async () => {
  mkdirSync(folder, { recursive: true });
  const files = await Promise.all(
    ALL_PAGES.map(async ({ kind, path }) => {
      const file = join(folder, `${kind.replaceAll(' ', '-')}.html`);
      writeFileSync(file, (await fetchLine(site().address + path)).html);
      return file;
    }),
  );
  const feed = await fetch(`${site().address}/feed.json`).then((response) => response.json());
  const file = join(folder, 'items of a feed.html');
  const bodies = feedItems.parse(feed).map((body) => `<article>${body}</article>`);
  writeFileSync(file, `<!DOCTYPE html><html lang="en"><title>T</title>${bodies.join('')}</html>`);
  expect(check([...files, file])).toEqual([]);
});

it('would find one', () => {
  const file = join(folder, 'wrong.html');
  writeFileSync(file, '<!DOCTYPE html><html lang="en"><title>T</title><p><div></p></html>');
  expect(check([file])).not.toEqual([]);
});
