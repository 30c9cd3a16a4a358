import type { Converted } from '@/lib/content/markdown';
import type { MoneyAmount } from '@/lib/content/money';
import { type Instant, longDate } from '@/lib/site/dates';
import type { SiteIdentity } from '@/lib/site/identity';
import { messagesFor } from '@/lib/site/messages';
import { calendarDay } from './calendarDay';
import type { CalendarDate } from './dates';
import { dollarsBehind } from './dollars';
import { formatOfficial } from './format';
import { type DayRate, type KnownRates, rateOn } from './rateOn';

type Site = Pick<SiteIdentity, 'language' | 'timeZone'>;

/**
 * Makes what converts the amounts of a text to US dollars, by the rates of the day on which it was
 * published. An amount in a currency without a rate in the 14 days up to then is not converted.
 * @param published when the text was published; the site's time zone says on which day that is
 * @param lang BCP 47 tag of the text; the rate is told in the language of the site
 */
export function moneyConverter(
  rates: KnownRates,
  site: Site,
  published: Instant,
  lang: string,
): (money: MoneyAmount) => Converted | undefined {
  const day = calendarDay(published, site.timeZone);
  return ({ amount, currency }) => {
    const found = day && rateOn(rates, currency, day);
    const text = found && dollarsBehind(amount / Number(found.rate), lang);
    if (!found || text === undefined) return undefined;
    const rate = `1 USD = ${formatOfficial(found.rate)} ${currency}`;
    return { text, title: titleOf(rate, found, site.language) };
  };
}

function titleOf(rate: string, { source, date }: DayRate, language: string): string {
  const words = messagesFor(language).money;
  return source.kind === 'peg'
    ? words.convertedAtFixed(rate, source.name, written(source.since, language))
    : words.convertedAt(rate, source.name, written(date, language));
}

function written(date: CalendarDate, language: string): string {
  return longDate(Date.parse(date), { language, timeZone: 'UTC' });
}
