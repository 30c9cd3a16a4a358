import type { Database } from '@/lib/archive/database';
import { readSetting } from '@/lib/archive/settings';
import type { Diagnostic, Position } from '@/lib/content/diagnostics';
import { fallbackSite } from '@/lib/content/site';
import { calendarDay } from '@/lib/rates/calendarDay';
import { type KnownRates, rateOn } from '@/lib/rates/rateOn';
import { isCurrencyCode } from '@/lib/site/currencyCodes';

interface Mention extends Position {
  readonly file: string;
  readonly fileKind: string;
  /** The currency's code. */
  readonly value: string;
  /** Null for whatever is no sound article. */
  readonly published: number | null;
}

/**
 * Warnings for the amounts of money that the site cannot convert: for want of a rate in the two
 * weeks up to the article's date, or because the text has no date. Drafts and scheduled articles
 * count; what is left out for its errors does not.
 */
export function moneyFindings(database: Database, rates: KnownRates): Diagnostic[] {
  const mentions = database
    .query<Mention>(
      `SELECT r.file, f.kind AS fileKind, r.value, a.published,
         r.line, r."column", r.endLine, r.endColumn
       FROM reference r JOIN file f ON f.path = r.file LEFT JOIN article a ON a.file = r.file
       WHERE r.kind = 'money' ORDER BY r.file, r.line, r."column"`,
    )
    .all();
  const { timeZone } = readSetting(database, 'site') ?? fallbackSite([]).value;
  return mentions.flatMap((mention) => {
    if (mention.fileKind !== 'article') return warn(mention, 'money-without-date', WITHOUT_DATE);
    const { value, published } = mention;
    if (published === null || !isCurrencyCode(value)) return [];
    const day = calendarDay(published, timeZone);
    if (day && rateOn(rates, value, day)) return [];
    const message = `There is no rate of ${value} for ${day ?? 'this date'} or the 14 days before it, so no dollars are added to this amount; add the rate in rates/, or give the sum in dollars yourself.`;
    return warn(mention, 'money-without-rate', message);
  });
}

const WITHOUT_DATE =
  'Only articles have a date whose rate could be taken, so no dollars are added to this amount; write it without :money and brackets.';

function warn(mention: Mention, rule: string, message: string): Diagnostic[] {
  const { file, line, column, endLine, endColumn } = mention;
  return [{ file, line, column, endLine, endColumn, severity: 'warning', rule, message }];
}
