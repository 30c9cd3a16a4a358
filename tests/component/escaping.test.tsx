import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLine } from '../fixtures/anyText';
import { served } from './support/render';
import { everyPage } from './support/views';

/** Text that HTML would take for something else if it were not escaped; of one word, for its initial. */
const hostile = anyLine.map((text) => `Q${text.replace(/\s/g, '')}`);

/** Where words that came from outside stand in addresses, they are encoded on purpose. */
const ADDRESSES = new Set(['href', 'src']);

/** Every element of a page by its name, with its attributes, and all of its text. */
function reading(page: HTMLElement) {
  return {
    text: page.textContent,
    elements: [...page.querySelectorAll('*')].map((element) => [
      element.tagName,
      ...[...element.attributes]
        .filter(({ name }) => !ADDRESSES.has(name))
        .map(({ name, value }) => `${name}: ${value}`),
    ]),
  };
}

/** Starts with the same letter as the hostile texts do, since initials are drawn from names. */
const MARK = 'QMARKQ';

describe.each(everyPage(MARK))('the page "%s"', (name, harmless) => {
  it('shows any text as it is: it adds no element, attribute or character', () => {
    const marked = JSON.stringify(reading(served(harmless)));
    expect(marked).toContain(MARK);
    fc.assert(
      fc.property(hostile, (text) => {
        const page = everyPage(text).find(([each]) => each === name)?.[1];
        const expected = marked.replaceAll(MARK, () => JSON.stringify(text).slice(1, -1));
        expect(reading(served(page))).toEqual(JSON.parse(expected));
      }),
      { numRuns: 10 },
    );
  });
});
