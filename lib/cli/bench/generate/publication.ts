import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Month } from '@/lib/site/routes';
import type { AuthorSlug, SectionSlug, TopicSlug } from '@/lib/site/slug';
import { ArticleWriter, articlePath, type GeneratedArticle } from './article';
import { castOf } from './cast';
import { writePictures } from './pictures';
import { Random } from './random';
import { frontFile, siteFiles, type TextFile } from './siteFiles';
import { Words } from './words';

/** What there is in a generated publication. */
export interface GeneratedPublication {
  /** In the order of their dates, oldest first. */
  readonly articles: readonly Omit<GeneratedArticle, 'text'>[];
  readonly authors: readonly AuthorSlug[];
  readonly sections: readonly SectionSlug[];
  /** The topics that articles have. */
  readonly topics: readonly TopicSlug[];
  /** The months that have articles, oldest first. */
  readonly months: readonly Month[];
}

const SEED = 20_260_101;

/**
 * Writes a whole publication into an empty folder: the same one for the same number of articles,
 * without a mistake that `npm run check` would report.
 */
export async function generatePublication(
  folder: string,
  articles: number,
  seed = SEED,
): Promise<GeneratedPublication> {
  const random = new Random(seed);
  const words = new Words(random);
  const cast = castOf(articles, random, words);
  const folders = new Set<string>();
  const write = ([path, text]: TextFile): void => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    writeFileSync(target, text);
  };
  siteFiles(random, words, cast).forEach(write);
  const writer = new ArticleWriter(random, words, cast, articles);
  const written = Array.from({ length: articles }, () => {
    const { text, ...article } = writer.next();
    write([articlePath(article), text]);
    return article;
  });
  write(frontFile(written.map(({ slug }) => slug)));
  mkdirSync(join(folder, 'media'), { recursive: true });
  await writePictures(folder, cast);
  return {
    articles: written,
    authors: cast.authors.map(({ slug }) => slug),
    sections: cast.sections.map(({ slug }) => slug),
    topics: [...new Set(written.flatMap(({ topics }) => topics))],
    months: [...new Set(written.map(({ month }) => month))],
  };
}
