import { expect, it } from 'vitest';
import type { Answer } from '@/lib/server/pages/answer';
import { momentaryPage } from '@/lib/server/pages/momentary';

it('is made once for all who ask within a moment, and never shown old', async () => {
  let now = 0;
  const made: ((answer: Answer) => void)[] = [];
  const page = momentaryPage(
    () => new Promise((resolve) => made.push(resolve)),
    () => now,
  );
  const first = [page(), page()];
  now = 60_000;
  const late = page();
  // However long it takes, it is being made once.
  expect(made).toHaveLength(1);
  made[0]?.({ kind: 'missing' });
  expect(await Promise.all([...first, late])).toHaveLength(3);
  now = 61_999;
  await page();
  expect(made).toHaveLength(1);
  now = 62_000;
  const next = page();
  expect(made).toHaveLength(2);
  made[1]?.({ kind: 'fault' });
  expect(await next).toEqual({ kind: 'fault' });
});
