import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDiagnostics, hasErrors } from '@/lib/content/diagnostics';
import { LineIndex } from '@/lib/content/positions';

describe('LineIndex', () => {
  it('counts lines and columns from one', () => {
    const lines = new LineIndex('ab\ncd\n');
    expect(lines.point(0)).toEqual({ line: 1, column: 1 });
    expect(lines.point(2)).toEqual({ line: 1, column: 3 });
    expect(lines.point(3)).toEqual({ line: 2, column: 1 });
    expect(lines.point(6)).toEqual({ line: 3, column: 1 });
  });

  it('counts columns in UTF-16 units, as editors do', () => {
    expect(new LineIndex('я🙂x').point(3)).toEqual({ line: 1, column: 4 });
  });

  it('moves offsets outside of the text to its nearest end', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.point(-5)).toEqual({ line: 1, column: 1 });
    expect(lines.point(99)).toEqual({ line: 2, column: 3 });
  });

  it('turns two offsets into a place, never one that ends before it begins', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.range(1, 4)).toEqual({ line: 1, column: 2, endLine: 2, endColumn: 2 });
    expect(lines.range(4, 1)).toEqual({ line: 2, column: 2, endLine: 2, endColumn: 2 });
  });

  it('finds for every offset the line and column at which it stands', () => {
    const text = fc
      .array(fc.constantFrom('a', 'я', '🙂', '\n', '\r\n', ' '))
      .map((parts) => parts.join(''));
    const within = text.chain((whole) =>
      fc.record({ whole: fc.constant(whole), offset: fc.nat(whole.length) }),
    );
    fc.assert(
      fc.property(within, ({ whole, offset }) => {
        const { line, column } = new LineIndex(whole).point(offset);
        const lines = whole.split('\n');
        const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
        expect(before + column - 1).toBe(offset);
        expect(column - 1).toBeLessThanOrEqual((lines[line - 1] ?? '').length);
      }),
    );
  });
});

describe('diagnostics', () => {
  const one = { endLine: 1, endColumn: 1, severity: 'error', message: '' } as const;

  it('are ordered by file, line, column and rule', () => {
    const inOrder = [
      { ...one, file: 'a.md', line: 2, column: 9, rule: 'z' },
      { ...one, file: 'a.md', line: 10, column: 1, rule: 'z' },
      { ...one, file: 'a.md', line: 10, column: 2, rule: 'a' },
      { ...one, file: 'a.md', line: 10, column: 2, rule: 'b' },
      { ...one, file: 'b.md', line: 1, column: 1, rule: 'a' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
        expect([...shuffled].sort(compareDiagnostics)).toEqual(inOrder);
      }),
    );
  });

  it('are errors or warnings', () => {
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([{ severity: 'warning' }])).toBe(false);
    expect(hasErrors([{ severity: 'warning' }, { severity: 'error' }])).toBe(true);
  });
});
