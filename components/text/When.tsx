import type { Dated } from '@/lib/content/models';
import { dateline, longDate, machineDate } from '@/lib/site/dates';
import { dateLanguage } from '@/lib/site/dateWords/dateLanguage';
import { relativeTime } from '@/lib/site/relativeTime';
import type { ViewContext } from '../context';

interface WhenProps {
  readonly date: Dated;
  readonly context: ViewContext;
  /** BCP 47 tag of the text that the date belongs to, where it is not in the site's language. */
  readonly lang?: string | undefined;
}

/**
 * A date as a relative label, with the absolute date beside it or, in tight lists, on hover. An
 * island keeps the label true while the page is open. In a file, which nobody makes anew as time goes on, the
 * absolute date stands alone.
 */
export function When({
  date,
  context,
  lang,
  compact = false,
}: WhenProps & { readonly compact?: boolean }) {
  const { now, site, hosting } = context;
  const { language, marked } = languageOf(lang, context);
  const written = { language, timeZone: site.timeZone };
  if (hosting === 'files') {
    return (
      <span className="when" lang={marked}>
        <time
          dateTime={machineDate(date.at, date.precision, site.timeZone)}
          title={dateline(date.at, date.precision, written)}
        >
          {longDate(date.at, written)}
        </time>
      </span>
    );
  }
  return (
    <span className="when" lang={marked}>
      <time
        dateTime={machineDate(date.at, date.precision, site.timeZone)}
        title={dateline(date.at, date.precision, written)}
        data-relative={language}
      >
        {relativeTime(date.at, now, language)}
      </time>{' '}
      {compact ? null : (
        <time className="when-date" dateTime={machineDate(date.at, 'day', site.timeZone)}>
          {longDate(date.at, written)}
        </time>
      )}
    </span>
  );
}

/** A date in full, with the time of day and the zone where a time was given. */
export function Dateline({ date, context, lang }: WhenProps) {
  const { timeZone } = context.site;
  const { language, marked } = languageOf(lang, context);
  return (
    <time dateTime={machineDate(date.at, date.precision, timeZone)} lang={marked}>
      {dateline(date.at, date.precision, { language, timeZone })}
    </time>
  );
}

/** The language that a date is written in, and how it is marked where it is not the site's. */
function languageOf(lang: string | undefined, { site }: ViewContext) {
  const own = dateLanguage(site.language, site.language);
  const language = dateLanguage(lang ?? site.language, site.language);
  return { language, marked: language === own ? undefined : language };
}
