import { describe, expect, it } from 'vitest';
import { markOf, newArticle, withHeadline, withParagraph } from '@/lib/cli/bench/publishing/edits';
import { parseArticle } from '@/lib/content/article';
import { sourceOf } from '@/lib/content/source';

const TEXT = `---
title: "A \\"dry\\" river"
date: "2026-01-02"
authors: ["aigerim-bekova"]
summary: "Little water."
section: "water"
---

One.

Two.

Three.
`;

function read(text: string) {
  const file = sourceOf('articles/2026/01/river.md', text);
  const { value } = parseArticle(file, { timeZone: 'Asia/Almaty', language: 'en' });
  if (value === null) throw new Error('The article has errors');
  return value;
}

describe('an edit of the bench', () => {
  it('marks the headline, and takes the mark of an earlier edit away', () => {
    const once = withHeadline(TEXT, markOf(1));
    expect(read(once).title).toBe('A “dry” river Edit00001');
    expect(read(withHeadline(once, markOf(23))).title).toBe('A “dry” river Edit00023');
    expect(read(once).body).toBe(read(TEXT).body);
  });

  it('adds a paragraph in the middle, and nothing else', () => {
    const edited = withParagraph(TEXT, markOf(2));
    expect(edited.replace('What was added here is Edit00002.\n\n', '')).toBe(TEXT);
    expect(edited.indexOf('Edit00002')).toBeGreaterThan(edited.indexOf('Two.'));
    expect(edited.indexOf('Edit00002')).toBeLessThan(edited.indexOf('Three.'));
  });

  it('makes an article that is sound', () => {
    const facts = { mark: markOf(3), date: '2026-01-02T10:00+05:00' };
    const made = newArticle({ ...facts, author: 'aigerim-bekova', section: 'water' }, TEXT);
    expect(read(made)).toMatchObject({ title: 'New Edit00003', section: 'water' });
    expect(read(made).body).toBe(read(TEXT).body);
  });

  it('refuses a file whose headline is written otherwise', () => {
    expect(() => withHeadline(TEXT.replace('title: ', 'title:  '), markOf(1))).toThrow(/title/);
  });
});
