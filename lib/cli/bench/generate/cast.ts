import { type Slug, slugify } from '@/lib/site/slug';
import type { Random } from './random';
import type { Words } from './words';

/** Something with a name and the address made of it. */
export interface Named<Kind extends string> {
  readonly slug: Slug<Kind>;
  readonly name: string;
}

/** What the articles of a generated publication name. */
export interface Cast {
  readonly authors: readonly Named<'author'>[];
  readonly sections: readonly Named<'section'>[];
  readonly topics: readonly Named<'topic'>[];
  readonly series: readonly Named<'series'>[];
  /** Paths below the content folder. */
  readonly pictures: readonly string[];
  readonly avatars: readonly string[];
}

const AUTHORS = 60;
const SECTIONS = 8;
const TOPICS = 200;
const PICTURES = 8;
const AVATARS = 4;

/** A series has five parts on average: one article in twenty belongs to one. */
const ARTICLES_PER_SERIES = 100;

/** @param articles how many articles the publication will have */
export function castOf(articles: number, random: Random, words: Words): Cast {
  const series = Math.ceil(articles / ARTICLES_PER_SERIES);
  return {
    authors: named<'author'>(AUTHORS, () => `${words.headline(1)} ${words.headline(1)}`),
    sections: named<'section'>(SECTIONS, () => words.headline(1)),
    topics: named<'topic'>(TOPICS, () => words.phrase(random.between(1, 2))),
    series: named<'series'>(series, () => words.headline(3)),
    pictures: numbered(PICTURES, 'picture', 'jpg'),
    avatars: numbered(AVATARS, 'avatar', 'png'),
  };
}

function named<Kind extends string>(count: number, invent: () => string): Named<Kind>[] {
  const known = new Map<Slug<Kind>, Named<Kind>>();
  while (known.size < count) {
    const name = invent();
    const slug = slugify<Kind>(name);
    if (slug !== undefined) known.set(slug, { slug, name });
  }
  return [...known.values()];
}

function numbered(count: number, name: string, extension: string): string[] {
  return Array.from({ length: count }, (_, index) => `media/${name}-${index + 1}.${extension}`);
}
