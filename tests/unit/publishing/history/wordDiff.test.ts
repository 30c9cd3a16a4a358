import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condense, diffText, diffWords, type Piece } from '@/lib/publishing/history/wordDiff';

/** Pieces as text: [-taken out-] and {+come in+}. */
function written(pieces: readonly Piece[]): string {
  const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
  return pieces.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join('');
}

function without(changes: readonly (readonly Piece[])[], kind: Piece['kind']): string {
  return changes
    .map((pieces) => pieces.filter((piece) => piece.kind !== kind))
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => pieces.map(({ text }) => text).join(''))
    .join('\n\n');
}

describe('the changes of a text', () => {
  it('are told word by word', () => {
    expect(written(diffWords('It was built in 1957.', 'It was built in 1975.'))).toBe(
      'It was built in [-1957-]{+1975+}.',
    );
  });

  it('are told paragraph by paragraph', () => {
    const changes = diffText(
      'One.\n\nTwo words.\n\nThree.',
      'One.\n\nTwo more words.\n\nNew.\n\nThree.',
    );
    expect(changes.map(written)).toEqual(['One.', 'Two {+more +}words.', '{+New.+}', 'Three.']);
  });

  it('give back both texts', () => {
    const word = fc.constantFrom('water', 'Су', 'dam,', '1957', '—', '🏔️', "don't");
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
    const text = fc.array(paragraph, { maxLength: 6 }).map((all) => all.join('\n\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffText(before, after);
        expect(without(changes, 'added')).toBe(before);
        expect(without(changes, 'removed')).toBe(after);
      }),
    );
  });

  it('that have nothing in common are told whole', () => {
    const before = Array.from({ length: 2000 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 2000 }, (_, index) => `b${index}`).join(' ');
    expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('what stayed', () => {
  it('is left out but for a few words', () => {
    const long = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
    const changes = diffText(`Same.\n\n${long} old ${long}`, `Same.\n\n${long} new ${long}`);
    expect(condense(changes).map(written)).toEqual([
      '… w22 w23 w24 w25 w26 w27 w28 w29 [-old-]{+new+} w0 w1 w2 w3 w4 w5 w6 …',
    ]);
  });
});
