import slugifyLatin from '@sindresorhus/slugify';

declare const kind: unique symbol;

/** A checked slug: lower-case ASCII letters and digits, in groups joined by single hyphens. */
export type Slug<Kind extends string> = string & { readonly [kind]: Kind };

export type ArticleSlug = Slug<'article'>;
export type AuthorSlug = Slug<'author'>;
export type SectionSlug = Slug<'section'>;
export type PageSlug = Slug<'page'>;
export type TopicSlug = Slug<'topic'>;
export type SeriesSlug = Slug<'series'>;

/** The whole of a slug but for its length. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** In characters. */
export const LONGEST_SLUG = 120;

export function isSlug<Kind extends string>(text: string): text is Slug<Kind> {
  return text.length <= LONGEST_SLUG && SLUG.test(text);
}

/** Letters of the region that the general transliteration lacks or writes the German way. */
const REGIONAL_LETTERS: [string, string][] = [
  ['ә', 'a'],
  ['ғ', 'gh'],
  ['қ', 'q'],
  ['ң', 'ng'],
  ['ө', 'o'],
  ['ү', 'u'],
  ['ұ', 'u'],
  ['һ', 'h'],
  ['і', 'i'],
  ['ӣ', 'i'],
  ['ӯ', 'u'],
  ['ҷ', 'j'],
  ['ҳ', 'h'],
  ['ў', 'o'],
  ['щ', 'shch'],
  // The Uzbek oʻ and gʻ as they are typed as well as spelt.
  ['ʻ', ''],
  ['ʼ', ''],
  ['‘', ''],
  ['’', ''],
  ["'", ''],
  ['ä', 'a'],
  ['ö', 'o'],
  ['ü', 'u'],
];

const BOTH_CASES = REGIONAL_LETTERS.flatMap(([letter, latin]): [string, string][] => {
  const upper = letter.toUpperCase();
  return upper === letter
    ? [[letter, latin]]
    : [
        [letter, latin],
        [upper, latin],
      ];
});

/**
 * Makes a slug from text in Latin or Cyrillic letters, those of the region's five languages
 * included. Returns undefined where no letter or digit can be carried over.
 */
export function slugify<Kind extends string>(text: string): Slug<Kind> | undefined {
  const made = slugifyLatin(text.normalize('NFC'), {
    customReplacements: BOTH_CASES,
    // Else a word in capitals is taken apart at every letter that was replaced.
    decamelize: false,
  })
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, '');
  return isSlug<Kind>(made) ? made : undefined;
}
