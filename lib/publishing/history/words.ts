/**
 * Words with the marks within them ("don't", "1,975.50", "north-east"), stretches of white space,
 * and every other character alone. Together the tokens are the text.
 */
const TOKEN = /\s+|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|[\s\S]/gu;
const WORD = /[\p{L}\p{N}]/u;

/** What differences are told in: a changed letter marks its whole word, a changed comma itself. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Whether there is a letter or a digit in a text. */
export function hasWords(text: string): boolean {
  return WORD.test(text);
}
