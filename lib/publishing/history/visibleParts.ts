import { typographyFor } from '@/lib/content/markdown';
import type { Article, ImageRef } from '@/lib/content/models';
import { ARTICLE_PARTS, type ArticlePart } from '@/lib/site/articleParts';
import type { Genre } from '@/lib/site/genres';
import type { AuthorSlug, SectionSlug } from '@/lib/site/slug';

/** What readers see of one version of an article. */
export interface VisibleParts {
  /** Paragraphs of each part, none of them empty. */
  readonly texts: Readonly<Record<ArticlePart, readonly string[]>>;
  /** Path of the picture, which may be another one under the same words. */
  readonly picture: string | null;
}

/** The names by which readers know authors, sections and kinds of journalism. */
export interface Names {
  author(slug: AuthorSlug): string;
  section(slug: SectionSlug): string;
  genre(genre: Genre): string;
}

export function visibleParts(article: Article, names: Names): VisibleParts {
  const { image, corrections, plain, lang, genre, dateline } = article;
  // As the page sets them, so that only what readers noticed counts as a change.
  const set = typographyFor(lang) ?? ((text: string): string => text);
  return {
    texts: {
      title: [article.title],
      summary: [article.summary],
      authors: [article.authors.map((slug) => names.author(slug)).join(', ')],
      section: [names.section(article.section)],
      genre: genre ? [names.genre(genre)] : [],
      dateline: dateline ? [dateline] : [],
      picture: image ? wordsOf(image) : [],
      body: plain.split('\n\n').map(set).filter(isFilled),
      corrections: corrections.map(({ text }) => text),
    },
    picture: image?.src ?? null,
  };
}

/** Whether readers of two versions see the same. */
export function looksAlike(one: VisibleParts, other: VisibleParts): boolean {
  return one.picture === other.picture && ARTICLE_PARTS.every((part) => areEqual(one, other, part));
}

function areEqual({ texts: one }: VisibleParts, { texts: other }: VisibleParts, part: ArticlePart) {
  return (
    one[part].length === other[part].length &&
    one[part].every((text, index) => text === other[part][index])
  );
}

function wordsOf({ alt, caption, credit }: ImageRef): string[] {
  return [alt, caption ?? '', credit ?? ''].filter(isFilled);
}

function isFilled(text: string): boolean {
  return text !== '';
}
