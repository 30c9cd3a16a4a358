import type { Validators } from '../fetching/fetchText';
import type { RateStore } from './rateStore';

/** How a provider did so far; times in milliseconds since 1970. */
export interface ProviderState {
  /** Runs that failed one after another. */
  readonly failures: number;
  /** It is left alone until then; 0 where it is not. */
  readonly closedUntil: number;
  /** How long it was last left alone, in milliseconds. */
  readonly pause: number;
  readonly attemptedAt: number;
  readonly succeededAt: number | null;
  /** What went wrong last; null while nothing does. */
  readonly message: string | null;
}

const COLUMNS = `failures, closed_until AS closedUntil, pause, attempted_at AS attemptedAt,
  succeeded_at AS succeededAt, message`;

export function providerState(store: RateStore, id: string): ProviderState | undefined {
  return store.query<ProviderState>(`SELECT ${COLUMNS} FROM provider WHERE id = ?`).get(id);
}

export function putProviderState(store: RateStore, id: string, state: ProviderState): void {
  store.run(
    'INSERT OR REPLACE INTO provider VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    state.failures,
    state.closedUntil,
    state.pause,
    state.attemptedAt,
    state.succeededAt,
    state.message,
  );
}

/** What names the last answer of an address whose figures were all taken. */
export function validatorsOf(store: RateStore, url: string): Validators | undefined {
  const row = store
    .query<{ etag: string | null; lastModified: string | null }>(
      'SELECT etag, last_modified AS lastModified FROM validator WHERE url = ?',
    )
    .get(url);
  if (!row) return undefined;
  const { etag, lastModified } = row;
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

/** Days after which an address is forgotten: some hold dates and are not asked again. */
const KEPT_DAYS = 30;

/** @param now milliseconds since 1970 */
export function putValidators(
  store: RateStore,
  url: string,
  { etag, lastModified }: Validators,
  now: number,
): void {
  store.run('DELETE FROM validator WHERE at < ?', now - KEPT_DAYS * 86_400_000);
  store.run(
    'INSERT OR REPLACE INTO validator VALUES (?, ?, ?, ?)',
    url,
    etag ?? null,
    lastModified ?? null,
    now,
  );
}
