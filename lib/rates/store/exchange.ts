import * as z from 'zod';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { isCalendarDate } from '../dates';
import { isDecimal } from '../decimal';
import { type ProviderState, providerState, putProviderState } from './providerStates';
import { quarantine, quarantined, release } from './quarantine';
import type { RateStore, StoredObservation } from './rateStore';
import { FROM_CONTENT } from './seed';

const quote = z.enum(CURRENCY_CODES);
const date = z.string().refine(isCalendarDate);
const rate = z.string().refine(isDecimal);
const at = z.number();

const observation = z.strictObject({
  source: z.string(),
  quote,
  date,
  rate,
  via: z.string(),
  nominal: z.int(),
  fetchedAt: at,
});

const judgements = z.strictObject({
  chosen: z.array(z.strictObject({ quote, source: z.string(), at })),
  held: z.array(observation.omit({ fetchedAt: true }).extend({ firstSeen: at, lastSeen: at })),
  providers: z.array(
    z.strictObject({
      id: z.string(),
      failures: z.int(),
      closedUntil: at,
      pause: at,
      attemptedAt: at,
      succeededAt: at.nullable(),
      message: z.string().nullable(),
    }),
  ),
});

/** Where an exchange keeps what is no observation. */
const JUDGEMENTS = 'judgements';

/**
 * All that was fetched or imported, as texts by names that are the same in every store. What the
 * publication's own tables say each store has from there.
 * @param providers ids of those whose state is told
 */
export function exported(store: RateStore, providers: readonly string[]): Map<string, string> {
  const entries = observations(store).map((one): [string, string] => [nameOf(one), text(one)]);
  const chosen = [...store.chosen()].map(([quote, rest]) => ({ quote, ...rest }));
  const states = providers.flatMap((id) => {
    const state = providerState(store, id);
    return state === undefined ? [] : [{ id, ...state }];
  });
  const judged = { chosen, held: quarantined(store), providers: states };
  return new Map([...entries, [JUDGEMENTS, JSON.stringify(judged)]]);
}

/** The observations alone, of which more than one store may give some. */
export function exportedObservations(store: RateStore): Map<string, string> {
  return new Map(observations(store).map((one) => [nameOf(one), text(one)]));
}

/**
 * Takes over what another store has exported, in one transaction; what cannot be read is left out, and what
 * is known here alone stays.
 * @returns whether readers see other figures now
 * @throws Error where the store cannot be written
 */
export function adopt(store: RateStore, entries: ReadonlyMap<string, string>): boolean {
  const before = store.version;
  store.write(() => {
    for (const [name, written] of entries) {
      if (name === JUDGEMENTS) adoptJudgements(store, written);
      else adoptObservation(store, written);
    }
  });
  return store.version !== before;
}

function observations(store: RateStore): StoredObservation[] {
  return store.all().filter(({ via }) => via !== FROM_CONTENT);
}

function adoptObservation(store: RateStore, written: string): void {
  const read = observation.safeParse(parsed(written));
  if (!read.success) return;
  const { source, quote, date, rate, via } = read.data;
  const own = store.at(source, quote, date);
  if (own?.rate === rate && own.via === via) return;
  // The same figure by another way is none to the store, but readers are told the way.
  if (own && Number(own.rate) === Number(rate)) store.remove(own);
  store.put(read.data);
}

function adoptJudgements(store: RateStore, written: string): void {
  const read = judgements.safeParse(parsed(written));
  if (!read.success) return;
  const { chosen, held, providers } = read.data;
  for (const { quote, source, at } of chosen) store.choose(quote, source, at);
  for (const { source, quote } of quarantined(store)) release(store, source, quote);
  for (const one of held) quarantine(store, one);
  for (const { id, ...state } of providers)
    putProviderState(store, id, state satisfies ProviderState);
}

function nameOf({ source, quote, date }: StoredObservation): string {
  return `${source} ${quote} ${date}`;
}

function text(one: StoredObservation): string {
  const { source, quote, date, rate, via, nominal, fetchedAt } = one;
  return JSON.stringify({ source, quote, date, rate, via, nominal, fetchedAt });
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    // What is no JSON is no observation either.
    return null;
  }
}
