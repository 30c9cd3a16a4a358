import { beforeEach, describe, expect, it } from 'vitest';
import { TestPublication } from '../../fixtures/publication';
import { documentOf, SITE, textOf } from './documents';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

describe('robots.txt', () => {
  const robots = async (setting: string) => {
    publication.edit('site.yml', 'perPage: 5', `perPage: 5\n${setting}`);
    await publication.sync();
    return textOf(publication, '/robots.txt');
  };
  const refused = (text: string) =>
    [...text.matchAll(/^User-agent: (.+)$/gm)].map(([, name]) => name);

  it('lets all come, but for searches, and names the sitemaps', async () => {
    const text = await textOf(publication, '/robots.txt');
    expect(text).toContain('User-agent: *\nDisallow: /search$\nDisallow: /search?\n');
    expect(text).toContain(`Sitemap: ${SITE}/sitemap.xml\nSitemap: ${SITE}/news-sitemap.xml\n`);
    expect(refused(text)).toEqual(['*']);
  });

  it('keeps those out who collect for training, where site.yml says so', async () => {
    const names = refused(await robots('aiCrawlers: search-only'));
    expect(names).toEqual(
      expect.arrayContaining(['GPTBot', 'Google-Extended', 'CCBot', 'MistralAI-Training']),
    );
    expect(names).not.toContain('OAI-SearchBot');
    expect(names).not.toContain('MistralAI-Index');
  });

  it('keeps all crawlers of AI companies out, where site.yml says so', async () => {
    const text = await robots('aiCrawlers: deny');
    expect(refused(text)).toEqual(expect.arrayContaining(['GPTBot', 'OAI-SearchBot']));
    expect(text).toMatch(/User-agent: [\w-]+\nDisallow: \/\n/);
  });
});

describe('the key of IndexNow', () => {
  it('stands at its own address, where there is one', async () => {
    const document = await documentOf(publication, '/abcd-1234.txt', { indexNowKey: 'abcd-1234' });
    expect(document).toMatchObject({ body: 'abcd-1234', type: 'text/plain; charset=utf-8' });
    expect(
      await documentOf(publication, '/abcd-1235.txt', { indexNowKey: 'abcd-1234' }),
    ).toBeNull();
    expect(await documentOf(publication, '/abcd-1234.txt')).toBeNull();
  });
});
