import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { condense } from './condense';
import { type Refusal, refuse, tooDeep } from './limits';
import { findMoney } from './money';
import { addressPlaces } from './places';
import { settle } from './settle';

/**
 * A parsed body: links and images in place of references, no definitions, and amounts of money as
 * nodes of their own.
 */
export interface ParsedBody {
  readonly root: Root;
  /** Turns an offset of the tree into one of the body. */
  readonly toBody: (offset: number) => number;
}

export type ParseResult =
  | { readonly ok: true; readonly parsed: ParsedBody }
  /** Offsets of the refusal are those of the body. */
  | { readonly ok: false; readonly refusal: Refusal };

/** Adds the block forms of directives. The inline form would take "10:30pm" for one. */
function newsBlocks(this: Processor): void {
  const blocks = directive();
  delete blocks.text;
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), blocks];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    directiveFromMarkdown({ verbose: true }),
    addressPlaces,
  ];
}

/** Leaves bare links as text: they make the parser stop at every letter of a body. */
function withoutBareLinks(this: Processor): void {
  const data = this.data();
  for (const { text = {} } of data.micromarkExtensions ?? []) {
    for (const [code, constructs = []] of Object.entries(text)) {
      const others = [constructs].flat().filter(({ name }) => !name?.endsWith('Autolink'));
      if (others.length > 0) text[Number(code)] = others;
      else delete text[Number(code)];
    }
  }
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => (extension.enter?.literalAutolink ? {} : extension));
}

const complete = remark().use(remarkGfm).use(newsBlocks).freeze();
const quick = remark().use(remarkGfm).use(newsBlocks).use(withoutBareLinks).freeze();

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Parses a body. Never throws: a body that would take the parser too long, or nests too deep, is
 * refused.
 */
export function parseBody(body: string): ParseResult {
  const condensed = condense(body);
  const { text, toBody } = condensed;
  const refusal = refuse(condensed);
  if (refusal) return refused(refusal, toBody);
  // The parser takes off one mark of byte order, which is gone already; another is text.
  const source = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + text : text;
  let root = quick.parse(source);
  let survey = settle(root, body, condensed);
  if (survey.bareLinks && !survey.tooDeep) {
    root = complete.parse(source);
    survey = settle(root, body, condensed);
  }
  if (survey.tooDeep) return refused(tooDeep(survey.tooDeep), toBody);
  findMoney(root, body, toBody);
  return { ok: true, parsed: { root, toBody } };
}

function refused(refusal: Refusal, toBody: (offset: number) => number): ParseResult {
  const span = { start: toBody(refusal.start), end: toBody(refusal.end) };
  return { ok: false, refusal: { ...refusal, ...span } };
}
