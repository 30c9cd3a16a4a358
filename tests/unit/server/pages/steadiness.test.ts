import { describe, expect, it } from 'vitest';
import { finishHtml } from '@/lib/server/finish/finishHtml';
import { steadyFor } from '@/lib/server/pages/steadiness';

const NOW = Date.parse('2026-11-23T12:00Z');
const MINUTE = 60_000;

/** A page as readers get it, with a date in relation to its own time. */
function relative(date: string): string {
  const head = '<meta charset="utf-8"><style>p{margin:0}</style>';
  const time = `<time dateTime="${date}" title="x" data-relative="en">some time ago</time>`;
  const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>${time}</p></body></html>`;
  return finishHtml(html, () => '').parts.join('');
}

describe('how long the clock leaves a page true', () => {
  it('is a minute where a date is told in minutes or hours', () => {
    expect(steadyFor(relative('2026-11-23T16:40+05:00'), NOW)).toBe(MINUTE);
    expect(steadyFor(relative('2026-11-22T17:01+05:00'), NOW)).toBe(MINUTE);
    expect(steadyFor(relative('2020-01-01') + relative('2026-11-23T12:30Z'), NOW)).toBe(MINUTE);
  });

  it('is ten minutes where dates are told in days, or in full', () => {
    expect(steadyFor(relative('2026-11-21') + relative('2019-05-01'), NOW)).toBe(10 * MINUTE);
    expect(steadyFor('<time datetime="2026-11-23T11:59Z">23 November</time>', NOW)).toBe(
      10 * MINUTE,
    );
    expect(steadyFor('<p>Nothing</p>', NOW)).toBe(10 * MINUTE);
  });
});
