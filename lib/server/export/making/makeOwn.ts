import { readFile } from 'node:fs/promises';
import { hashOf } from '@/lib/site/hashOf';
import { routes, type SitePath } from '@/lib/site/routes';
import { SPECULATION_RULES } from '@/lib/site/speculation';
import type { Made, MakeOrder, MakerTools } from './maker';
import { writeText } from './writeText';

const TEXT = /\.(?:js|css|svg|json|txt|html)$/;

/**
 * Writes a file that the program itself brings.
 * @param own absolute paths by address
 */
export async function makeOwn(
  { writer }: MakerTools,
  own: ReadonlyMap<SitePath, string>,
  { target, hash: before }: MakeOrder,
): Promise<Made> {
  const { address } = target;
  const path = own.get(address);
  const isRules = address === routes.speculationRules();
  if (path === undefined && !isRules) return { kind: 'absent', target };
  const content = path === undefined ? JSON.stringify(SPECULATION_RULES) : await readFile(path);
  const hash = hashOf(content);
  const isWritten = hash !== before;
  if (isWritten && TEXT.test(target.file)) await writeText(writer, target.file, content);
  else if (isWritten) await writer.write(target.file, content);
  return { kind: 'made', isWritten, file: { ...target, hash, shown: [], needs: [], links: [] } };
}
