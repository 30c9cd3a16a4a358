import type { MadeSite } from './makeSite';
import type { FileWriter } from './making/fileWriter';
import type { Manifest } from './manifest/manifest';

/**
 * Removes the files of addresses that the site has no more, and folders that are empty by then.
 * @returns how many addresses are gone
 */
export async function removeGone(
  writer: FileWriter,
  manifest: Manifest,
  { known, kept, absent }: MadeSite,
  run: number,
): Promise<number> {
  const gone = [...known.values()].filter(
    ({ address, making }) => making !== 'search' && !kept.has(address),
  );
  for (const { file } of [...gone, ...absent]) {
    // Another address may have taken over the file.
    if (!manifest.isInUse(file, gone)) await writer.remove(file);
  }
  manifest.write(() => {
    for (const one of gone) manifest.remove(one, run);
  });
  return gone.length;
}
