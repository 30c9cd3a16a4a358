const NO_BREAK = '\u00A0';

/** Text on one line of source, as it is to be set. */
export function shown(text: string): string {
  return (
    text
      .normalize('NFC')
      // Directions, joiners and places where a word may be hyphenated: they show nothing.
      .replace(/\p{Cf}+/gu, '')
      .replaceAll('\u202F', NO_BREAK)
      .replace(/(?:(?!\u00A0)[\p{Cc}\s])+/gu, ' ')
      .replace(/^[ \u00A0]+|[ \u00A0]+$/gu, '')
      // A dash between words does not begin a line.
      .replace(/ (?=[–—] )/gu, NO_BREAK)
  );
}
