import { LRUCache } from 'lru-cache';
import type { Shown } from '@/lib/archive/shown';
import type { ItemAtHand } from '@/lib/discovery/documents';
import type { FeedItem } from '@/lib/discovery/feeds/feed';
import type { ArticleSlug } from '@/lib/site/slug';

/** Characters of HTML in memory: of some 2,500 articles. */
const ROOM = 40_000_000;

interface Kept {
  readonly item: FeedItem;
  /** What it came of. */
  readonly shown: ReadonlySet<Shown>;
}

/**
 * Makes each article of a feed once: it stands in the feeds of its section, countries, topics and authors, in two formats
 * each. To be used for as long as the site is shown as it stands at one moment.
 */
export function madeItems(): ItemAtHand {
  const known = new LRUCache<ArticleSlug, Kept>({
    maxSize: ROOM,
    sizeCalculation: ({ item }) => item.html.length + 1,
  });
  return (reader, slug, make) => {
    const before = known.get(slug);
    if (before !== undefined) {
      for (const thing of before.shown) reader.shown.add(thing);
      return before.item;
    }
    const { result: item, shown } = reader.noting(make);
    known.set(slug, { item, shown });
    return item;
  };
}
