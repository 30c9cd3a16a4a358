/** A positive number in plain decimal digits, kept as text so that a source's digits survive. */
export type Decimal = `${number}`;

/** The lengths leave every value finite, and far from where a double loses digits that count. */
const DECIMAL = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/;

/** Whether a text is a positive decimal without sign, exponent, grouping or leading zeros. */
export function isDecimal(text: string): text is Decimal {
  return DECIMAL.test(text) && Number(text) > 0;
}
