import { describe, expect, it } from 'vitest';
import { LONGEST_ADDRESS, readAddress } from '@/lib/server/http/address';

/** What Node gives for a target whose bytes are UTF-8 as it stands. */
const bytes = (text: string): string => Buffer.from(text).toString('latin1');

describe('an address', () => {
  it.each([
    ['/', '/', true],
    ['/articles/a-b', '/articles/a-b', true],
    ['/articles/a-b?utm_source=x&utm_source=y', '/articles/a-b', true],
    ['/?', '/', true],
    ['/%61bout', '/about', false],
    ['/about/', '/about', false],
    ['//', '/', false],
    ['/articles//a-b', '/articles/a-b', false],
    ['/./articles/a-b', '/articles/a-b', false],
    ['/people/../about', '/about', false],
    ['/../../about', '/about', false],
    ['/people/%2e%2E/about', '/about', false],
    ['//elsewhere.example/', '/elsewhere.example', false],
    ['/.well-known/x', '/.well-known/x', true],
    ['/a%2F..%2Fb', '/a%2F..%2Fb', true],
    ['/media/caf%C3%A9.png', '/media/caf%C3%A9.png', true],
    ['/media/caf%c3%a9.png', '/media/caf%C3%A9.png', false],
    ['/a%2Fb', '/a%2Fb', true],
    ['/a%00b', '/a%00b', true],
    ['http://news.example/about?x', '/about', true],
    [bytes('/media/café.png'), '/media/caf%C3%A9.png', false],
  ])('%s is kept as %s', (target, path, isCanonical) => {
    expect(readAddress(target)).toEqual({ kind: 'path', path, query: '', isCanonical });
  });

  it.each([
    ['/rates?to=UZS&amount=1+000&from=USD', '?amount=1+000&from=USD&to=UZS'],
    ['/rates?amount=5&utm_source=x#converter', '?amount=5'],
    ['/rates?amount=5&amount=6', '?amount=5'],
    ['/rates?amount=%3Cb%3E', '?amount=%3Cb%3E'],
    ['/rates?utm_source=x', ''],
    ['/search?q=%D0%B2%D0%BE%D0%B4%D0%B0', '?q=%D0%B2%D0%BE%D0%B4%D0%B0'],
    ['/rates/kzt?amount=5', ''],
  ])('of %s the page uses "%s"', (target, query) => {
    expect(readAddress(target)).toMatchObject({ kind: 'path', query, isCanonical: true });
  });

  it('in another spelling keeps what the page uses of the query', () => {
    expect(readAddress('/%72ates/?to=UZS&x=1')).toEqual({
      kind: 'path',
      path: '/rates',
      query: '?to=UZS',
      isCanonical: false,
    });
  });

  it.each([
    ['not encoded', bytes('/search?q=Ташкент é')],
    ['encoded', '/search?q=%D0%A2%D0%B0%D1%88%D0%BA%D0%B5%D0%BD%D1%82+%C3%A9'],
  ])('a search reads the same where it comes %s', (_, target) => {
    expect(readAddress(target)).toEqual({
      kind: 'path',
      path: '/search',
      query: '?q=%D0%A2%D0%B0%D1%88%D0%BA%D0%B5%D0%BD%D1%82+%C3%A9',
      isCanonical: true,
    });
  });

  it.each(['', 'http://news.example'])('a search may be of any length: %s/search', (host) => {
    const target = `${host}/search?q=${encodeURIComponent('ж'.repeat(10_000))}`;
    const query = `?q=${encodeURIComponent('ж'.repeat(1000))}`;
    expect(readAddress(target)).toMatchObject({ kind: 'path', path: '/search', query });
  });

  it.each([
    ['/%', 400],
    ['/%E0%A4%A', 400],
    ['*', 400],
    ['about', 400],
    [`/${'a'.repeat(LONGEST_ADDRESS)}`, 414],
    [`/searches?q=${'a'.repeat(LONGEST_ADDRESS)}`, 414],
    [`/rates?amount=${'1'.repeat(LONGEST_ADDRESS)}`, 414],
  ])('%s is refused with %i', (target, status) => {
    expect(readAddress(target)).toMatchObject({ kind: 'malformed', status });
  });
});
