import { XMLParser } from 'fast-xml-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestPublication } from '../../fixtures/publication';
import { documentOf, SITE, textOf } from './documents';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

async function description() {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  return parser.parse(await textOf(publication, '/opensearch.xml')).OpenSearchDescription;
}

describe('the OpenSearch description', () => {
  it('tells browsers where the site is searched, and in which letters', async () => {
    expect(await description()).toMatchObject({
      xmlns: 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: 'Steppe Post',
      Description: 'Search the articles of Steppe Post',
      Url: { type: 'text/html', template: `${SITE}/search?q={searchTerms}` },
      Language: 'en',
      Image: { '#text': `${SITE}/favicon.ico`, type: 'image/vnd.microsoft.icon', width: '16' },
      InputEncoding: 'UTF-8',
    });
  });

  it('is sent as what it is', async () => {
    const document = await documentOf(publication, '/opensearch.xml');
    expect(document?.type).toBe('application/opensearchdescription+xml; charset=utf-8');
  });

  it.each([
    ['Sixteen letters!', 'Sixteen letters!'],
    ['Seventeen letters', 'Seventeen'],
    ['The Bishkek & Osh Courier', 'The Bishkek &'],
    ['Қызылордадағыжаңалықтар', 'Қызылордадағыжаң'],
    ['A Qyzylordadaghyzhangalyqtar', 'A'],
    ['𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀', '𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀𐰀'],
  ])('shortens the name "%s" to what may be shown: "%s"', async (name, short) => {
    publication.edit('site.yml', 'name: Steppe Post', `name: "${name}"`);
    await publication.sync();
    expect((await description()).ShortName).toBe(short);
  });
});
