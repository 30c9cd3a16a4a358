import { rateDataFor } from '@/lib/publishing/rateData';
import { hashOf } from '@/lib/site/hashOf';
import type { Made, MakeOrder, MakerTools } from './maker';
import { writeText } from './writeText';

/** Writes the rates as data. */
export async function makeData(
  { publication, writer }: MakerTools,
  { target, hash: before }: MakeOrder,
): Promise<Made> {
  const data = rateDataFor(publication, target.address);
  if (data === null) return { kind: 'absent', target };
  const hash = hashOf(data.body);
  const isWritten = hash !== before;
  if (isWritten) await writeText(writer, target.file, data.body);
  const file = { ...target, hash, shown: ['rates', 'site'], needs: [], links: [] } as const;
  return { kind: 'made', isWritten, file };
}
