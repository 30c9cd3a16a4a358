import type { Observation } from '../observations';
import type { RateStore } from './rateStore';

/** Who gave the figures that come from the publication's own tables. */
export const FROM_CONTENT = 'content';

interface Seed {
  readonly observations: readonly Observation[];
  /** Ids of the sources whose tables were read without a problem. */
  readonly sound: ReadonlySet<string>;
}

/**
 * Brings the figures of the publication's own tables into the store. What was fetched stands; a
 * figure that an editor corrects or takes out is corrected or taken out, but for tables with
 * problems, of which nothing is taken out.
 * @param now milliseconds since 1970
 */
export function seed(store: RateStore, { observations, sound }: Seed, now: number): void {
  const stored = new Map(store.all().map((observation) => [keyOf(observation), observation]));
  const listed = new Set(observations.map(keyOf));
  const wanted = observations.filter((observation) => {
    const known = stored.get(keyOf(observation));
    return !known || (known.via === FROM_CONTENT && known.rate !== observation.rate);
  });
  const dropped = [...stored.values()].filter(
    (known) => known.via === FROM_CONTENT && sound.has(known.source) && !listed.has(keyOf(known)),
  );
  if (wanted.length + dropped.length === 0) return;
  store.write(() => {
    for (const observation of dropped) store.remove(observation);
    for (const observation of wanted) {
      store.put({ ...observation, via: FROM_CONTENT, nominal: 1, fetchedAt: now });
    }
  });
}

function keyOf({ source, quote, date }: Observation): string {
  return `${source} ${quote} ${date}`;
}
