import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleData } from '@/lib/discovery/articles/articleData';
import type { BodyAtHand } from '@/lib/discovery/documents';
import { hashOf } from '@/lib/site/hashOf';
import { routes } from '@/lib/site/routes';
import type { Manifest } from '../manifest/manifest';
import { shownBy } from '../manifest/shownBy';

/**
 * Takes bodies of articles out of what the export holds of them as data: the twenty articles of a feed are rendered
 * once, and not for every article that joins them.
 * @param out absolute path of the export
 * @param manifest its own
 */
export function madeBodies(out: string, manifest: Manifest): BodyAtHand {
  return (reader, slug) => {
    const file = manifest.fileAt(routes.articleData(slug));
    if (file === undefined || !file.isFresh) return null;
    const html = htmlIn(join(out, file.file), file.hash);
    if (html === null) return null;
    for (const picture of shownBy(manifest, file.id, 'media:')) reader.shown.add(picture);
    return html;
  };
}

/** Null where the file is not the one that was made. */
function htmlIn(path: string, hash: string): string | null {
  if (!existsSync(path)) return null;
  const content = readFileSync(path);
  // What has this hash was written by `articleFormAt`.
  return hashOf(content) === hash
    ? (JSON.parse(content.toString('utf8')) as ArticleData).html
    : null;
}
