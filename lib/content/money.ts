import { CURRENCY_CODES, type CurrencyCode, isCurrencyCode } from '@/lib/site/currencyCodes';
import { closest } from './suggest';

/** A sum of money in one of the currencies of the site. */
export interface MoneyAmount {
  /** In whole units of the currency; greater than 0, at most `LARGEST_AMOUNT`. */
  readonly amount: number;
  readonly currency: CurrencyCode;
}

export type MoneyReading =
  | { readonly ok: true; readonly money: MoneyAmount }
  | {
      readonly ok: false;
      /** What is wrong and how to mend it. */
      readonly message: string;
      /** The whole amount as it was most likely meant. */
      readonly suggestion?: string | undefined;
    };

export const LARGEST_AMOUNT = 1e15;

type Problem = Extract<MoneyReading, { ok: false }>;

/** Powers of ten that the units stand for. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...exponents(3, 'k', 'thousand', 'тыс', 'тыс.'),
  ...exponents(6, 'm', 'mn', 'million', 'млн', 'млн.', 'mln'),
  ...exponents(9, 'bn', 'billion', 'млрд', 'млрд.', 'mlrd'),
  ...exponents(12, 'tn', 'trn', 'trillion', 'трлн', 'трлн.', 'trln'),
]);

function exponents(exponent: number, ...names: readonly string[]): [string, number][] {
  return names.map((name) => [name, exponent]);
}

const HOW = 'write a number, a unit where there is one, and a currency, such as 2.4bn KGS';
const KNOWN = CURRENCY_CODES.join(', ');

const NUMBER = /^\d[\d., ]*/;
const COMMAS = String.raw`[1-9]\d{0,2}(?:,\d{3})+`;
const SPACES = String.raw`[1-9]\d{0,2}(?: \d{3})+`;
const WITH_POINT = new RegExp(String.raw`^(?:\d+|${COMMAS}|${SPACES})(?:\.\d+)?$`);
const WITH_COMMA = new RegExp(String.raw`^(\d+|${SPACES}),(\d{1,2}|\d{4,})$`);
const ONE_COMMA = /^\d+,\d{3}$/;

/**
 * Reads an amount such as `2.4bn KGS`, `1,250,000 UZS` or `2,4 млрд KGS`. Never throws.
 * @param lang BCP 47 tag of the text, on which a comma's meaning depends; without it, every comma
 *   that may be a decimal one is
 */
export function readMoney(written: string, lang?: string): MoneyReading {
  const text = written.replace(/\s+/gu, ' ').trim();
  if (text === '') return problem(`There is no amount in these brackets; ${HOW}.`);
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) {
    return /^[-\u2212]/.test(text)
      ? problem(
          'An amount is greater than zero; write it without a minus and say "minus" in words.',
        )
      : problem(`"${text}" does not begin with a number; ${HOW}.`);
  }
  const { unit, code } = splitRest(text.slice(number.length).trim());
  if (!isCurrencyCode(code)) {
    return unknownCurrency(code, text.slice(0, text.length - code.length));
  }
  const exponent = unit === '' ? 0 : UNITS.get(unit.toLowerCase());
  if (exponent === undefined) {
    return problem(`"${unit}" is not a unit; write k, m, bn or tn (or тыс., млн, млрд, трлн).`);
  }
  const digits = readDigits(number.trim(), unit, text, lang);
  if (typeof digits !== 'string') return digits;
  // The exponent goes through the decimal text, so that 1.1bn is not a little more than that.
  const amount = Number(`${digits}e${exponent}`);
  if (!(amount > 0)) return problem('An amount is greater than zero; write the sum that is meant.');
  if (amount > LARGEST_AMOUNT) {
    return problem(`"${text}" is more than a thousand trillion; check the number and its unit.`);
  }
  return { ok: true, money: { amount, currency: code } };
}

/** What follows the number: a unit, or none, and the last word, which has to be a currency. */
function splitRest(rest: string): { unit: string; code: string } {
  const at = rest.lastIndexOf(' ');
  const [unit, code] = [rest.slice(0, Math.max(at, 0)), rest.slice(at + 1)];
  if (unit !== '') return { unit, code };
  // A unit that is the last word is not a misspelt currency.
  if (UNITS.has(code.toLowerCase())) return { unit: code, code: '' };
  const glued = code.slice(0, -3);
  return UNITS.has(glued.toLowerCase()) ? { unit: glued, code: code.slice(-3) } : { unit, code };
}

function unknownCurrency(code: string, before: string): Problem {
  if (code === '') return problem(`The currency is missing; add one of ${KNOWN}.`);
  if (code.toUpperCase() === 'USD') {
    return problem(
      'An amount in dollars needs no conversion; write it without :money and brackets.',
    );
  }
  const meant = likelyCurrency(code);
  return meant === undefined
    ? problem(`"${code}" is not a currency that is converted; write one of ${KNOWN}.`)
    : problem(`"${code}" is not one of ${KNOWN}. Did you mean "${meant}"?`, `${before}${meant}`);
}

/** Three letters are soon alike, so a slip has to keep two of them. */
function likelyCurrency(code: string): CurrencyCode | undefined {
  const meant = closest(code, CURRENCY_CODES);
  if (meant === undefined || !isCurrencyCode(meant)) return undefined;
  const kept = [...meant].filter((letter) => code.toUpperCase().includes(letter));
  return kept.length >= 2 ? meant : undefined;
}

/** The number in plain digits with a decimal point. */
function readDigits(
  number: string,
  unit: string,
  text: string,
  lang: string | undefined,
): string | Problem {
  const isEnglish = lang !== undefined && /^en(?:-|$)/i.test(lang);
  const comma = WITH_COMMA.exec(number);
  if (comma) {
    const mended = `${comma[1]}.${comma[2]}`;
    if (!isEnglish) return mended.replaceAll(' ', '');
    return problem(
      `"${number}" has a decimal comma; in English write ${mended}, and thousands as 1,250,000.`,
      mended + text.slice(number.length),
    );
  }
  if (!WITH_POINT.test(number)) {
    return problem(
      `"${number}" cannot be read as a number; write thousands as 1,250,000 or 1 250 000 and decimals as 2.4.`,
    );
  }
  // In "2,125 млрд" the comma may be of either kind, and a guess could be wrong a thousandfold.
  if (lang !== undefined && !isEnglish && unit !== '' && ONE_COMMA.test(number)) {
    const [point, space] = [number.replace(',', '.'), number.replace(',', ' ')];
    return problem(
      `The comma of "${number} ${unit}" can mean two things; write ${point} or ${space}.`,
    );
  }
  return number.replace(/[, ]/g, '');
}

function problem(message: string, suggestion?: string): Problem {
  return { ok: false, message, suggestion };
}
