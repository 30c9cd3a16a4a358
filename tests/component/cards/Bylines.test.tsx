import { within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Bylines } from '@/components/cards/Bylines';
import type { Byline } from '@/lib/archive/reader';
import { aByline } from '../support/cards';
import { aContext } from '../support/context';
import { linksOf, only, tidy } from '../support/reading';
import { show } from '../support/render';

const ALIYA = aByline('Aliya Haidar');
const BOTIR = aByline('Botir Karimov');
const CHOLPON = aByline('Cholpon Asanova');

function byline(...bylines: readonly Byline[]): HTMLElement {
  return only(show(<Bylines bylines={bylines} context={aContext()} />), '[data-byline]');
}

describe('Bylines', () => {
  it.each([
    ['one author', [ALIYA], 'By Aliya Haidar'],
    ['two authors', [ALIYA, BOTIR], 'By Aliya Haidar and Botir Karimov'],
    ['three', [ALIYA, BOTIR, CHOLPON], 'By Aliya Haidar, Botir Karimov and Cholpon Asanova'],
  ])('names %s', (_, bylines, text) => {
    expect(tidy(byline(...bylines).textContent)).toBe(text);
  });

  it('links each name to its profile', () => {
    const links = within(byline(ALIYA, BOTIR)).getAllByRole('link');
    expect(linksOf(links)).toEqual([
      ['Aliya Haidar', '/people/aliya-haidar'],
      ['Botir Karimov', '/people/botir-karimov'],
    ]);
    for (const link of links) expect(link.getAttribute('rel')).toBe('author');
  });

  it('names an author whose profile is broken without a link', () => {
    const shown = byline(aByline('Aliya Haidar', { hasProfile: false }), BOTIR);
    expect(tidy(shown.textContent)).toBe('By Aliya Haidar and Botir Karimov');
    expect(linksOf(within(shown).getAllByRole('link'))).toEqual([
      ['Botir Karimov', '/people/botir-karimov'],
    ]);
  });
});
