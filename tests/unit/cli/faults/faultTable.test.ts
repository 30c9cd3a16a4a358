import { expect, it } from 'vitest';
import { faultTable, withTable } from '@/lib/cli/faults/faultTable';

const row = {
  requests: 12_345,
  failed: 0,
  slowest: 87.6,
  recovery: 'by itself',
  milliseconds: null,
};

it('orders faults by their names, and says times as people do', () => {
  const rows = [
    { ...row, fault: 'Disk full', milliseconds: 2_345 },
    { ...row, fault: 'Clock jumps' },
  ];
  expect(faultTable(rows).split('\n').slice(2)).toEqual([
    '| Clock jumps | 12,345 | 0 | 88 ms | by itself |  |',
    '| Disk full | 12,345 | 0 | 88 ms | by itself | 2.3 s |',
  ]);
});

it('takes the place of the table before', () => {
  const before = 'a\n<!-- faults: written by npm run test:faults -->\nold\n<!-- /faults -->\nb\n';
  const after = withTable(before, 'TABLE', 'NOTE');
  expect(after).toContain('NOTE\n\nTABLE');
  expect(after).not.toContain('old');
  expect(withTable(after, 'TABLE', 'NOTE')).toBe(after);
  expect(() => withTable('a', 'TABLE', 'NOTE')).toThrow('There is no');
});
