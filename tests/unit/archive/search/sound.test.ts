import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '@/lib/archive/search/fold';
import { isOneWord, soundOf, withoutEnding } from '@/lib/archive/search/sound';

const heard = (name: string) => soundOf(fold(name));

describe('names of one sound', () => {
  it.each([
    ['Haidar', 'Хайдар', 'Haydar'],
    ['Seitkali', 'Сейткали'],
    ['Annayeva', 'Аннаева', 'Annaýewa'],
    ['Japarov', 'Жапаров', 'Джапаров', 'Zhaparov'],
    ['Mirziyoyev', 'Мирзиёев'],
    ['Tokayev', 'Токаев', 'Tokaev'],
    ['Rahmon', 'Рахмон', 'Rakhmon'],
    ['Berdimuhamedov', 'Бердымухамедов', 'Berdimuhamedow'],
    ['Xoʻja', 'Khoja', 'Ходжа'],
    ['Qanat', 'Канат', 'Қанат'],
  ])('%s', (name, ...others) => {
    for (const other of others) expect(heard(other)).toBe(heard(name));
  });

  it.each([
    ['year', 'ear'],
    ['yeast', 'east'],
    ['west', 'vest'],
    ['water', 'later'],
  ])('are not %s and %s', (one, other) => {
    expect(heard(one)).not.toBe(heard(other));
  });

  it('are of letters only, and none is left of a word without any', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        expect(soundOf(word)).toMatch(/^[a-z]+$/);
      }),
    );
  });
});

describe('a word with Russian endings', () => {
  it.each([
    ['курс', 'курсы'],
    ['курса', 'курсов'],
    ['официальный', 'официального'],
    ['официальная', 'официальной'],
    ['Назаров', 'Назарова'],
    ['Юлдашева', 'Юлдашевой'],
    ['станция', 'станциями'],
    ['Ташкент', 'Ташкентом'],
  ])('%s is %s', (one, other) => {
    expect(isOneWord(fold(one), fold(other))).toBe(true);
    expect(isOneWord(fold(other), fold(one))).toBe(true);
  });

  it.each([
    ['река', 'рост'],
    ['мир', 'мера'],
    ['Назаров', 'Назаренко'],
  ])('%s is not %s', (one, other) => {
    expect(isOneWord(fold(one), fold(other))).toBe(false);
  });

  it('keeps a stem, or all of itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        const stem = withoutEnding(word);
        expect(word.startsWith(stem)).toBe(true);
        expect(stem === word || stem.length >= 4).toBe(true);
      }),
    );
  });
});
