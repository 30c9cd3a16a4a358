/** Ways to write one sound in Latin letters, each with the one that stands for all, in this order. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/dzh|zh/g, 'j'],
  [/kh|x/g, 'h'],
  [/gh/g, 'g'],
  [/q/g, 'k'],
  // Surnames in Turkmen.
  [/(?<=[eo])w(?=a?$)/g, 'v'],
  // Not where it begins a word: a year is no ear.
  [/(?<=.)ye/g, 'e'],
  [/y/g, 'i'],
  [/ii/g, 'i'],
];

/**
 * A folded word as it sounds, so that "Haidar" and "Хайдар" (khaydar), "Japarov" and "Жапаров"
 * (zhaparov), "Tokayev" and "Токаев" (tokaev) are one: newsrooms and passports do not spell names by one table.
 */
export function soundOf(word: string): string {
  return SAME_SOUND.reduce((said, [written, sound]) => said.replace(written, sound), word);
}

/** Endings of Russian nouns and adjectives, folded; the longest that fits counts. */
const ENDING =
  /(?:i?yami|[aiy]mi|[oe]go|[oe]mu|y?uyu|y?aya|[ioey]e|[aiy]kh|yakh|iy[au]|ie[ym]|ii|[oeyi]y|[oeyia]m|yam|[oe]v|y[au]|[aeiouy])$/;

/** A stem with fewer letters is that of too many words. */
const SHORTEST_STEM = 4;

/**
 * Whether two folded words are one but for Russian endings: "Назарова" is "Назаров", and "курсов" is "курс".
 * @param shortest letters of a stem
 */
export function isOneWord(a: string, b: string, shortest = SHORTEST_STEM): boolean {
  if (a === b) return true;
  const [stemA, stemB] = [withoutEnding(a, shortest), withoutEnding(b, shortest)];
  return stemA === b || stemB === a || stemA === stemB;
}

/** A folded word without its Russian ending; whole where too little would be left. */
export function withoutEnding(word: string, shortest = SHORTEST_STEM): string {
  const stem = word.replace(ENDING, '');
  return stem.length < shortest ? word : stem;
}
