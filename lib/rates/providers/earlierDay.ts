import { isCalendarDate } from '../dates';
import { FetchError } from '../fetching/fetchText';
import { daysBefore } from './days';
import { AnswerError, type Inquiry, type RawRate } from './provider';

/**
 * The newest rate with one of an earlier day beside it, so that there is something to compare with
 * from the first fetch on. Nothing is asked where the store has an earlier one of that week.
 * @param ask rate at a day; null where the source has none for it
 */
export async function withEarlierDay(
  { newestStored }: Inquiry,
  newest: RawRate,
  ask: (day: ReturnType<typeof daysBefore>[number]) => Promise<RawRate | null>,
): Promise<{ rates: RawRate[]; notes: string[] }> {
  const { date, source } = newest;
  if (!isCalendarDate(date)) return { rates: [newest], notes: [] };
  const days = daysBefore(date);
  const stored = newestStored(source, date);
  if (stored !== undefined && stored >= (days.at(-1) ?? date)) {
    return { rates: [newest], notes: [] };
  }
  for (const day of days) {
    try {
      const earlier = await ask(day);
      if (earlier && earlier.date < date) return { rates: [earlier, newest], notes: [] };
    } catch (error) {
      if (!(error instanceof FetchError || error instanceof AnswerError)) throw error;
      if (error instanceof FetchError && error.status === 404) continue;
      return { rates: [newest], notes: [`no earlier day: ${error.message}`] };
    }
  }
  return { rates: [newest], notes: ['no earlier day within a week'] };
}
