import type { Instant } from '@/lib/site/dates';
import type { ViewContext } from '../context';
import { Dateline } from '../text/When';

/** A moment with its time of day. */
export function Moment({ at, context }: { readonly at: Instant; readonly context: ViewContext }) {
  return <Dateline date={{ at, precision: 'minute' }} context={context} />;
}
