import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { describe, expect, it } from 'vitest';
import { condense } from '@/lib/content/markdown/condense';
import { findMoney } from '@/lib/content/markdown/money';
import { parseBody } from '@/lib/content/markdown/parse';
import { spanOf } from '@/lib/content/markdown/places';
import { settle } from '@/lib/content/markdown/settle';
import { childrenOf } from '@/lib/content/markdown/tree';
import { bodies } from './support';

const whole = remark()
  .use(remarkGfm)
  .use(function (this: Processor) {
    const blocks = directive();
    delete blocks.text;
    const data = this.data();
    data.micromarkExtensions?.push(blocks);
    data.fromMarkdownExtensions?.push(directiveFromMarkdown());
  })
  .freeze();

/** The tree of a body that is parsed as it stands, with every extension at work. */
function slowly(body: string): Root {
  const origin = body.startsWith('\uFEFF') ? 1 : 0;
  const root = whole.parse(body);
  const toBody = (offset: number) => offset + origin;
  settle(root, body, { text: body, groups: [], toBody, fromBody: toBody });
  findMoney(root, body, toBody);
  return root;
}

interface Shape {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly children: readonly Shape[];
}

/** What matters of a tree: kinds, contents, and places in the body. */
function shapeOf(node: Nodes, toBody: (offset: number) => number): Shape {
  const { start, end } = spanOf(node);
  const { type, position: _, data: __, children: ___, ...rest } = { children: [], ...node };
  return {
    type,
    // A root's end and the places of nodes that bare links split are not ones that are reported.
    start: node.position && type !== 'root' ? toBody(start) : -1,
    end: node.position && type !== 'root' ? toBody(end) : -1,
    value: rest,
    children: childrenOf(node).map((child) => shapeOf(child, toBody)),
  };
}

describe('condense', () => {
  it('leaves the parsed tree exactly as it would be', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const origin = body.startsWith('\uFEFF') ? 1 : 0;
        const result = parseBody(body);
        if (!result.ok) throw new Error(result.refusal.message);
        const { root, toBody } = result.parsed;
        expect(shapeOf(root, toBody)).toEqual(shapeOf(slowly(body), (offset) => offset + origin));
      }),
      { numRuns: 500 },
    );
  });

  it('takes one mark of byte order off, as the parser does', () => {
    const textOf = (body: string) => {
      const result = parseBody(body);
      if (!result.ok) throw new Error(result.refusal.message);
      return result.parsed.root.children.length;
    };
    expect(['\uFEFF ', '\uFEFF\uFEFF ', '\uFEFF\uFEFF*a*'].map(textOf)).toEqual([0, 1, 1]);
  });

  it('takes plain paragraphs and headings out, neighbours together', () => {
    const { text, groups } = condense(
      'One.\n\n## Two\n\nThree\nfour.\n\n- five\n\nSix *seven*.\n\nEight.',
    );
    expect(text).toBe('\uE000\n\n- five\n\nSix *seven*.\n\n\uE000');
    expect(groups.map(({ blocks }) => blocks.map((block) => block.text))).toEqual([
      ['One.', 'Two', 'Three\nfour.'],
      ['Eight.'],
    ]);
  });

  it('keeps back what could be more than text', () => {
    for (const active of [
      'a *b*',
      'a [b]',
      'a `b',
      'a < b',
      'a & b',
      'a\\b',
      'a@b',
      'www.a',
      'see http:x',
      '1. a',
      'a ',
      'a\n# b',
      'a\n===',
      'a | b',
      '- a',
      ':::a',
      '# a #',
      ' a',
      'a\tb',
      'a\n1. b',
    ]) {
      expect(condense(active).groups, active).toEqual([]);
    }
  });
});
