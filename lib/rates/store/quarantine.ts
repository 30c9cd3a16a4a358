import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { CalendarDate } from '../dates';
import type { Decimal } from '../decimal';
import type { RateStore, Via } from './rateStore';

/** A figure that moved too far to be believed at once. */
export interface Quarantined {
  readonly source: string;
  readonly quote: CurrencyCode;
  readonly date: CalendarDate;
  readonly rate: Decimal;
  readonly via: Via;
  readonly nominal: number;
  /** Milliseconds since 1970. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}

const COLUMNS =
  'source, quote, date, rate, via, nominal, first_seen AS firstSeen, last_seen AS lastSeen';

/** What is held back at present. */
export function quarantined(store: RateStore): Quarantined[] {
  return store.query<Quarantined>(`SELECT ${COLUMNS} FROM quarantine ORDER BY quote, source`).all();
}

export function quarantine(store: RateStore, held: Quarantined): void {
  store.run(
    'INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    held.source,
    held.quote,
    held.date,
    held.rate,
    held.via,
    held.nominal,
    held.firstSeen,
    held.lastSeen,
  );
}

export function release(store: RateStore, source: string, quote: CurrencyCode): void {
  store.run('DELETE FROM quarantine WHERE source = ? AND quote = ?', source, quote);
}
