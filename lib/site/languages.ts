/** Languages of the region and its neighbours by their own names; Node's data lacks some. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  kk: 'Қазақша',
  ky: 'Кыргызча',
  ru: 'Русский',
  tg: 'Тоҷикӣ',
  tk: 'Türkmençe',
  uz: 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  'kk-Latn': 'Qazaqşa',
};

/** A language by its own name, such as "Русский" for `ru`; the tag where no name is known. */
export function nativeLanguageName(tag: string): string {
  const own = OWN_NAMES[tag] ?? OWN_NAMES[tag.split('-', 1)[0] ?? ''];
  return own ?? new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

const TWO_LETTERS = /^[a-z]{2}$/;
const tagsByName = new Map<string, ReadonlyMap<string, string>>();

/**
 * BCP 47 tag of a language by its name, in the language that it is named in or in its own: `kk` for
 * "Kazakh" and for "Қазақша"; undefined where no language is known by that name.
 * @param language BCP 47 tag of the language that the name is in
 */
export function languageTagOf(name: string, language: string): string | undefined {
  const known = tagsByName.get(language) ?? namesIn(language);
  tagsByName.set(language, known);
  return known.get(name.toLowerCase());
}

/** All languages of two letters (ISO 639-1) by their names; the platform has no list of them. */
function namesIn(language: string): ReadonlyMap<string, string> {
  const display = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const named = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((tag): [string, string][] => {
      const name = display.of(tag);
      // Codes that were withdrawn share the names of those that came in their place.
      const isInUse = Intl.getCanonicalLocales(tag)[0] === tag;
      return name === undefined || !isInUse ? [] : [[name.toLowerCase(), tag]];
    });
  const own = Object.entries(OWN_NAMES)
    .filter(([tag]) => TWO_LETTERS.test(tag))
    .map(([tag, name]): [string, string] => [name.toLowerCase(), tag]);
  return new Map([...named, ...own]);
}
