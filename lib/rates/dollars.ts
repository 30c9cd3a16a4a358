/** How the texts of a group of languages write sums in dollars. */
interface Style {
  readonly point: '.' | ',';
  /** Between groups of three digits. */
  readonly group: string;
  /** Units from the largest to the smallest; the number that each stands for goes with it. */
  readonly units: readonly (readonly [value: number, name: string])[];
  /** A formatted sum as it stands behind an amount. */
  readonly wrap: (number: string, unit: string) => string;
  /** What stands there for a sum of less than a cent. */
  readonly tiny: string;
}

/** Lines break between words, never within a figure. */
const NO_BREAK = '\u00A0';

const ENGLISH: Style = {
  point: '.',
  group: ',',
  units: [
    [1e12, 'tn'],
    [1e9, 'bn'],
    [1e6, 'm'],
  ],
  wrap: (number, unit) => `(about $${number}${unit}, converted)`,
  tiny: '(less than a cent, converted)',
};

const LATIN: Style = {
  point: ',',
  group: NO_BREAK,
  units: [
    [1e12, 'trln'],
    [1e9, 'mlrd'],
    [1e6, 'mln'],
  ],
  wrap: (number, unit) => `(≈ ${number} ${unit === '' ? '' : `${unit} `}$)`,
  tiny: '(< 0,01 $)',
};

const CYRILLIC: Style = {
  ...LATIN,
  units: [
    [1e12, 'трлн'],
    [1e9, 'млрд'],
    [1e6, 'млн'],
    [1e3, 'тыс.'],
  ],
};

const DIGITS = 3;
const CENT = 0.01;
const LEAST_TOO_LARGE = 1e15;

/**
 * A sum of dollars as it stands behind an amount in local money, with three significant digits:
 * `(about $27.4m, converted)` in English, `(≈ 27,4 млн $)` in Cyrillic letters, `(≈ 27,4 mln $)` in
 * others. Undefined for what is no sum: zero, negative, not finite, a thousand trillion and more.
 * @param lang BCP 47 tag of the text
 */
export function dollarsBehind(value: number, lang: string): string | undefined {
  if (!(value > 0)) return undefined;
  const style = styleOf(lang);
  const rounded = Number(value.toPrecision(DIGITS));
  if (!(rounded < LEAST_TOO_LARGE)) return undefined;
  if (rounded < CENT) return style.tiny;
  // Chosen by the rounded value, so that 999,950 is a million and not a thousand thousand.
  const [scale, unit] = style.units.find(([least]) => rounded >= least) ?? [1, ''];
  return style.wrap(figure(Number((rounded / scale).toPrecision(DIGITS)), scale, style), unit);
}

/** @param number at least a cent and less than a million: of these, JavaScript writes all digits */
function figure(number: number, scale: number, { point, group }: Style): string {
  const [whole = '', fraction = ''] = String(number).split('.');
  // Cents come in two digits, tenths of a million do not.
  const decimals = scale === 1 && fraction !== '' ? fraction.padEnd(2, '0') : fraction;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return decimals === '' ? grouped : `${grouped}${point}${decimals}`;
}

function styleOf(lang: string): Style {
  const { language, script } = new Intl.Locale(lang).maximize();
  if (language === 'en') return ENGLISH;
  return script === 'Cyrl' ? CYRILLIC : LATIN;
}
