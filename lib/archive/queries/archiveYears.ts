import type { Month } from '@/lib/site/routes';
import type { Reader } from '../reader';
import { listsOfKind } from './lists';

export interface ArchiveYear {
  readonly year: string;
  readonly months: readonly { readonly month: Month; readonly total: number }[];
}

/** The months that have articles, by year, newest first. */
export function archiveYears(reader: Reader): ArchiveYear[] {
  const years = new Map<string, { month: Month; total: number }[]>();
  for (const { value, total } of [...listsOfKind(reader, 'month')].reverse()) {
    const year = value.slice(0, 4);
    // The listing's month values were made by monthOf.
    const entry = { month: value as Month, total };
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years].map(([year, months]) => ({ year, months }));
}
