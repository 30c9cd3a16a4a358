import { describe, expect, it } from 'vitest';
import { searchHead } from '@/lib/discovery/head';
import { aSite } from '@/tests/component/support/context';

const context = { site: aSite(), siteUrl: 'https://courier.example' };

describe('the head of a search', () => {
  it('keeps out of indexes, and has one address whatever is searched for', () => {
    for (const text of ['', 'water & co']) {
      expect(searchHead(context, text)).toMatchObject({
        canonical: 'https://courier.example/search',
        isListed: false,
      });
    }
  });

  it('says what was searched for, if anything was', () => {
    expect(searchHead(context, '').title).toBe('Search · Steppe Courier');
    expect(searchHead(context, 'water & co').title).toBe(
      'Results for “water & co” · Steppe Courier',
    );
  });
});
