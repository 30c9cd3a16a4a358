import { type PictureAnswer, pictureFor } from '@/lib/publishing/pictures';
import { publication } from '@/lib/publishing/publication';
import type { SitePath } from '@/lib/site/routes';
import { listFiles } from './http/listFiles';
import type { StaticContent } from './http/staticFiles';

const MEDIA = '/media/';
const ISLANDS = '/islands/';

/**
 * Finds files by their addresses: those of `public/`, as they were at the start, and pictures.
 * @param folder absolute path of `public/`
 */
export function fileFinder(
  folder: string,
): (path: SitePath) => Promise<StaticContent | null> | null {
  const files = listFiles(folder);
  return (path) => {
    if (path.startsWith(MEDIA)) return picture(path);
    const file = files.get(path);
    if (file === undefined) return null;
    return Promise.resolve({
      file,
      isImmutable: path.startsWith(ISLANDS),
      usableBy: 'same-origin',
    });
  };
}

async function picture(path: SitePath): Promise<StaticContent | null> {
  const answer = await pictureFor(await publication(), decodeURIComponent(path.slice(1)));
  return answer && content(answer);
}

/** Readers of feeds show pictures on pages of other origins. */
function content({ type, immutable, ...source }: PictureAnswer): StaticContent {
  return { ...source, type, isImmutable: immutable, usableBy: 'cross-origin' };
}
