import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { BodyRefusedError, inspectBody, portableMarkdown } from '@/lib/content/markdown';

const PAGE = 'https://courier.example/articles/dam';

function portable(body: string, hasPicture = true): string {
  return portableMarkdown(body, { page: PAGE, hasPicture: () => hasPicture });
}

function plainText(body: string): string {
  return inspectBody(body, { text: body, offset: 0 }).plain;
}

describe('addresses in Markdown for other programs', () => {
  it.each([
    ['a page', '[X](/people/x)', '[X](https://courier.example/people/x)'],
    ['a place in the text', '[X](#why-now)', `[X](${PAGE}#why-now)`],
    ['a file', '[X](media/a.pdf)', '[X](https://courier.example/media/a.pdf)'],
    ['another site', '[X](https://a.example/?q=ә)', '[X](https://a.example/?q=ә)'],
    ['a letter box', '[X](mailto:x@a.example)', '[X](mailto:x@a.example)'],
    ['a reference', '[X]\n\n[X]: /people/x', '[X](https://courier.example/people/x)'],
    ['a picture', '![X](media/a.png "Y")', '![X](https://courier.example/media/a.png "Y")'],
    ['nowhere safe', '[X](javascript:alert)', 'X'],
    ['nothing in words', '[](/people/x)', ''],
  ])('are those of %s', (_, body, expected) => {
    expect(portable(body).trim()).toBe(expected);
  });

  it('leave out pictures that there are not, and what would be empty without them', () => {
    expect(portable('Text.\n\n![X](media/a.png)\n\n> *![X](media/a.png)*', false)).toBe('Text.\n');
  });
});

describe('news blocks in Markdown for other programs', () => {
  it.each([
    [
      'a figure',
      ':::figure{src="media/a.png" alt="X" credit="A. B."}\nThe *dam*.\n:::',
      '![X](https://courier.example/media/a.png)\n\nThe *dam*.\n\n*A. B.*',
    ],
    [
      'a figure without more',
      ':::figure{src="media/a.png" alt=""}\n:::',
      '![](https://courier.example/media/a.png)',
    ],
    ['a pull quote', ':::pullquote{by="A. B."}\nWords.\n:::', '> Words.\n>\n> — A. B.'],
    ['a fact box', ':::factbox{title="Why"}\n- One\n- Two\n:::', '> **Why**\n>\n> - One\n> - Two'],
    [
      'an embed',
      '::embed{url="https://a.example/1" title="A film"}',
      '[A film](https://a.example/1)',
    ],
    ['an embed that leads nowhere safe', '::embed{url="http://a.example/1" title="A film"}', ''],
    ['an unknown block', ':::riddle\nWords.\n:::', 'Words.'],
    ['an unknown line', '::riddle[Words.]', 'Words.'],
  ])('are plain: %s', (_, body, expected) => {
    expect(portable(body).trim()).toBe(expected);
  });
});

describe('Markdown for other programs', () => {
  it('has amounts as they are written, and no HTML', () => {
    expect(portable('It costs :money[2 KGS].\n\n<div>x</div>\n\nA<br>b')).toBe(
      'It costs 2 KGS.\n\nA b\n',
    );
  });

  it('begins its headings below the headline', () => {
    expect(portable('# One\n\n## Two')).toBe('## One\n\n## Two\n');
  });

  it('keeps tables, notes and code', () => {
    const body =
      '| a | b |\n| - | -: |\n| 1 | 2 |\n\n- [x] Done[^1]\n\n```sh\nls\n```\n\n[^1]: A note.\n';
    const written = portable(body);
    expect(plainText(written)).toBe(plainText(body));
    expect(portable(written)).toBe(written);
  });

  it('has colons that begin a line as text, not as a news block', () => {
    expect(portable('\\::embed{url=x}')).toBe('\\::embed{url=x}\n');
    expect(portable(':::<b>0')).toBe('\\:::0\n');
  });

  it('ends no paragraph with a line break, after which something was left out', () => {
    expect(portable('Low.  \n<b>')).toBe('Low.\n');
    expect(portable('*Low.\\\n<b>* Still.')).toBe('*Low.* Still.\n');
  });

  it('is not made of what takes too long to read', () => {
    expect(() => portable('>'.repeat(5000))).toThrow(BodyRefusedError);
  });

  it('says what the text says, whatever its signs, and leads nowhere by itself', () => {
    const reader = remark().use(remarkGfm);
    const sign = fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
      fc.constantFrom('*', '_', '`', '[x](/y)', '![', '](', '<b>', '&amp;', '\\', '~', '|', ':::'),
      fc.constantFrom('#', '- ', '1. ', '> ', '\n', '\n\n', '    ', ':money[2 KGS]', '[^1]', '"'),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
        const body = signs.join('');
        const written = portable(body);
        const words = (text: string) => text.replace(/\s+/g, '');
        expect(words(plainText(written))).toBe(words(plainText(body)));
        expect(addresses(reader.parse(written)).filter((url) => !/^[a-z]+:/.test(url))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

function addresses(node: Nodes): string[] {
  const own = node.type === 'link' || node.type === 'image' ? [node.url] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(addresses)] : own;
}
