import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signPreview } from '@/lib/publishing/preview/token';
import { siteOf, temporaryFolder } from '@/tests/support/content';
import { GitRepository } from '../../fixtures/gitRepository';
import { slug } from '../../fixtures/slugs';
import { publishing, read, textOf } from './newsroom';

const PREVIEW_SECRET = 'a secret for previews';
const DAY = 86_400_000;

const repository = new GitRepository(temporaryFolder());
cpSync('content', join(repository.folder, 'content'), { recursive: true });
const article = (title: string, more: string) =>
  `---\ntitle: ${title}\ndate: 2030-01-02T03:04:00+05:00\nauthors: [aliya-haidar]\nsummary: A test.\nsection: politics\n${more}\n---\n\nText of ${title}.\n`;
repository.write('content/articles/2030/01/next-decade.md', article('Next decade', 'topics: []'));
repository.write('content/articles/2030/01/not-yet.md', article('Not yet', 'draft: true'));
repository.commit('Begin');
const environment = { ...publishing(repository), PREVIEW_SECRET };
const site = siteOf({ environment });

function address(name: string, until = Date.now() + DAY, secret = PREVIEW_SECRET): string {
  return `/preview/${signPreview(secret, { slug: slug(name), until })}`;
}

function run(name: string, variables: Readonly<Record<string, string>> = environment) {
  return spawnSync(process.execPath, ['lib/cli/run.mjs', 'preview', name], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATA_DIR: temporary,
      ...variables,
    },
  });
}
const temporary = temporaryFolder();

describe('a preview', () => {
  it.each([
    ['next-decade', 'Text of Next decade.', 'it appears on'],
    ['not-yet', 'Text of Not yet.', 'is a draft'],
  ])('shows what is not published, and says so: %s', async (name, text, note) => {
    const response = await read(site(), address(name));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('etag')).toBeNull();
    const html = await response.text();
    expect(html).toContain(text);
    expect(html).toContain(note);
    expect(html).toContain('content="noindex, nofollow"');
    expect(html).not.toContain('rel="canonical"');
    expect((await read(site(), `/articles/${name}`)).status).toBe(404);
    for (const list of ['/', '/sections/politics', '/people/aliya-haidar', '/archive']) {
      expect(await textOf(site(), list), list).not.toContain(name);
    }
  });

  it("is nobody else's: forged, expired and unknown addresses are pages that do not exist", async () => {
    const wrong = [
      address('not-yet', Date.now() - 1000),
      address('not-yet', undefined, 'another secret of some length'),
      address('nothing-of-the-kind'),
      '/preview/x',
      address('not-yet').slice(0, -1),
    ];
    for (const path of wrong) expect((await read(site(), path)).status, path).toBe(404);
  });

  it('has its address from the command line, and errors have none', async () => {
    const { stdout, status } = run('not-yet');
    expect(status).toBe(0);
    const path = stdout.trim().replace('https://news.example', '');
    expect(await textOf(site(), path)).toContain('Text of Not yet.');
    expect(run('not-yett').stderr).toContain('Did you mean "not-yet"?');
    expect(run('how-an-official-rate-is-set').stdout).toContain(
      'https://news.example/articles/how',
    );
    const { PREVIEW_SECRET: _, ...without } = environment;
    expect(run('not-yet', without)).toMatchObject({ status: 2 });
    expect(run('not-yet', without).stderr).toMatch(/PREVIEW_SECRET=[\w-]{32}/);
  });
});
