import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { Decimal } from './decimal';

export interface Currency {
  readonly code: CurrencyCode;
  /** ISO 4217 numeric code, three digits. */
  readonly number: string;
  /** Local units for one US dollar, both ends included; a figure outside is taken for a mistake. */
  readonly band: { readonly least: number; readonly most: number };
}

export const CURRENCIES: Readonly<Record<CurrencyCode, Currency>> = {
  KGS: {
    code: 'KGS',
    number: '417',
    band: { least: 60, most: 140 },
  },
  KZT: {
    code: 'KZT',
    number: '398',
    band: { least: 300, most: 900 },
  },
  TJS: {
    code: 'TJS',
    number: '972',
    band: { least: 7, most: 15 },
  },
  UZS: {
    code: 'UZS',
    number: '860',
    band: { least: 8_000, most: 20_000 },
  },
  TMT: {
    code: 'TMT',
    number: '934',
    band: { least: 3.49, most: 3.51 },
  },
};

/** Whether a rate, in local units for one US dollar, lies in the currency's band. */
export function isPlausible(code: CurrencyCode, rate: Decimal): boolean {
  const { least, most } = CURRENCIES[code].band;
  const value = Number(rate);
  return value >= least && value <= most;
}
