import { brotli, gzipped } from './compress';

export interface WeighedHtml {
  readonly html: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

/** Tries to make figure and weight agree; two or three suffice but at the edge of a rounding. */
const TRIES = 12;
/** From this try on, the page is made a little heavier each time. */
const PATIENCE = 3;

/**
 * Writes into a page what it weighs itself: the bytes of its HTML in Brotli, in kilobytes of
 * 1,000, to one place. The figure is part of what is weighed, so it is tried until it is true.
 * @param parts the page, divided where the figure belongs; one part where it shows none
 * @throws Error where no figure agrees, which line breaks at the end make all but impossible
 */
export async function weigh(parts: readonly string[]): Promise<WeighedHtml> {
  const [before = '', ...rest] = parts;
  const after = rest.join('');
  if (parts.length < 2) return compressed(Buffer.from(before));
  let figure = '10.0';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    // White space after the end tag belongs to no element.
    const padding = '\n'.repeat(Math.max(0, attempt - PATIENCE) ** 2);
    const html = Buffer.from(before + figure + after + padding);
    // The first figure is all but never true; later ones mostly are.
    const made = attempt === 0 ? { html, brotli: await brotli(html) } : await compressed(html);
    const weight = kilobytes(made.brotli.length);
    if (weight === figure) return 'gzip' in made ? made : compressed(html);
    figure = weight;
  }
  throw new Error('No figure for the weight of a page agrees with the page that says it');
}

/** In both ways at once, since threads for it lie idle. */
async function compressed(html: Buffer): Promise<WeighedHtml> {
  const [br, gzip] = await Promise.all([brotli(html), gzipped(html)]);
  return { html, brotli: br, gzip };
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
