import type { Answer } from './answer';

/** Milliseconds for which such a page is shown again. */
const MOMENT = 2_000;

/**
 * A page that is true for a moment only: however many ask, it is made once in that time, and an old
 * one is never shown.
 * @param make never rejects
 * @param now milliseconds of a clock that is never set
 */
export function momentaryPage(
  make: () => Promise<Answer>,
  now: () => number = () => performance.now(),
): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  let goodUntil = Number.NEGATIVE_INFINITY;
  return () => {
    if (answer === undefined || now() >= goodUntil) {
      // While it is being made, those who come meanwhile wait for the same.
      goodUntil = Number.POSITIVE_INFINITY;
      answer = make().then((made) => {
        goodUntil = now() + MOMENT;
        return made;
      });
    }
    return answer;
  };
}
