import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signPreview } from '@/lib/publishing/preview/token';
import { GitRepository } from '@/tests/fixtures/gitRepository';
import { slug } from '@/tests/fixtures/slugs';
import { contentWithEverything, EVERYTHING } from './support';

/** A page that the sample publication does not have, or not under every server. */
export interface RarePage {
  readonly kind: string;
  readonly path: string;
  readonly status: 200 | 410;
  /** Whether search engines may list it. */
  readonly isListed: boolean;
}

export const PREVIEW_SECRET = 'a secret for previews';

const FILE = `articles/2026/10/${EVERYTHING.slice('/articles/'.length)}.md`;
const DAY = 86_400_000;

/** The publication with everything, in a repository, with short lists, a section without articles and a draft. */
export function contentWithRarePages(): {
  readonly folder: string;
  readonly pages: readonly RarePage[];
} {
  const repository = new GitRepository(contentWithEverything());
  const read = (file: string) => readFileSync(join(repository.folder, file), 'utf8');
  const article = read(FILE);
  repository.write(FILE, article.replace(/^title: .*$/m, 'title: A page and a slow line'));
  repository.write('articles/2026/10/a-draft.md', article.replace(/^---\n/, '---\ndraft: true\n'));
  const empty = '\n- slug: sport\n  name: Sport\n  description: Games.\n';
  repository.write('sections.yml', `${read('sections.yml')}${empty}`);
  repository.write('site.yml', read('site.yml').replace(/^perPage: \d+$/m, 'perPage: 5'));
  repository.commit('Begin');
  repository.write(FILE, article);
  repository.commit('Say how');
  const preview = { slug: slug<'article'>('a-draft'), until: Date.now() + DAY };
  return {
    folder: repository.folder,
    pages: [
      listed('later page of a profile', '/people/daniyar-seitkali/page/2'),
      listed('later page of a section', '/sections/business/page/2'),
      hidden('history', `${EVERYTHING}/history`),
      hidden('section without articles', '/sections/sport'),
      hidden('preview', `/preview/${signPreview(PREVIEW_SECRET, preview)}`),
      { ...hidden('page that was withdrawn', '/horoscopes'), status: 410 },
    ],
  };
}

function listed(kind: string, path: string): RarePage {
  return { kind, path, status: 200, isListed: true };
}

function hidden(kind: string, path: string): RarePage {
  return { kind, path, status: 200, isListed: false };
}
