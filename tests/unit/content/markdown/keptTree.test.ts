import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inspectBody,
  portableMarkdown,
  type RenderContext,
  renderBody,
} from '@/lib/content/markdown';
import { ownTree } from '@/lib/content/markdown/keptTree';
import { parseBody } from '@/lib/content/markdown/parse';

const CONTEXT: RenderContext = {
  lang: 'en',
  picture: () => undefined,
  labels: {
    footnotes: 'Notes',
    backToText: 'Back',
    table: 'Table',
    externalEmbed: (host) => `Open on ${host}`,
  },
};
const PORTABLE = { page: 'https://courier.example/articles/one', hasPicture: () => true };

const BODY = [
  '# One "quoted" heading',
  'Text with a [link](/people) and a note.[^1] It cost :money[5m KGS].',
  ':::factbox{title="Facts"}\nInside.\n:::',
  '| a | b |\n| - | -: |\n| 1 | 2 |',
  '- [x] done',
  '[^1]: The note.',
].join('\n\n');

function forget(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('saxaul.keptTree'));
}

describe('a tree of a body', () => {
  it('is what the parser gives, every time', () => {
    for (const _time of ['first', 'second']) {
      const own = ownTree(BODY);
      const parsed = parseBody(BODY);
      expect(own).toEqual({ ok: true, root: parsed.ok && parsed.parsed.root });
    }
  });

  it('belongs to who asked for it: what is made of it does not depend on what was made before', () => {
    const marks = ['# a', '- b', '**c**', '[d](/e)', '![f](media/g.png)', ':money[1m KGS]', '[^1]'];
    const body = fc
      .array(fc.oneof(fc.constantFrom(BODY, ...marks, '[^1]: n'), fc.string()), { maxLength: 8 })
      .map((blocks) => blocks.join('\n\n'));
    fc.assert(
      fc.property(body, (text) => {
        forget();
        const html = renderBody(text, CONTEXT);
        forget();
        const markdown = portableMarkdown(text, PORTABLE);
        forget();
        inspectBody(text, { text, offset: 0 });
        expect(renderBody(text, CONTEXT)).toBe(html);
        expect(portableMarkdown(text, PORTABLE)).toBe(markdown);
      }),
    );
  });
});
