import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GoneView } from '@/components/errors/GoneView';
import { NotFoundView } from '@/components/errors/NotFoundView';
import { ServerErrorView } from '@/components/errors/ServerErrorView';
import { cardsOf } from '../support/cards';
import { aContext } from '../support/context';
import { heard } from '../support/reading';
import { show } from '../support/render';

describe('NotFoundView', () => {
  it('says what is wrong and where to go from here', () => {
    show(<NotFoundView latest={cardsOf('Newest')} context={aContext()} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page does not exist');
    for (const [name, path] of [
      ['Front page', '/'],
      ['Archive', '/archive'],
      ['Our People', '/people'],
    ] as const) {
      expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(path);
    }
  });

  it('searches', () => {
    show(<NotFoundView latest={[]} context={aContext()} />);
    expect(screen.getByRole('search').getAttribute('action')).toBe('/search');
  });

  it('lists the newest articles', () => {
    show(<NotFoundView latest={cardsOf('Newest', 'Older')} context={aContext()} />);
    const newest = screen.getByRole('region', { name: 'Newest articles' });
    const headlines = within(newest).getAllByRole('heading', { level: 3 });
    expect(headlines.map(heard)).toEqual(['Newest', 'Older']);
    expect(newest.querySelectorAll('[data-card]')).toHaveLength(2);
  });

  it('has no heading over nothing where nothing is published', () => {
    show(<NotFoundView latest={[]} context={aContext()} />);
    expect(screen.queryByRole('heading', { name: 'Newest articles' })).toBeNull();
  });
});

describe('GoneView', () => {
  it('says that the page was withdrawn, and offers the newest articles', () => {
    show(<GoneView latest={cardsOf('Newest')} context={aContext()} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page was withdrawn');
    const newest = screen.getByRole('region', { name: 'Newest articles' });
    expect(within(newest).getAllByRole('heading', { level: 3 }).map(heard)).toEqual(['Newest']);
    expect(screen.getByRole('link', { name: 'Corrections' }).getAttribute('href')).toBe(
      '/corrections',
    );
  });
});

describe('ServerErrorView', () => {
  it('says whose fault it is and leads on, from nothing but the words', () => {
    show(<ServerErrorView context={{ messages: aContext().messages }} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'This page could not be made',
    );
    expect(screen.getByRole('link').getAttribute('href')).toBe('/');
  });
});
