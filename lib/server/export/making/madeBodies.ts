import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Shown } from '@/lib/archive/shown';
import type { ArticleData } from '@/lib/discovery/articles/articleData';
import type { BodyAtHand } from '@/lib/discovery/documents';
import { hashOf } from '@/lib/site/hashOf';
import { routes } from '@/lib/site/routes';
import { ownFiles } from '../folder';
import { Manifest } from '../manifest/manifest';
import { shownBy } from '../manifest/shownBy';

/** Characters of HTML in memory: of some 2,500 articles, each of which stands in several feeds. */
const ROOM = 40_000_000;

interface Body {
  readonly html: string;
  readonly media: readonly Shown[];
}

/**
 * Takes bodies of articles out of what the export holds of them as data: the twenty articles of a feed are rendered
 * once, and not for every article that joins them.
 * @param out absolute path of the export
 */
export function madeBodies(out: string): BodyAtHand {
  const manifest = Manifest.open(ownFiles(out).manifest);
  const known = new LRUCache<string, Body>({
    maxSize: ROOM,
    sizeCalculation: ({ html }) => html.length + 1,
  });
  return (reader, slug) => {
    const file = manifest.fileAt(routes.articleData(slug));
    if (file === undefined || !file.isFresh) return null;
    let body = known.get(file.hash);
    if (body === undefined) {
      const html = htmlIn(join(out, file.file), file.hash);
      if (html === null) return null;
      body = { html, media: shownBy(manifest, file).filter((thing) => thing.startsWith('media:')) };
      known.set(file.hash, body);
    }
    for (const picture of body.media) reader.shown.add(picture);
    return body.html;
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
