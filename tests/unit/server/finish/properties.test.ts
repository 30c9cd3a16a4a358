import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { finishHtml } from '@/lib/server/finish/finishHtml';

/** Text as React writes it. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quote = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const tricky = fc.oneof(
  fc.string(),
  fc.constantFrom('<script>', '</script>', '<!--', '-->', '<![CDATA[', '"', "'", '0.0', '</style>'),
);
const text = fc.array(tricky, { maxLength: 4 }).map((parts) => parts.join('').replace(/\0/g, ''));
const needless = fc.constantFrom(
  '<script>push("<p>x</p>")</script>',
  '<script src="/a.js" async=""></script>',
  '<link rel="preload" as="image" href="/a.avif"/>',
);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text.map(escaped),
    needless,
    text.map((content) => `<textarea>${escaped(content)}</textarea>`),
    fc
      .tuple(text, fc.array(tie('node'), { maxLength: 4 }))
      .map(([title, children]) => `<div title="${quote(title)}">${children.join('')}</div>`),
  ),
}));

/** What a reader's browser makes of a page, without what the page does without. */
function content(html: string): string {
  const { document } = new JSDOM(html).window;
  for (const element of document.querySelectorAll(NEEDLESS)) element.remove();
  document.normalize();
  return document.documentElement.outerHTML;
}

const NEEDLESS = 'script, link[rel=preload]';

it('leaves everything in a page that it does not do without', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
      const html = `<!DOCTYPE html><html><head></head><body>${nodes.join('')}</body></html>`;
      const finished = finishHtml(html, () => '').parts.join('');
      expect(content(finished)).toBe(content(html));
      const { document } = new JSDOM(finished).window;
      expect(document.querySelectorAll(NEEDLESS)).toHaveLength(0);
    }),
  );
});
