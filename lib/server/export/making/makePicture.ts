import { readFile } from 'node:fs/promises';
import type { Shown } from '@/lib/archive/shown';
import { readVariant } from '@/lib/images/variants';
import { pictureFor } from '@/lib/publishing/pictures';
import { hashOf } from '@/lib/site/hashOf';
import type { Made, MakeOrder, MakerTools } from './maker';

/** Puts a picture in: as the editors committed it, or in one of the sizes that pages ask for. */
export async function makePicture(
  { publication, writer }: MakerTools,
  { target, hash: before }: MakeOrder,
): Promise<Made> {
  const path = decodeURIComponent(target.address.slice(1));
  const isVariant = readVariant(path) !== undefined;
  const shown: Shown[] = isVariant ? [] : [`media:${path}`];
  // The address of a size names its content.
  const file = (hash: string) => ({ ...target, hash, shown, needs: [], links: [] });
  if (isVariant && before === target.address) {
    return { kind: 'made', isWritten: false, file: file(before) };
  }
  const picture = await pictureFor(publication, path);
  if (picture === null) return { kind: 'absent', target };
  if (picture.immutable) {
    if ('file' in picture) await writer.place(target.file, picture.file);
    else await writer.write(target.file, picture.bytes);
    return { kind: 'made', isWritten: true, file: file(target.address) };
  }
  const content = 'file' in picture ? await readFile(picture.file) : picture.bytes;
  const hash = hashOf(content);
  if (hash !== before) await writer.write(target.file, content);
  return { kind: 'made', isWritten: hash !== before, file: file(hash) };
}
