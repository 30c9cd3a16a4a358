/** The countries that the publication reports from, and the region as a whole. */
export const COUNTRIES = [
  'kazakhstan',
  'kyrgyzstan',
  'tajikistan',
  'turkmenistan',
  'uzbekistan',
  'region',
] as const;

export type Country = (typeof COUNTRIES)[number];

export function isCountry(text: string): text is Country {
  return (COUNTRIES as readonly string[]).includes(text);
}
