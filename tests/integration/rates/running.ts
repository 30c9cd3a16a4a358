import { onTestFinished } from 'vitest';
import { providerCatalogue } from '@/lib/rates/providers/catalogue';
import type { RefreshReport } from '@/lib/rates/refresh/refresh';
import { refresh } from '@/lib/rates/refresh/refresh';
import { RateStore } from '@/lib/rates/store/rateStore';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import {
  cbuTable,
  fawazahmed0File,
  frankfurterRows,
  nbkDay,
  nbkNewest,
  nbkrDaily,
  nbtTable,
} from '@/tests/fixtures/rates/answers';
import { allAt, type Handler, type Loopback } from '@/tests/fixtures/rates/loopback';
import { IMPATIENT } from './support';

export const HOUR = 3_600_000;
export const NOW = Date.parse('2026-11-23T09:00:00Z');

/** A store that ends with the test. */
export function aStore(): RateStore {
  const store = RateStore.inMemory();
  onTestFinished(() => store.close());
  return store;
}

export interface RunOptions {
  readonly now?: number;
  /** In place of the first site's address. */
  readonly addresses?: Partial<ReturnType<typeof allAt>>;
}

export function run(
  store: RateStore,
  { address }: Pick<Loopback, 'address'>,
  { now = NOW, addresses = {} }: RunOptions = {},
): Promise<RefreshReport> {
  return refresh({
    ...IMPATIENT,
    store,
    providers: providerCatalogue({ ...allAt(address), ...addresses }),
    fixed: new Set(['TMT']),
    now: () => now,
  });
}

/** Frankfurter's address for a currency, whatever day it begins with. */
export function frankfurterPath(
  rows: Readonly<Record<string, readonly (readonly [string, number])[]>>,
) {
  const answer: Handler = (request, response) => {
    const quote = new URL(request.url ?? '', 'http://loopback').searchParams.get('quotes') ?? '';
    const known = rows[quote];
    if (known === undefined) response.writeHead(503).end();
    else response.end(frankfurterRows(quote, known));
  };
  return { '/v2/rates': answer };
}

export const FRANKFURTER = {
  KGS: [
    ['2026-11-20', 87.45],
    ['2026-11-23', 87.45],
  ],
  KZT: [
    ['2026-11-22', 478.77],
    ['2026-11-23', 475.09],
  ],
  TJS: [
    ['2026-11-22', 9.3371],
    ['2026-11-23', 9.3288],
  ],
  UZS: [
    ['2026-11-20', 12194.21],
    ['2026-11-23', 12142.1],
  ],
} as const;

export const CBU = '/en/arkhiv-kursov-valyut/json/';
export const BANKS = {
  '/XML/daily.xml': nbkrDaily('23.11.2026', [{ code: 'USD', value: '87,4500' }]),
  '/rss/rates_all.xml': nbkNewest('23.11.2026', [{ code: 'USD', value: '475.09' }]),
  '/rss/get_rates.cfm': nbkDay('22.11.2026', [{ code: 'USD', value: '478.77' }]),
  '/en/kurs/export_xml.php?date=2026-11-23&export=xmlout': nbtTable('2026-11-23', [
    { code: 'USD', value: '9.3288' },
  ]),
  '/en/kurs/export_xml.php?date=2026-11-22&export=xmlout': nbtTable('2026-11-22', [
    { code: 'USD', value: '9.3371' },
  ]),
  [CBU]: cbuTable('23.11.2026', [{ code: 'USD', value: '12142.10' }]),
  [`${CBU}USD/2026-11-22/`]: cbuTable('20.11.2026', [{ code: 'USD', value: '12194.21' }]),
};
export const FAWAZAHMED0 = {
  '/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.min.json': fawazahmed0File(
    '2026-11-23',
    {
      kgs: 87.4479,
      kzt: 476.2,
      tjs: 9.33,
      uzs: 12150.3,
      tmt: 3.4954,
    },
  ),
};

export function newest(store: RateStore, source: string, quote: CurrencyCode) {
  const found = store.newest(source, quote);
  return found && `${found.date} ${found.rate} ${found.via}`;
}

export function outcomes({ asked }: RefreshReport): string[] {
  return asked.map(({ provider, quote, outcome }) => `${quote} ${provider} ${outcome}`);
}
