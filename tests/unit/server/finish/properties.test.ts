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
const framework = fc.constantFrom(
  '<!-- -->',
  '<!--$--><!--/$-->',
  '<script>self.__next_f.push([1,"\\u003cp>x\\u003c/p>"])</script>',
  '<script src="/_next/a.js" async=""></script>',
  '<div hidden=""><!--$--><!--/$--></div>',
);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text.map(escaped),
    framework,
    text.map((content) => `<textarea>${escaped(content)}</textarea>`),
    fc
      .tuple(text, fc.array(tie('node'), { maxLength: 4 }))
      .map(([title, children]) => `<div title="${quote(title)}">${children.join('')}</div>`),
  ),
}));

/** What a reader's browser makes of a page. */
function parse(html: string): { document: Document; comments: Node[] } {
  const { document } = new JSDOM(html).window;
  const walker = document.createTreeWalker(document, 128 /* comments */);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  return { document, comments };
}

/** The same without what the framework adds. */
function content(html: string): string {
  const { document, comments } = parse(html);
  for (const script of document.querySelectorAll('script')) script.remove();
  for (const empty of document.querySelectorAll('div[hidden]')) empty.remove();
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  document.normalize();
  return document.documentElement.outerHTML;
}

it('leaves everything in a page that is not its framework', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
      const html = `<!DOCTYPE html><html><head></head><body>${nodes.join('')}</body></html>`;
      const finished = finishHtml(html, () => '').parts.join('');
      expect(content(finished)).toBe(content(html));
      const { document, comments } = parse(finished);
      expect(comments).toEqual([]);
      expect(document.querySelectorAll('script, div[hidden]')).toHaveLength(0);
    }),
  );
});
