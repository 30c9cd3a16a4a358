import type { Publication } from '@/lib/publishing/publication';
import { providersFor } from '@/lib/publishing/ratesRefresh';
import { audit, describeDisagreement, disagreements, TOLERANCE } from '@/lib/rates/audit';
import { alignTable } from '../alignTable';

/** Asks all sources and compares what they say; 1 where two of them disagree. */
export async function auditRates(publication: Publication): Promise<number> {
  const { rates } = publication;
  const found = await audit({ providers: providersFor(publication), rates, now: new Date() });
  const rows = found.testimonies
    .toSorted((a, b) => a.quote.localeCompare(b.quote) || a.witness.localeCompare(b.witness))
    .map(({ quote, witness, date, rate }) => [
      quote,
      witness,
      date,
      String(Number(rate.toPrecision(8))),
    ]);
  console.log(alignTable([['currency', 'says', 'of', 'for 1 USD'], ...rows], 'left'));
  for (const { witness, quote, message } of found.failures) {
    console.log(`  ${quote ?? ''} ${witness}: ${message}`.replace('   ', '  '));
  }
  const differing = disagreements(found);
  for (const one of differing) console.log(`disagreement: ${describeDisagreement(one)}`);
  if (differing.length === 0) console.log(`No two differ by more than ${TOLERANCE}%.`);
  return differing.length === 0 ? 0 : 1;
}
