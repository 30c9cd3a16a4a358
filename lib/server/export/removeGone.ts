import type { MadeSite } from './makeSite';
import type { FileWriter } from './making/fileWriter';
import type { KnownFile, Manifest } from './manifest/manifest';
import { unneeded } from './manifest/planned';
import type { ExportRun } from './prepareRun';

/**
 * Removes the files of addresses that the site has no more, and folders that are empty by then.
 * @returns how many addresses are gone
 */
export async function removeGone(
  writer: FileWriter,
  manifest: Manifest,
  { absent, leading, isPlanNew }: Pick<MadeSite, 'absent' | 'leading' | 'isPlanNew'>,
  run: ExportRun,
): Promise<number> {
  for (const { file } of absent) {
    // Another address may have taken over the file.
    if (!manifest.isInUse(file, [])) await writer.remove(file);
  }
  let gone = [
    ...manifest.filesWhere("making = 'leading'").filter(({ address }) => !leading.has(address)),
    ...unneeded(manifest, isPlanNew || run.isResumed ? null : manifest.released),
  ];
  let removed = 0;
  while (gone.length > 0) {
    await removeFiles(writer, manifest, gone, run.id);
    removed += gone.length;
    // What only these needed.
    gone = unneeded(manifest, manifest.released);
  }
  return removed;
}

async function removeFiles(
  writer: FileWriter,
  manifest: Manifest,
  gone: readonly KnownFile[],
  run: number,
): Promise<void> {
  for (const { file } of gone) if (!manifest.isInUse(file, gone)) await writer.remove(file);
  manifest.write(() => {
    for (const one of gone) manifest.remove(one, run);
  });
}
