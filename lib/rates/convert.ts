/**
 * The converter, for the server and for browsers alike: nothing is imported here that a browser
 * would have to load for nothing.
 */

/** The currency of all rates. */
export const DOLLAR = 'USD';

/** Amounts beyond this are no amounts of money, and lose digits. */
const MOST = 1e15;

/**
 * Reads an amount as people write it: `1500`, `1,500.50`, `1 500,50`. A single comma or full stop
 * with exactly three digits behind it separates thousands where it is a comma, decimals where it
 * is a full stop; no thousands begin with a nought, so that `0,500` is a half.
 * @returns null for what is no amount greater than zero
 */
export function parseAmount(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const number = Number(normalised(plain));
  return number > 0 && number <= MOST ? number : null;
}

/** With a decimal point and without separators of thousands; `NaN` for what is no number. */
function normalised(text: string): string {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '');
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^\d+,\d+$/.test(text)) return text.replace(',', '.');
  return 'NaN';
}

/**
 * An amount in another currency.
 * @param from units of the amount's currency for one US dollar
 * @param to units of the other currency for one US dollar
 */
export function convert(amount: number, from: number, to: number): number {
  return (amount / from) * to;
}
