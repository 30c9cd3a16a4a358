import { createHash } from 'node:crypto';
import type { RateStore } from './rateStore';

/** Names what is stored, by what readers can see of it: the same figures have the same name anywhere. */
export function digestOf(store: RateStore): string {
  const hash = createHash('sha256');
  for (const { source, quote, date, rate, via } of store.all()) {
    hash.update(`${source} ${quote} ${date} ${rate} ${via}\n`);
  }
  const chosen = [...store.chosen()].map(([quote, { source }]) => `${quote} ${source}\n`);
  for (const line of chosen.sort()) hash.update(line);
  return hash.digest('base64url').slice(0, 22);
}
