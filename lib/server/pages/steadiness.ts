const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** For pages whose relative dates count minutes or hours. */
const OF_TODAY = MINUTE;
/** For those on which the clock moves nothing within a day. */
const OF_OLD = 10 * MINUTE;

const RELATIVE_DATE = /<time datetime="([^"]+)"[^>]* data-relative=/gi;

/**
 * Milliseconds for which a page may be shown as it is, as far as the clock goes: "5 minutes ago"
 * does not stay true for long. What editors change is dropped at once, whatever this says.
 * @param now when it was made, in milliseconds since 1970
 */
export function steadyFor(html: string, now: number): number {
  for (const [, date = ''] of html.matchAll(RELATIVE_DATE)) {
    if (Math.abs(now - Date.parse(date)) < DAY) return OF_TODAY;
  }
  return OF_OLD;
}
