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
