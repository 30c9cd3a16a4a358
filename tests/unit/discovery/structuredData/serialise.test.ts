// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleGraph, profileGraph } from '@/lib/discovery/structuredData/graphs';
import { serialise } from '@/lib/discovery/structuredData/serialise';
import { aContext } from '@/tests/component/support/context';
import { aFullDetail, aFullProfile } from '@/tests/component/support/fullModels';
import { anyText } from '@/tests/fixtures/anyText';

/** What a browser reads of a description within a page; everything within it that is a text. */
function readBack(serialised: string) {
  const page = new DOMParser().parseFromString(
    `<body><script type="application/ld+json">${serialised}</script></body>`,
    'text/html',
  );
  const { scripts, body } = page;
  return {
    scripts: scripts.length,
    elements: body.children.length,
    value: JSON.parse(scripts[0]?.textContent ?? '') as unknown,
  };
}

describe('a description', () => {
  it('reads back equal, and no text in it ends its element', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const graph of [
          articleGraph(aContext(), aFullDetail(text)),
          profileGraph(aContext(), aFullProfile(text)),
        ]) {
          const { scripts, elements, value } = readBack(serialise(graph));
          expect([scripts, elements]).toEqual([1, 1]);
          expect(value).toEqual(graph);
        }
      }),
    );
  });

  it('holds every word as it was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value } = readBack(serialise(articleGraph(aContext(), aFullDetail(text))));
        expect(value).toMatchObject({
          '@graph': [
            {
              headline: text,
              description: text,
              author: [{ name: text }, { name: text }],
              image: [{ caption: text, creditText: text }, expect.anything(), expect.anything()],
              correction: [{ text }],
            },
            expect.anything(),
            expect.anything(),
          ],
        });
      }),
    );
  });
});
