import { describe, expect, it } from 'vitest';
import { absolute, pageOf, RESERVED_SEGMENTS, routes } from '@/lib/site/routes';
import { slugify } from '@/lib/site/slug';

function slug<Kind extends string>(text: string) {
  const made = slugify<Kind>(text);
  if (made === undefined) throw new Error(`no slug: ${text}`);
  return made;
}

describe('routes', () => {
  it('are the addresses that the site promises', () => {
    expect(routes.front()).toBe('/');
    expect(routes.article(slug('river-levels'))).toBe('/articles/river-levels');
    expect(routes.people()).toBe('/people');
    expect(routes.person(slug('aliya-haidar'))).toBe('/people/aliya-haidar');
    expect(routes.section(slug('politics'))).toBe('/sections/politics');
    expect(routes.country('kazakhstan')).toBe('/countries/kazakhstan');
    expect(routes.topic(slug('water'))).toBe('/topics/water');
    expect(routes.archive()).toBe('/archive');
    expect(routes.month('2026-03')).toBe('/archive/2026/03');
    expect(routes.corrections()).toBe('/corrections');
    expect(routes.page(slug('about'))).toBe('/about');
  });

  it('escape what a file name may hold and an address may not', () => {
    expect(routes.media('bridge.jpg')).toBe('/media/bridge.jpg');
    expect(routes.media('2026/река #1?.png')).toBe(
      '/media/2026/%D1%80%D0%B5%D0%BA%D0%B0%20%231%3F.png',
    );
  });

  it('reserve the first segment of every address of their own', () => {
    const own = [
      routes.people(),
      routes.archive(),
      routes.corrections(),
      routes.article(slug('a')),
      routes.section(slug('a')),
      routes.country('region'),
      routes.topic(slug('a')),
      routes.media('a.png'),
      routes.notFound(),
      routes.serverError(),
      routes.gone(),
      routes.search(),
    ].map((path) => path.split(/[/?]/)[1] ?? '');
    expect(own.filter((segment) => !RESERVED_SEGMENTS.has(segment))).toEqual([]);
    expect(RESERVED_SEGMENTS.has('about')).toBe(false);
  });
});

describe('pageOf', () => {
  it('numbers every page of a list but the first', () => {
    expect(pageOf('/topics/water', 1)).toBe('/topics/water');
    expect(pageOf('/topics/water', 12)).toBe('/topics/water/page/12');
    expect(pageOf('/', 1)).toBe('/');
    expect(pageOf('/', 2)).toBe('/page/2');
  });
});

describe('absolute', () => {
  it('puts the site before the path, with a slash at the end of the front page alone', () => {
    expect(absolute('https://news.example', '/')).toBe('https://news.example/');
    expect(absolute('https://news.example', '/people')).toBe('https://news.example/people');
    expect(absolute('http://localhost:3000', '/archive/2026/03')).toBe(
      'http://localhost:3000/archive/2026/03',
    );
  });
});
