import { publication } from '@/lib/publishing/publication';
import type { SitePath } from '@/lib/site/routes';
import { listFiles, type StaticFile } from './http/staticFiles';

const MEDIA = '/media/';
const ISLANDS = '/islands/';

/**
 * Finds files by their addresses: those of `public/`, as they were at the start, and pictures.
 * @param folder absolute path of `public/`
 */
export function fileFinder(folder: string): (path: SitePath) => Promise<StaticFile | null> | null {
  const files = listFiles(folder);
  return (path) => {
    if (path.startsWith(MEDIA)) return picture(path);
    const file = files.get(path);
    if (file === undefined) return null;
    return Promise.resolve({
      path: file,
      isImmutable: path.startsWith(ISLANDS),
      usableBy: 'same-origin',
    });
  };
}

async function picture(_path: SitePath): Promise<StaticFile | null> {
  await publication();
  return null;
}
