import type { Publication } from '@/lib/publishing/publication';
import { providersFor, refreshRates } from '@/lib/publishing/ratesRefresh';
import type { AskReport } from '@/lib/rates/refresh/refresh';
import type { RowReport } from '@/lib/rates/refresh/take';
import { counted } from '@/lib/site/counted';
import { alignTable } from '../alignTable';

/** Fetches now; 1 where a currency got no figure of these days. */
export async function fetchRates(publication: Publication): Promise<number> {
  const report = await refreshRates(publication, providersFor(publication));
  const lines = report.asked.map((asked) => [
    asked.quote,
    asked.provider,
    asked.outcome,
    summary(asked),
  ]);
  console.log(alignTable([['currency', 'provider', 'outcome', ''], ...lines], 'left'));
  for (const { provider, quote, messages, rows } of report.asked) {
    for (const message of messages) console.log(`  ${quote} ${provider}: ${message}`);
    for (const { date, value, remark, fate } of rows) {
      if (remark !== null && fate !== 'refused' && fate !== 'held') {
        console.log(`  ${quote} ${provider}: ${value} of ${date} taken, though it ${remark}`);
      }
    }
  }
  for (const { quote, source, value, remark } of report.released) {
    console.log(`  ${quote} ${source}: ${value} ${remark}`);
  }
  if (report.storeFailure !== null) console.error(`The store: ${report.storeFailure}`);
  console.log(report.changed ? 'What readers see has changed.' : 'What readers see is as it was.');
  const quotes = new Set(report.asked.map(({ quote }) => quote));
  const answered = report.asked.filter(({ outcome }) => !['failed', 'skipped'].includes(outcome));
  const well = new Set(answered.map(({ quote }) => quote));
  return well.size === quotes.size && report.storeFailure === null ? 0 : 1;
}

function summary({ rows }: AskReport): string {
  const newest = rows.at(-1);
  if (!newest) return '';
  const count = (fate: RowReport['fate']) => rows.filter((row) => row.fate === fate).length;
  const parts = (['new', 'revised', 'same', 'refused', 'held'] as const).flatMap((fate) =>
    count(fate) === 0 ? [] : [`${count(fate)} ${fate}`],
  );
  return `${newest.value} of ${newest.date} (${counted(rows.length, 'row')}: ${parts.join(', ')})`;
}
