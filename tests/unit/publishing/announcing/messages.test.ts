import { describe, expect, it } from 'vitest';
import type { Announcement } from '@/lib/publishing/announcing/announcement';
import { indexNowMessage, isReachable } from '@/lib/publishing/announcing/indexNow';
import { webSubMessage } from '@/lib/publishing/announcing/webSub';
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
    const message = indexNowMessage(INDEX_NOW, SITE, what);
    expect(message?.url).toBe(INDEX_NOW.endpoint);
    expect(JSON.parse(message?.body ?? '')).toEqual({
      host: 'courier.example',
      key: 'abcd-1234',
      keyLocation: 'https://courier.example/abcd-1234.txt',
      urlList: ['new', 'changed', 'gone'].map((name) => `${SITE}/articles/${name}`),
    });
  });

  it('is not sent where no article is concerned', () => {
    expect(indexNowMessage(INDEX_NOW, SITE, announcement({ shown: new Set(['site']) }))).toBeNull();
  });

  it('names no more than one may', () => {
    const appeared = Array.from({ length: 10_001 }, (_, index) => slug<'article'>(`a-${index}`));
    const message = indexNowMessage(INDEX_NOW, SITE, announcement({ appeared }));
    expect(JSON.parse(message?.body ?? '').urlList).toHaveLength(10_000);
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
    new URLSearchParams(webSubMessage(HUB, SITE, what)?.body).getAll('hub.url');

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
    expect(webSubMessage(HUB, SITE, announcement({ shown: new Set(['page:about']) }))).toBeNull();
  });
});
