import { within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  danglingReferences,
  inlineCode,
  joinedWords,
  repeatedIds,
  skippedHeadings,
  unmarkedDates,
  unreservedIds,
} from './support/markup';
import { served } from './support/render';
import { everyPage } from './support/views';

/** Views that show rendered Markdown, whose headings bring identifiers of their own. */
const WITH_MARKDOWN = new Set(['article', 'profile', 'page']);

const PAGES = everyPage('Words');

describe.each(PAGES)('the page "%s"', (_, view) => {
  const page = served(view);

  it('has one main heading, and skips no level below it', () => {
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(skippedHeadings(page)).toEqual([]);
  });

  it('has each landmark once, and names its navigations apart', () => {
    expect(page.querySelectorAll('main')).toHaveLength(1);
    const names = within(page)
      .getAllByRole('navigation')
      .map((navigation) => navigation.getAttribute('aria-label'));
    expect(names).not.toContain(null);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has every identifier once, and every reference leads to one', () => {
    expect(repeatedIds(page)).toEqual([]);
    expect(danglingReferences(page)).toEqual([]);
  });

  it('holds no styles and no handlers, which its policy would refuse', () => {
    expect(inlineCode(page)).toEqual([]);
  });

  it('has every date in a time element that machines can read', () => {
    expect(unmarkedDates(page)).toEqual([]);
  });

  it('keeps words apart without the help of styles', () => {
    expect(joinedWords(page)).toEqual([]);
  });

  it('keeps the place of every picture, and has words or silence for it', () => {
    for (const picture of page.querySelectorAll('img')) {
      expect(Number(picture.getAttribute('width'))).toBeGreaterThan(0);
      expect(Number(picture.getAttribute('height'))).toBeGreaterThan(0);
      expect(picture.getAttribute('alt')).not.toBeNull();
    }
    for (const drawing of page.querySelectorAll('svg:not([aria-hidden="true"])')) {
      expect(drawing.getAttribute('role')).toBe('img');
      const name = drawing.getAttribute('aria-label') ?? drawing.getAttribute('aria-labelledby');
      expect(name).toBeTruthy();
    }
  });

  it('has links that lead somewhere and say where', () => {
    const links = [...page.querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.getAttribute('href')).toMatch(/^(?:\/|#|https:\/\/|mailto:)/);
      expect(link.getAttribute('aria-label') ?? link.textContent.trim()).not.toBe('');
    }
  });

  it('has no empty list', () => {
    const empty = [...page.querySelectorAll('ul, ol, dl')].filter(
      ({ children }) => !children.length,
    );
    expect(empty).toEqual([]);
  });
});

describe.each(PAGES.filter(([name]) => WITH_MARKDOWN.has(name)))('the page "%s"', (_, view) => {
  it('keeps its identifiers from those of the text', () => {
    expect(unreservedIds(served(view))).toEqual([]);
  });
});
