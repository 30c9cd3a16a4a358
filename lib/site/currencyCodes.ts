/** The currencies of the site (ISO 4217), in the order in which they are always shown. */
export const CURRENCY_CODES = ['KGS', 'KZT', 'TJS', 'UZS', 'TMT'] as const;

export type CurrencyCode = (typeof CURRENCY_CODES)[number];

export function isCurrencyCode(text: string): text is CurrencyCode {
  return (CURRENCY_CODES as readonly string[]).includes(text);
}
