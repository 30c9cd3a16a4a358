import { describe, expect, it } from 'vitest';
import { readTicks } from '@/lib/cli/bench/stolenTime';

describe('the time stolen from a virtual machine', () => {
  it('is read from the sum of all processors, which waiting and idling are no part of', () => {
    const stat = [
      'cpu  100 20 30 9000 800 4 5 40 7 1',
      'cpu0 50 10 15 4500 400 2 2 20 7 1',
      'intr 123',
    ].join('\n');
    expect(readTicks(stat)).toEqual({ wanted: 199, stolen: 40 });
  });

  it('is not known where there is no such line', () => {
    expect(readTicks('intr 123\n')).toBeNull();
  });
});
