import { cpSync } from 'node:fs';
import { routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug, AuthorSlug, SectionSlug } from '@/lib/site/slug';
import type { Workspace } from './workspace';

/** A page that is looked at closely. */
export interface KindOfPage {
  readonly kind: 'front' | 'article' | 'profile' | 'section' | 'missing';
  readonly path: SitePath;
  readonly status: 200 | 404;
}

/** Of 900 words, with all that an article can have. Its file is named in the code, so it is a slug. */
const ARTICLE = 'how-a-page-crosses-a-slow-line' as ArticleSlug;

/** The pages of the sample publication, and the article that the tests weigh. */
export const FIXTURE_PAGES: readonly KindOfPage[] = [
  { kind: 'front', path: routes.front(), status: 200 },
  { kind: 'article', path: routes.article(ARTICLE), status: 200 },
  { kind: 'profile', path: routes.person('aliya-haidar' as AuthorSlug), status: 200 },
  { kind: 'section', path: routes.section('business' as SectionSlug), status: 200 },
  { kind: 'missing', path: '/no/such/page', status: 404 },
];

export const FIXTURE_ARTICLE: SitePath = routes.article(ARTICLE);

/** A copy of the sample publication with that article in it. */
export function fixtureContent(workspace: Workspace, name: string): string {
  const folder = workspace.folder(name);
  cpSync('content', folder, { recursive: true });
  cpSync('tests/fixtures/everything', folder, { recursive: true });
  return folder;
}
