import type { Dated } from '@/lib/content/models';
import { yearsSince } from '@/lib/site/dates';
import type { ViewContext } from '../context';

interface AgeNoticeProps {
  readonly published: Dated;
  readonly context: ViewContext;
}

/** Says of an article older than a year that it is, so that nobody takes it for today's news. */
export function AgeNotice({ published, context }: AgeNoticeProps) {
  const years = yearsSince(published.at, context.now, context.site.timeZone);
  if (years < 1) return null;
  return <p className="age-notice">{context.messages.article.old(years)}</p>;
}
