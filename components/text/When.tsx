import type { Dated } from '@/lib/content/models';
import { dateline, longDate, machineDate, relativeLabel } from '@/lib/site/dates';
import type { ViewContext } from '../context';

interface WhenProps {
  readonly date: Dated;
  readonly context: ViewContext;
}

/** A date as a relative label, with the absolute date beside it or, in tight lists, on hover. */
export function When({
  date,
  context,
  compact = false,
}: WhenProps & { readonly compact?: boolean }) {
  const { now, site } = context;
  return (
    <span className="when">
      <time
        dateTime={machineDate(date.at, date.precision, site.timeZone)}
        title={dateline(date.at, date.precision, site)}
        data-relative=""
      >
        {relativeLabel(date.at, now, site.language)}
      </time>{' '}
      {compact ? null : (
        <time className="when-date" dateTime={machineDate(date.at, 'day', site.timeZone)}>
          {longDate(date.at, site)}
        </time>
      )}
    </span>
  );
}

/** A date in full, with the time of day and the zone where a time was given. */
export function Dateline({ date, context }: WhenProps) {
  const { site } = context;
  return (
    <time dateTime={machineDate(date.at, date.precision, site.timeZone)}>
      {dateline(date.at, date.precision, site)}
    </time>
  );
}
