/**
 * Keeps "5 minutes ago" true on a page that stays open, or that a cache has kept for a while.
 * The words are those that the server uses: browsers know no Kyrgyz or Turkmen of their own.
 */
import { relativeTime } from '@/lib/site/relativeTime';

const MINUTE = 60_000;

function refresh(): void {
  if (document.hidden) return;
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const label = relativeTime(Date.parse(time.dateTime), Date.now(), time.dataset.relative ?? '');
    if (time.textContent !== label) time.textContent = label;
  }
}

refresh();
setInterval(refresh, MINUTE);
document.addEventListener('visibilitychange', refresh);
addEventListener('pageshow', refresh);
