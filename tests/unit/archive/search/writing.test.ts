import { describe, expect, it } from 'vitest';
import { asWritten } from '@/lib/archive/search/writing';

const guess = (text: string) => [
  { text: 'near ', isGuess: false },
  { text, isGuess: true },
  { text: '?', isGuess: false },
];

describe('a guess is written', () => {
  it('as the text writes it most often', () => {
    const texts = ['Glacier', 'the glacier, a glacier; Glaciers'];
    expect(asWritten(guess('glacier'), 'glacer', texts)).toBe('near glacier?');
    expect(asWritten(guess('tashkent'), 'Tashkant', ['Ташкент', 'in Tashkent'])).toBe(
      'near Tashkent?',
    );
  });

  it('in the letters of what was typed, where some text uses them', () => {
    const texts = ['Tashkent and Tashkent', 'Ташкент'];
    expect(asWritten(guess('tashkent'), 'Ташкннт', texts)).toBe('near Ташкент?');
    expect(asWritten(guess('tashkent'), 'Ташкннт', ['Tashkent'])).toBe('near Tashkent?');
  });

  it('folded where no text has it', () => {
    expect(asWritten(guess('glacier'), 'glacer', [])).toBe('near glacier?');
  });
});
