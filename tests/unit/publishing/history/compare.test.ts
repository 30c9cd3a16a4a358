import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '@/lib/publishing/history/compare';
import { foldUnchanged } from '@/lib/publishing/history/fold';
import { type Passage, textAfter, textBefore } from '@/lib/publishing/history/passages';

/** A passage as `same [-removed-] {+added+}`. */
function marked(passage: Passage): string {
  return passage
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      return kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
    })
    .join('');
}

function compared(before: string[], after: string[]): string[] {
  return compareTexts(before, after).map(marked);
}

/** Few words, so that texts have much in common, and letters of the region with marks among them. */
const word = fc.constantFrom('the', 'dam', 'өзен', 'Сырдарья,', 'oʻzbek', '1,975', '"', '—', '…');
const odd = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const paragraph = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
  odd,
);
const text = fc.array(paragraph, { maxLength: 8 });

describe('comparing two texts', () => {
  it('holds both texts, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const passages = compareTexts(before, after);
        expect(textBefore(passages)).toEqual(before);
        expect(textAfter(passages)).toEqual(after);
      }),
    );
  });

  it('holds both texts where they are too different to be compared', () => {
    const before = Array.from({ length: 700 }, (_, index) => `old ${index}`);
    const after = Array.from({ length: 700 }, (_, index) => `new ${index}`);
    const passages = compareTexts(before, after);
    expect(textBefore(passages)).toEqual(before);
    expect(textAfter(passages)).toEqual(after);
    const long = (name: string) => Array.from({ length: 600 }, (_, n) => `x ${name}${n}`).join(' ');
    const [passage = []] = compareTexts([long('a')], [long('b')]);
    expect(textBefore([passage])).toEqual([long('a')]);
  });

  it('finds nothing in equal texts', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(foldUnchanged(compareTexts(same, same))).toEqual([]);
      }),
    );
  });

  it.each([
    [
      'a number, whole',
      'It was built in 1957, they say.',
      'It was built in 1975, they say.',
      'It was built in [-1957-]{+1975+}, they say.',
    ],
    [
      'a mark alone',
      'Water, land and air.',
      'Water; land and air.',
      'Water[-,-]{+;+} land and air.',
    ],
    [
      'a phrase in one',
      'He said that the old dam would break.',
      'He said that a new bridge would break.',
      'He said that [-the old dam-]{+a new bridge+} would break.',
    ],
    [
      'words in other scripts, whole',
      'Ауылдағы өзен тасыды деп хабарлады.',
      'Ауылдағы өзені тасыды деп хабарлады.',
      'Ауылдағы [-өзен-]{+өзені+} тасыды деп хабарлады.',
    ],
  ])('marks %s', (_, before, after, expected) => {
    expect(compared([before], [after])).toEqual([expected]);
  });

  it('knows an edited paragraph again among others that are new or gone', () => {
    const before = [
      'Opening words stay.',
      'Gone for good.',
      'The river rose by two metres overnight.',
    ];
    const after = [
      'Opening words stay.',
      'The river rose by three metres overnight.',
      'Wholly new.',
    ];
    expect(compared(before, after)).toEqual([
      'Opening words stay.',
      '[-Gone for good.-]',
      'The river rose by [-two-]{+three+} metres overnight.',
      '{+Wholly new.+}',
    ]);
  });

  it('puts what is gone before what came in its place', () => {
    expect(compared(['One thing.'], ['Quite another matter'])).toEqual([
      '[-One thing.-]',
      '{+Quite another matter+}',
    ]);
  });
});

describe('folding what did not change', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`).join(' ');

  it('keeps eight words on each side of a change, and no paragraph without one', () => {
    const before = ['Untouched.', `${words(1, 40)} old ${words(41, 80)} gone ${words(81, 120)}`];
    const after = ['Untouched.', `${words(1, 40)} new ${words(41, 80)} here ${words(81, 120)}`];
    expect(foldUnchanged(compareTexts(before, after)).map(marked)).toEqual([
      `… ${words(33, 40)} [-old-]{+new+} ${words(41, 48)} … ${words(73, 80)} [-gone-]{+here+} ${words(81, 88)} …`,
    ]);
  });

  it('leaves short stretches whole', () => {
    const before = `${words(1, 13)} old ${words(14, 26)}`;
    const after = `${words(1, 13)} new ${words(14, 26)}`;
    expect(foldUnchanged(compareTexts([before], [after])).map(marked)).toEqual([
      `${words(1, 13)} [-old-]{+new+} ${words(14, 26)}`,
    ]);
  });

  it('loses no change, and adds no word', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const whole = compareTexts(before, after);
        const folded = foldUnchanged(whole);
        const changes = (passages: readonly Passage[]) =>
          passages.flat().filter(({ kind }) => kind !== 'same');
        expect(changes(folded)).toEqual(changes(whole));
      }),
    );
  });
});
