import { machineDate } from '@/lib/site/dates';
import { routes } from '@/lib/site/routes';
import { slugify } from '@/lib/site/slug';
import { articlePath, type GeneratedArticle, TIME_ZONE } from '../generate/article';
import type { GeneratedPublication } from '../generate/publication';
import type { Random } from '../generate/random';
import { markOf, newArticle, withHeadline, withParagraph } from './edits';
import type { Edit, FollowedPage } from './followEdit';
import { ON_FRONT, placesOf } from './places';

type Article = Omit<GeneratedArticle, 'text'>;

/** How many edits of each kind. */
export interface EditCounts {
  readonly headlines: number;
  readonly texts: number;
  readonly articles: number;
}

/** An edit that is made when its turn comes: earlier ones may have changed the same file. */
export type PlannedEdit = (read: (path: string) => string) => Edit;

const AFTER_ALL_OTHERS = Date.parse('2026-01-02T00:00+05:00');
const MINUTE = 60_000;

/**
 * The edits of a run: new headlines, every second one of an article on the front page; then
 * paragraphs in the middle of any articles; then new articles, which come last because they move
 * all others on in their lists.
 */
export function planEdits(
  publication: GeneratedPublication,
  { headlines, texts, articles }: EditCounts,
  random: Random,
): PlannedEdit[] {
  const all = publication.articles;
  const any = (): Article => random.pick(all);
  const newest = all.slice(-ON_FRONT);
  let number = 0;
  const nextMark = (): string => {
    number += 1;
    return markOf(number);
  };
  return [
    ...Array.from({ length: headlines }, (_, index) =>
      headline(index % 2 === 0 ? random.pick(newest) : any(), all, nextMark()),
    ),
    ...Array.from({ length: texts }, () => paragraph(any(), nextMark())),
    ...Array.from({ length: articles }, (_, index) => anotherArticle(any(), index, nextMark())),
  ];
}

function headline(article: Article, all: readonly Article[], mark: string): PlannedEdit {
  const path = articlePath(article);
  const pages = placesOf(article, all).map((place) => ({ ...place, status: 200 }));
  return (read) => ({ kind: 'headline', path, text: withHeadline(read(path), mark), mark, pages });
}

function paragraph(article: Article, mark: string): PlannedEdit {
  const path = articlePath(article);
  const pages: FollowedPage[] = [
    { kind: 'article', path: routes.article(article.slug), status: 200 },
  ];
  return (read) => ({ kind: 'text', path, text: withParagraph(read(path), mark), mark, pages });
}

function anotherArticle(model: Article, index: number, mark: string): PlannedEdit {
  const date = machineDate(AFTER_ALL_OTHERS + index * MINUTE, 'minute', TIME_ZONE);
  const [author] = model.authors;
  const slug = slugify<'article'>(`new ${mark}`);
  if (slug === undefined || author === undefined) throw new Error('The model names no author');
  const { section } = model;
  const path = articlePath({ slug, month: '2026-01' });
  const pages: FollowedPage[] = [
    { kind: 'article', path: routes.article(slug), status: 404 },
    { kind: 'author', path: routes.person(author), status: 200 },
    { kind: 'section', path: routes.section(section), status: 200 },
    { kind: 'front', path: routes.front(), status: 200 },
    { kind: 'feed', path: routes.feed('rss'), status: 200 },
  ];
  return (read) => {
    const text = newArticle({ mark, date, author, section }, read(articlePath(model)));
    return { kind: 'new', path, text, mark, pages };
  };
}
