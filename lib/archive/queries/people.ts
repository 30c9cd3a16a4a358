import type { AuthorSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import type { AuthorRecord } from '../records';
import { countOf, type ListPage, listPage } from './lists';
import { type PictureFile, pictureFile } from './pictures';

export interface Person {
  readonly author: AuthorRecord;
  readonly avatar: PictureFile | null;
}

export interface PersonEntry extends Person {
  /** Published articles. */
  readonly articles: number;
}

export interface Profile extends Person {
  readonly list: ListPage;
}

/** Everyone with a sound profile, by name. */
export function people(reader: Reader): PersonEntry[] {
  reader.shown.add('authors');
  return reader.database
    .query<{ model: string }>('SELECT model FROM author')
    .all()
    .map(({ model }) => JSON.parse(model) as AuthorRecord)
    .sort((a, b) => a.name.localeCompare(b.name, reader.site.language))
    .map((author) => ({
      ...withAvatar(reader, author),
      articles: countOf(reader, { kind: 'author', value: author.slug }),
    }));
}

/** Everyone with a sound profile, by slug, with `media/NAME` of the picture of them. */
export function portraits(reader: Reader): { slug: AuthorSlug; picture: string | null }[] {
  reader.shown.add('authors');
  return reader.database
    .query<{ slug: AuthorSlug; picture: string | null }>(
      "SELECT slug, model ->> '$.avatar.src' AS picture FROM author ORDER BY slug",
    )
    .all()
    .map(({ slug, picture }) => {
      return { slug, picture: picture !== null && pictureFile(reader, picture) ? picture : null };
    });
}

/** One person and a page of their articles; null for nobody, or past the last page. */
export function profile(reader: Reader, slug: AuthorSlug, page = 1): Profile | null {
  const author = reader.author(slug);
  const list = author && listPage(reader, { kind: 'author', value: slug }, page);
  return list ? { ...withAvatar(reader, author), list } : null;
}

/** One person without their articles; null for nobody. */
export function person(reader: Reader, slug: AuthorSlug): Person | null {
  const author = reader.author(slug);
  return author && withAvatar(reader, author);
}

function withAvatar(reader: Reader, author: AuthorRecord): Person {
  return { author, avatar: author.avatar && pictureFile(reader, author.avatar.src) };
}
