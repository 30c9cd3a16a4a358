import { describe, expect, it } from 'vitest';
import { feedOfList, mainPath, readPath } from '@/lib/site/addresses';

describe('a path', () => {
  it.each([
    ['/articles/dam', { kind: 'article', value: 'dam' }],
    ['/articles/dam.md', { kind: 'article', value: 'dam' }],
    ['/articles/dam.json', { kind: 'article', value: 'dam' }],
    ['/articles/dam/history', { kind: 'article', value: 'dam' }],
    ['/people/a-b', { kind: 'person', value: 'a-b' }],
    ['/people/a-b/feed.xml', { kind: 'person', value: 'a-b' }],
    ['/people/a-b/page/2', { kind: 'person', value: 'a-b' }],
    ['/sections/water/feed.json', { kind: 'section', value: 'water' }],
    ['/countries/kazakhstan/feed.xml', { kind: 'country', value: 'kazakhstan' }],
    ['/topics/gas/feed.xml', { kind: 'topic', value: 'gas' }],
    ['/archive/2026/11', { kind: 'month', value: '2026-11' }],
    ['/media/a.png', { kind: 'media', value: 'media/a.png' }],
    ['/about', { kind: 'page', value: 'about' }],
  ])('%s names what it belongs to', (path, address) => {
    expect(readPath(path)).toEqual(address);
  });

  it.each([
    '/',
    '/rates',
    '/rates/kzt',
    '/rates/kzt.csv',
    '/rates/kzt.json',
    '/api/rates',
    '/search',
    '/opensearch.xml',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/corrections/page/2',
  ])('%s is always there', (path) => {
    expect(readPath(path)).toEqual({ kind: 'fixed' });
  });

  it.each([
    '/articles/dam.html',
    '/articles/dam.md/history',
    '/articles/dam/feed.xml',
    '/sections/water/atom.xml',
    '/sections/water/page/2/feed.xml',
    '/people/feed.xml/x',
    '/people/a/b',
  ])('%s names nothing that there can be', (path) => {
    const address = readPath(path);
    // No slug has a dot, so nothing has such a name.
    expect(address === undefined || /\./.test('value' in address ? address.value : '')).toBe(true);
  });

  it('stands and falls with its page', () => {
    expect(mainPath('/articles/dam.md')).toBe('/articles/dam');
    expect(mainPath('/topics/gas/feed.json')).toBe('/topics/gas');
    expect(mainPath('/topics/gas/page/12')).toBe('/topics/gas');
    expect(mainPath('/feed.xml')).toBe('/feed.xml');
  });
});

describe('the feed of a list', () => {
  it('is there for lists that can be followed', () => {
    expect(feedOfList('/topics/gas')).toBe('/topics/gas/feed.xml');
    expect(feedOfList('/archive/2026/11')).toBeNull();
    expect(feedOfList('/articles/dam')).toBeNull();
  });
});
