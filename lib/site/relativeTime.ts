import { RELATIVE_WORDS, type RelativeWords } from './dateWords/relative';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Means over the four hundred years after which the calendar repeats itself. */
const MONTH = 30.436875 * DAY;
const YEAR = 12 * MONTH;

/**
 * A label such as "2 months ago", from tables of our own: browsers lack the data of some of the
 * region's languages, and a label that a browser words otherwise than the server would move text.
 * Up to a month and from a year on, only what is past in full counts; between, the nearest month.
 * @param date milliseconds since 1970, as `now`
 * @param language a key of RELATIVE_WORDS; English for others
 */
export function relativeTime(date: number, now: number, language: string): string {
  const known = Object.hasOwn(RELATIVE_WORDS, language) ? RELATIVE_WORDS[language] : undefined;
  const words = known ?? RELATIVE_WORDS.en;
  const distance = Math.abs(now - date);
  if (distance < MINUTE) return words.now;
  const months = Math.round(distance / MONTH);
  const [unit, count] =
    distance < HOUR
      ? [0, distance / MINUTE]
      : distance < DAY
        ? [1, distance / HOUR]
        : distance < 30 * DAY
          ? [2, distance / DAY]
          : months < 12
            ? [3, months]
            : [4, Math.max(1, distance / YEAR)];
  return phrase(words, unit, Math.floor(count), date > now);
}

function phrase(words: RelativeWords, unit: number, count: number, isAhead: boolean): string {
  const forms = ((isAhead && words.ahead) || words.units).split(' ')[unit]?.split('|') ?? [];
  const form = forms[pluralForm(forms.length, count)] ?? '';
  return (isAhead ? words.future : words.past).replace('#', `${count} ${form}`);
}

/** Which of a unit's forms goes with a number; Slavic languages have three. */
function pluralForm(forms: number, count: number): number {
  if (forms < 3) return forms > 1 && count !== 1 ? 1 : 0;
  const [ones, tens] = [count % 10, count % 100];
  if (ones === 1 && tens !== 11) return 0;
  return ones > 1 && ones < 5 && (tens < 12 || tens > 14) ? 1 : 2;
}
