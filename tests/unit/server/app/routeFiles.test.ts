import { describe, expect, it } from 'vitest';
import { findRoutes, UnknownConventionError } from '@/lib/server/app/routeFiles';
import { folderOf } from '../../../fixtures/folder';

describe('the routes of a program', () => {
  it('are the folders with a page or a route handler', () => {
    const root = folderOf({
      'app/layout.tsx': '',
      'app/page.tsx': '',
      'app/not-found.tsx': '',
      'app/_site/page.tsx': '',
      'app/people/[slug]/page.tsx': '',
      'app/people/layout.tsx': '',
      'app/people/helper.ts': '',
      'app/media/[...path]/route.ts': '',
    });
    const routes = findRoutes(root);
    expect(routes).toHaveLength(3);
    expect(routes).toEqual(
      expect.arrayContaining([
        { segments: [], page: 'app/page.tsx', layouts: ['app/layout.tsx'] },
        {
          segments: ['people', '[slug]'],
          page: 'app/people/[slug]/page.tsx',
          layouts: ['app/layout.tsx', 'app/people/layout.tsx'],
        },
        { segments: ['media', '[...path]'], page: null, layouts: ['app/layout.tsx'] },
      ]),
    );
  });

  it.each([
    'app/loading.tsx',
    'app/people/error.tsx',
    'app/opengraph-image.tsx',
    'app/icon1.png',
    'app/sitemap.ts',
    'app/(group)/page.tsx',
    'app/@side/page.tsx',
    'app/[[...path]]/page.tsx',
  ])('are refused where a convention of Next would be without effect: %s', (file) => {
    const root = folderOf({ 'app/page.tsx': '', [file]: '' });
    expect(() => findRoutes(root)).toThrow(UnknownConventionError);
    expect(() => findRoutes(root)).toThrow(file.replace(/\/page\.tsx$/, '/'));
  });
});
