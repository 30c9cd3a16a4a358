import { log } from '@/lib/log/log';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { Connection, connect } from '@/lib/sqlite/connection';
import type { CalendarDate } from '../dates';
import type { Decimal } from '../decimal';
import type { Observation } from '../observations';
import { openFile } from './openFile';
import { SCHEMA } from './schema';

/** Who gave a figure: a provider, the publication's own tables, or a file that was imported. */
export type Via = string;

/** What is kept of an observation. */
export interface StoredObservation extends Observation {
  readonly via: Via;
  /** US dollars that the source's own figure was for. */
  readonly nominal: number;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
}

/** What putting an observation changed. */
export type PutResult = 'new' | 'same' | 'revised';

const COLUMNS = 'source, quote, date, rate, via, nominal, fetched_at AS fetchedAt';

/**
 * The observations that were ever taken, in a file of their own (`rates.db`): kept when the
 * archive is deleted, and shared by the threads of a process and by the command line.
 */
export class RateStore extends Connection {
  /**
   * @param warn told of a damaged file, which is put aside
   * @throws Error where the file cannot be opened or made
   */
  static open(path: string, warn: (message: string) => void = log.error): RateStore {
    return new RateStore(openFile(path, warn));
  }

  static inMemory(): RateStore {
    const libsql = connect(':memory:');
    libsql.exec(SCHEMA);
    return new RateStore(libsql);
  }

  /** A number that changes whenever figures do that readers see, whoever changed them. */
  get version(): number {
    return this.query<{ version: number }>('SELECT version FROM figures').get()?.version ?? 0;
  }

  /** All observations, by source, currency and date. */
  all(): StoredObservation[] {
    return this.query<StoredObservation>(
      `SELECT ${COLUMNS} FROM observation ORDER BY source, quote, date`,
    ).all();
  }

  /** The newest observation of a source, before a day where one is given. */
  newest(
    source: string,
    quote: CurrencyCode,
    before: string = '9999',
  ): StoredObservation | undefined {
    return this.query<StoredObservation>(
      `SELECT ${COLUMNS} FROM observation WHERE source = ? AND quote = ? AND date < ?
       ORDER BY date DESC LIMIT 1`,
    ).get(source, quote, before);
  }

  at(source: string, quote: CurrencyCode, date: CalendarDate): StoredObservation | undefined {
    return this.query<StoredObservation>(
      `SELECT ${COLUMNS} FROM observation WHERE source = ? AND quote = ? AND date = ?`,
    ).get(source, quote, date);
  }

  /** Newest observations of a currency, one for each source but one. */
  newestOfOthers(quote: CurrencyCode, source: string): Observation[] {
    return this.query<Observation>(
      `SELECT source, quote, date, rate, max(date) FROM observation
       WHERE quote = ? AND source <> ? GROUP BY source`,
    ).all(quote, source);
  }

  /** Puts an observation; another rate for the same day takes the old one's place, and is logged. */
  put(observation: StoredObservation): PutResult {
    const { source, quote, date, rate, via, nominal, fetchedAt } = observation;
    const before = this.at(source, quote, date);
    if (before && Number(before.rate) === Number(rate)) {
      return 'same';
    }
    this.run(
      'INSERT OR REPLACE INTO observation VALUES (?, ?, ?, ?, ?, ?, ?)',
      source,
      quote,
      date,
      rate,
      via,
      nominal,
      fetchedAt,
    );
    this.#changed();
    if (!before) return 'new';
    this.run(
      'INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)',
      source,
      quote,
      date,
      before.rate,
      rate,
      via,
      fetchedAt,
    );
    return 'revised';
  }

  remove({ source, quote, date }: Observation): void {
    this.run(
      'DELETE FROM observation WHERE source = ? AND quote = ? AND date = ?',
      source,
      quote,
      date,
    );
    this.#changed();
  }

  /** Revisions, the newest first. */
  revisions(limit: number): Revision[] {
    return this.query<Revision>(
      'SELECT source, quote, date, before, after, via, at FROM revision ORDER BY at DESC, date DESC LIMIT ?',
    ).all(limit);
  }

  /** The source that answered last for each currency, and when (milliseconds since 1970). */
  chosen(): Map<CurrencyCode, { source: string; at: number }> {
    const rows = this.query<{ quote: CurrencyCode; source: string; at: number }>(
      'SELECT quote, source, at FROM chosen',
    ).all();
    return new Map(rows.map(({ quote, source, at }) => [quote, { source, at }]));
  }

  choose(quote: CurrencyCode, source: string, at: number): void {
    const before = this.chosen().get(quote);
    this.run('INSERT OR REPLACE INTO chosen VALUES (?, ?, ?)', quote, source, at);
    if (before?.source !== source) this.#changed();
  }

  #changed(): void {
    this.run('UPDATE figures SET version = version + 1');
  }
}

/** A figure that its source corrected. */
export interface Revision {
  readonly source: string;
  readonly quote: CurrencyCode;
  readonly date: CalendarDate;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly via: Via;
  /** Milliseconds since 1970. */
  readonly at: number;
}
