import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { router } from '@/lib/server/app/router';

const route = (path: string) => ({ segments: path.split('/').filter((part) => part !== '') });

const find = router(
  [
    '/',
    '/people',
    '/people/[slug]',
    '/people/[slug]/page/[number]',
    '/people/team/[name]',
    '/people/team',
    '/[...path]',
    '/media/[...path]',
  ].map(route),
);

function found(path: `/${string}`) {
  const match = find(path);
  return match && [`/${match.route.segments.join('/')}`, match.params];
}

describe('the route of an address', () => {
  it.each([
    ['/', '/', {}],
    ['/people', '/people', {}],
    ['/people/aliya', '/people/[slug]', { slug: 'aliya' }],
    ['/people/aliya/page/2', '/people/[slug]/page/[number]', { slug: 'aliya', number: '2' }],
    ['/people/team', '/people/team', {}],
    ['/people/team/x', '/people/team/[name]', { name: 'x' }],
    ['/people/team/page/2', '/people/[slug]/page/[number]', { slug: 'team', number: '2' }],
    ['/people/aliya/page', '/[...path]', { path: ['people', 'aliya', 'page'] }],
    ['/about', '/[...path]', { path: ['about'] }],
    ['/media/2026/a.jpg', '/media/[...path]', { path: ['2026', 'a.jpg'] }],
    ['/media', '/[...path]', { path: ['media'] }],
    // Next gives what is spelt with percent signs in one spelling.
    ['/people/%61%2fb%C3%A9', '/people/[slug]', { slug: 'a%2Fb%C3%A9' }],
    ['/%70eople', '/people', {}],
  ] as const)('%s is %s', (path, expected, params) => {
    expect(found(path)).toEqual([expected, params]);
  });

  it('is none where nothing has it', () => {
    expect(router([route('/people')])('/about')).toBeNull();
    expect(router([route('/people/[slug]')])('/people')).toBeNull();
    expect(router([route('/media/[...path]')])('/media')).toBeNull();
  });

  it('gives back every segment that it took', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (segments) => {
        const match = router([route('/all/[...path]')])(
          `/all/${segments.map(encodeURIComponent).join('/')}`,
        );
        expect(match?.params.path).toEqual(segments.map(encodeURIComponent));
      }),
    );
  });
});
