import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weigh } from '@/lib/server/pages/weigh';

const said = (html: Buffer): string => /<b>(.*?)<\/b>/.exec(html.toString())?.[1] ?? '';

it('says exactly what the page weighs in Brotli, whatever the page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 3000, size: 'max', unit: 'binary' }),
      fc.string({ maxLength: 200 }),
      async (before, after) => {
        const { html, brotli, gzip } = await weigh([`${before}<b>`, `</b>${after}`]);
        expect((brotli.length / 1000).toFixed(1)).toBe(
          /<b>([\d.]+)<\/b>/.exec(html.toString())?.[1],
        );
        expect(brotliDecompressSync(brotli).equals(html)).toBe(true);
        expect(gunzipSync(gzip).equals(html)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

it('finds a true figure at every edge of a rounding', async () => {
  // One more letter at a time: the weight passes many edges.
  for (let length = 0; length < 600; length += 1) {
    const noise = Array.from({ length }, (_, index) =>
      String.fromCharCode(33 + ((index * 7919) % 90)),
    );
    const { html, brotli } = await weigh([`${noise.join('')}<b>`, '</b>']);
    expect(said(html)).toBe((brotli.length / 1000).toFixed(1));
  }
});

it('leaves a page alone that does not say its weight', async () => {
  const { html } = await weigh(['<p>Text</p>']);
  expect(html.toString()).toBe('<p>Text</p>');
});
