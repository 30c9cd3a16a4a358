import { describe, expect, it } from 'vitest';
import { languageTagOf, nativeLanguageName } from '@/lib/site/languages';
import { isSupportedLanguage, messagesFor, SUPPORTED_LANGUAGES } from '@/lib/site/messages';

describe('nativeLanguageName', () => {
  it.each([
    ['ru', 'Русский'],
    ['tg', 'Тоҷикӣ'],
    ['uz', 'Oʻzbekcha'],
    ['uz-Cyrl', 'Ўзбекча'],
    ['kk-Latn', 'Qazaqşa'],
    // Neither the region nor an unknown script changes the name.
    ['ru-KZ', 'Русский'],
    ['de', 'Deutsch'],
  ])('calls %s by its own name', (tag, name) => {
    expect(nativeLanguageName(tag)).toBe(name);
  });

  it('falls back to the tag of a language that nobody named', () => {
    expect(nativeLanguageName('qaa')).toBe('qaa');
  });
});

describe('languageTagOf', () => {
  it.each([
    ['Kazakh', 'kk'],
    ['russian', 'ru'],
    ['Turkmen', 'tk'],
    ['Hebrew', 'he'],
    ['Қазақша', 'kk'],
    ['Türkmençe', 'tk'],
    ['Oʻzbekcha', 'uz'],
  ])('knows %s', (name, tag) => {
    expect(languageTagOf(name, 'en')).toBe(tag);
  });

  it('reads names in the language that they are in', () => {
    expect(languageTagOf('Kasachisch', 'de')).toBe('kk');
    expect(languageTagOf('Kasachisch', 'en')).toBeUndefined();
  });

  it.each(['', 'Kazakh and Russian', 'Sign language', 'constructor', 'ru'])(
    'knows no language called %j',
    (name) => {
      expect(languageTagOf(name, 'en')).toBeUndefined();
    },
  );
});

describe('messages', () => {
  it('are chosen by the primary language', () => {
    expect(isSupportedLanguage('en-GB')).toBe(true);
    expect(isSupportedLanguage('EN')).toBe(true);
    expect(messagesFor('en-GB')).toBe(messagesFor('en'));
  });

  it.each(['tlh', '', 'constructor'])('do not exist in %j', (tag) => {
    expect(isSupportedLanguage(tag)).toBe(false);
    expect(() => messagesFor(tag)).toThrow(`"${tag}"`);
  });

  it.each(SUPPORTED_LANGUAGES)('of %s hold no empty word', (language) => {
    const empty: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (value === '') empty.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(messagesFor(language), '');
    expect(empty).toEqual([]);
  });
});
