import type { SitePath } from '@/lib/site/routes';
import type { FileWriter } from './making/fileWriter';
import type { Manifest } from './manifest/manifest';

/**
 * Removes the files of addresses that the site has no more, and folders that are empty by then.
 * @returns how many addresses are gone
 */
export async function removeGone(
  writer: FileWriter,
  manifest: Manifest,
  kept: ReadonlySet<SitePath>,
  run: number,
): Promise<number> {
  const known = [...manifest.files().values()];
  const gone = known.filter(({ address, making }) => making !== 'search' && !kept.has(address));
  // Another address may have taken over the file.
  const inUse = new Set(
    known.filter(({ address, hash }) => kept.has(address) && hash !== '').map(({ file }) => file),
  );
  const absent = known.filter(({ address, hash }) => kept.has(address) && hash === '');
  for (const { file } of [...gone, ...absent]) if (!inUse.has(file)) await writer.remove(file);
  manifest.write(() => {
    for (const one of gone) manifest.remove(one, run);
  });
  return gone.length;
}
