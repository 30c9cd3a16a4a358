import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '@/lib/publishing/fixes/applyEdits';

describe('applyEdits', () => {
  it('makes edits in any order, insertions among them', () => {
    const edits = [
      { start: 4, end: 7, text: 'sea' },
      { start: 0, end: 0, text: 'To ' },
      { start: 7, end: 7, text: '!' },
    ];
    expect(applyEdits('the dam', edits)).toBe('To the sea!');
  });

  it.each([
    [
      [
        { start: 0, end: 3, text: '' },
        { start: 2, end: 4, text: '' },
      ],
    ],
    [[{ start: 3, end: 2, text: '' }]],
    [[{ start: 3, end: 9, text: '' }]],
  ])('refuses %j', (edits) => {
    expect(() => applyEdits('the dam', edits)).toThrow('does not fit in');
  });

  it('keeps everything outside of an edit', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, put) => {
        const edit = { start: a.length, end: a.length + b.length, text: put };
        expect(applyEdits(a + b + c, [edit])).toBe(a + put + c);
      }),
    );
  });
});
