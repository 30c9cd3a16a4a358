import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '@/lib/archive/database';
import { Reader } from '@/lib/archive/reader';
import type { FeedItem } from '@/lib/discovery/feeds/feed';
import { madeItems } from '@/lib/server/export/making/madeItems';
import type { ArticleSlug, AuthorSlug } from '@/lib/site/slug';

const slug = 'river-levels' as ArticleSlug;
const item = { html: '<p>Low.</p>' } as FeedItem;
const database = Database.inMemory();

let items: ReturnType<typeof madeItems>;

beforeEach(() => {
  items = madeItems();
});

/** What a feed shows that holds the article, and nothing but its byline. */
function shown(make: (reader: Reader) => FeedItem): string[] {
  return Reader.snapshot(database, 0, (reader) => {
    expect(items(reader, slug, () => make(reader))).toBe(item);
    return [...reader.shown];
  });
}

function withByline(reader: Reader): FeedItem {
  reader.byline('aliya-haidar' as AuthorSlug);
  return item;
}

describe('an article of feeds', () => {
  it('is made once, and every feed that holds it shows what it came of', () => {
    const make = vi.fn(withByline);
    const first = shown(make);
    expect(first).toEqual(['site', 'author:aliya-haidar']);
    expect(shown(make)).toEqual(first);
    expect(make).toHaveBeenCalledOnce();
  });

  it('is made again where making it failed', () => {
    const fail = () => {
      throw new Error('a broken body');
    };
    expect(() => shown(fail)).toThrow('a broken body');
    expect(shown(withByline)).toContain('author:aliya-haidar');
  });

  it('shows nothing of what the feed showed before', () => {
    Reader.snapshot(database, 0, (reader) => {
      reader.byline('bek-a' as AuthorSlug);
      items(reader, slug, () => withByline(reader));
      expect([...reader.shown]).toEqual(['site', 'author:bek-a', 'author:aliya-haidar']);
    });
    expect(shown(withByline)).not.toContain('author:bek-a');
  });
});
