import type { Database } from '../database';

export interface ArticleFile {
  readonly file: string;
  readonly slug: string;
}

/** Every file that is named as an article, sound or broken, by path. */
export function articleFiles(database: Database): ArticleFile[] {
  return database
    .query<{ path: string }>("SELECT path FROM file WHERE kind = 'article' ORDER BY path")
    .all()
    .map(({ path }) => ({
      file: path,
      slug: path.slice(path.lastIndexOf('/') + 1, -'.md'.length),
    }));
}
