import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { copyOfContent, siteOf, temporaryFolder } from '../support/content';
import { ensureXmllint } from '../support/xmllint';

const SCHEMAS = join('tests', 'fixtures', 'sitemaps');
const folder = temporaryFolder();

/** What a validator that knows the schema says of a text; empty where it is content. */
function complaints(xml: string, schema: 'all' | 'index'): string {
  const file = join(folder, 'checked.xml');
  writeFileSync(file, xml);
  const options = ['--nonet', '--noout', '--schema', join(SCHEMAS, `${schema}.xsd`), file];
  const { status, stderr } = spawnSync(ensureXmllint(), options, { encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

async function textOf(address: string, path: string): Promise<string> {
  const response = await fetch(address + path);
  expect([path, response.status, response.headers.get('content-type')]).toEqual([
    path,
    200,
    'application/xml; charset=utf-8',
  ]);
  return response.text();
}

describe('the sitemaps of the sample publication', () => {
  it('are what the protocol asks for', async () => {
    const index = await textOf(inject('address'), '/sitemap.xml');
    expect(complaints(index, 'index')).toBe('');
    const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    expect(parts.length).toBeGreaterThan(5);
    for (const url of parts) {
      const path = url.slice(inject('publicAddress').length);
      expect(complaints(await textOf(inject('address'), path), 'all')).toBe('');
    }
  });

  it('are refused by the same check where they are wrong', async () => {
    const sitemap = await textOf(inject('address'), '/sitemaps/pages.xml');
    expect(
      complaints(sitemap.replace('<loc>', '<place>').replace('</loc>', '</place>'), 'all'),
    ).toContain('place');
    expect(complaints(sitemap.replace('</lastmod>', ' o’clock</lastmod>'), 'all')).toContain(
      'lastmod',
    );
  });
});

describe('the news sitemap', () => {
  const contentDir = copyOfContent();
  const article = join(contentDir, 'articles', '2026', '11', 'what-is-a-transit-corridor.md');
  const now = new Date().toISOString();
  const text = readFileSync(article, 'utf8')
    .replace(/^date: .*$/m, `date: ${now}`)
    .replace(/^updated: .*\n/m, '');
  writeFileSync(article, text.replace(/^title: .*$/m, 'title: "News & <more> — «ӯ»"'));
  cpSync(article, article.replace('what-is', 'what-was'));
  const site = siteOf({ contentDir });

  it('is what Google asks for', async () => {
    const xml = await textOf(site().address, '/news-sitemap.xml');
    expect(xml.match(/<url>/g)).toHaveLength(2);
    expect(complaints(xml, 'all')).toBe('');
    expect(complaints(xml.replace('<news:language>en', '<news:language>en-GB'), 'all')).toContain(
      'language',
    );
  });
});
