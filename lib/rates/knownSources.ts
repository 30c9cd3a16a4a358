import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { Source } from './sources';
import { observedSchema, pegSchema } from './sources';

/** The central banks, by the currency that each issues. */
export const OFFICIAL_SOURCES = {
  KGS: 'nbkr',
  KZT: 'nbk',
  TJS: 'nbt',
  UZS: 'cbu',
  TMT: 'cbt',
} as const satisfies Record<CurrencyCode, string>;

export type OfficialSourceId = (typeof OFFICIAL_SOURCES)[CurrencyCode];

/**
 * Sources whose figures can be fetched, in order of preference. Terms are stated where the source
 * publishes any.
 */
const KNOWN: readonly Source[] = [
  observed('nbkr', 'National Bank of the Kyrgyz Republic', 'https://www.nbkr.kg/'),
  observed('nbk', 'National Bank of Kazakhstan', 'https://nationalbank.kz/'),
  observed('nbt', 'National Bank of Tajikistan', 'https://www.nbt.tj/', 'with reference to nbt.tj'),
  observed('cbu', 'Central Bank of Uzbekistan', 'https://cbu.uz/'),
  pegSchema.parse({
    id: 'cbt',
    name: 'Central Bank of Turkmenistan',
    url: 'https://cbt.tm/',
    kind: 'peg',
    quote: 'TMT',
    rate: '3.5',
    since: '2015-01-01',
  }),
];

/** Last of all, whatever the publication lists. */
const FALLBACK: Source = observedSchema.parse({
  id: 'fawazahmed0',
  name: 'fawazahmed0 currency-api',
  url: 'https://github.com/fawazahmed0/exchange-api',
  licence: 'CC0',
  kind: 'aggregated',
});

function observed(id: OfficialSourceId, name: string, url: string, licence?: string): Source {
  return observedSchema.parse({ id, name, url, kind: 'official', ...(licence && { licence }) });
}

/**
 * All sources, in order of preference: the banks, those that the publication lists, the fallback.
 * What a publication says of a source goes before what is known here.
 */
export function withKnownSources(listed: readonly Source[]): Source[] {
  const said = new Map<string, Source>(listed.map((source) => [source.id, source]));
  const known = new Set<string>([...KNOWN, FALLBACK].map(({ id }) => id));
  return [
    ...KNOWN.map((source) => said.get(source.id) ?? source),
    ...listed.filter(({ id }) => !known.has(id)),
    said.get(FALLBACK.id) ?? FALLBACK,
  ];
}
