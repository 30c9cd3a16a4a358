import { describe, expect, it } from 'vitest';
import type { Announcement } from '@/lib/publishing/announcing/announcement';
import { indexNowMessages, isReachable } from '@/lib/publishing/announcing/indexNow';
import { webSubMessages } from '@/lib/publishing/announcing/webSub';
import { slug } from '@/tests/fixtures/slugs';

const SITE = 'https://courier.example';
const INDEX_NOW = { key: 'abcd-1234', endpoint: 'https://index.example/' };
const HUB = 'https://hub.example/';

function announcement(facts: Partial<Announcement>): Announcement {
  return { appeared: [], altered: [], vanished: [], shown: new Set(), ...facts };
}

describe('a message of IndexNow', () => {
  it('names what is new, changed and gone', () => {
    const what = announcement({
      appeared: [slug<'article'>('new')],
      altered: [slug<'article'>('changed')],
      vanished: [slug<'article'>('gone')],
    });
    const [message, ...more] = indexNowMessages(INDEX_NOW, SITE, what);
    expect(more).toEqual([]);
    expect(message?.url).toBe(INDEX_NOW.endpoint);
    expect(JSON.parse(message?.body ?? '')).toEqual({
      host: 'courier.example',
      key: 'abcd-1234',
      keyLocation: 'https://courier.example/abcd-1234.txt',
      urlList: ['new', 'changed', 'gone'].map((name) => `${SITE}/articles/${name}`),
    });
  });

  it('names profiles and pages too, and none of the lists that change with every article', () => {
    const shown = new Set([
      'author:aliya-haidar',
      'authors',
      'page:about',
      'pages',
      'list:section:politics',
      'changes:all:',
    ] as const);
    const [message] = indexNowMessages(INDEX_NOW, SITE, announcement({ shown }));
    expect(JSON.parse(message?.body ?? '').urlList).toEqual([
      `${SITE}/people/aliya-haidar`,
      `${SITE}/about`,
    ]);
  });

  it('is not sent where no page is concerned', () => {
    expect(indexNowMessages(INDEX_NOW, SITE, announcement({ shown: new Set(['site']) }))).toEqual(
      [],
    );
  });

  it('names no more than one may, and leaves nothing out', () => {
    const appeared = Array.from({ length: 10_001 }, (_, index) => slug<'article'>(`a-${index}`));
    const messages = indexNowMessages(INDEX_NOW, SITE, announcement({ appeared }));
    const lists = messages.map(({ body }) => JSON.parse(body ?? '').urlList);
    expect(lists.map(({ length }) => length)).toEqual([10_000, 1]);
    expect(lists[1]).toEqual([`${SITE}/articles/a-10000`]);
  });
});

describe('a site that search engines can reach', () => {
  it.each([
    ['https://courier.example', true],
    ['http://courier.example', false],
    ['https://localhost:3000', false],
    ['https://127.0.0.1', false],
    ['https://192.168.1.4', false],
    ['https://172.20.0.3', false],
    ['https://[::1]', false],
    ['https://[fd00::5]', false],
    ['https://10.kz', true],
    ['https://203.0.113.8', true],
    ['https://news.local', false],
  ])('%s: %s', (address, expected) => {
    expect(isReachable(address)).toBe(expected);
  });
});

describe('a message to a WebSub hub', () => {
  const feedsIn = (what: Announcement) =>
    new URLSearchParams(webSubMessages(HUB, SITE, what)[0]?.body).getAll('hub.url');

  it('names the feeds that changed, each with its format', () => {
    const shown = new Set([
      'changes:all:',
      'changes:author:aliya-haidar',
      'changes:section:society',
      'changes:country:kazakhstan',
      'changes:topic:courts',
      'changes:month:2026-11',
      'article:a',
    ] as const);
    const paths = feedsIn(announcement({ shown })).map((url) => url.slice(SITE.length));
    expect(paths).toEqual([
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/people/aliya-haidar/feed.xml',
      '/people/aliya-haidar/feed.json',
      '/sections/society/feed.xml',
      '/sections/society/feed.json',
      '/countries/kazakhstan/feed.xml',
      '/countries/kazakhstan/feed.json',
      '/topics/courts/feed.xml',
      '/topics/courts/feed.json',
    ]);
  });

  it('names the feeds of the site where nearly everything changed', () => {
    expect(feedsIn(announcement({ shown: new Set(['site', 'changes:topic:a']) }))).toHaveLength(3);
  });

  it('is not sent for what is in no feed', () => {
    expect(webSubMessages(HUB, SITE, announcement({ shown: new Set(['page:about']) }))).toEqual([]);
  });
});
