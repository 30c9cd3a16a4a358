import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import { isBareAddress } from './bareAddress';
import { parseBody } from './parse';
import { childrenOf } from './tree';

/** The readable text of a body. */
export interface PlainText {
  /** Everything a reader reads, block by block, with a blank line between blocks. */
  readonly plain: string;
  /** The ordinary paragraphs alone, for excerpts. */
  readonly opening: string;
  readonly words: number;
}

const BLANK_LINE = '\n\n';
/** A word does not begin with white space or a dash that stands alone. */
const WORD = /[^\s–—-]\S*/g;

export function readPlain(root: Root): PlainText {
  const running: string[] = [];
  const aside: string[] = [];
  collect(root, running, aside);
  const plain = [...running, ...aside].filter((block) => block !== '').join(BLANK_LINE);
  return { plain, opening: openingOf(root), words: plain.match(WORD)?.length ?? 0 };
}

/**
 * The text of a body's ordinary paragraphs: no headings, captions, lists, quotes, tables or news
 * blocks. Empty for a body that cannot be parsed.
 */
export function openingText(source: Root | string): string {
  if (typeof source !== 'string') return openingOf(source);
  const result = parseBody(source);
  return result.ok ? openingOf(result.parsed.root) : '';
}

function openingOf(root: Root): string {
  return root.children
    .map((node) => (node.type === 'paragraph' ? inlineText(node) : ''))
    .filter((block) => block !== '')
    .join(BLANK_LINE);
}

/** Captions, pull quotes, fact boxes and notes come after the running text they interrupt. */
function collect(node: RootContent | Root, running: string[], aside: string[]): void {
  switch (node.type) {
    case 'paragraph':
      running.push(inlineText(node));
      aside.push(captionOf(node));
      break;
    case 'heading':
      running.push(inlineText(node));
      break;
    case 'code':
      running.push(node.value.trim());
      break;
    case 'tableRow':
      running.push(node.children.map(inlineText).join(' ').trim());
      break;
    case 'leafDirective':
    case 'containerDirective':
      aside.push(oneLine(node.attributes?.title ?? ''));
      for (const child of node.children) collect(child, aside, aside);
      aside.push(oneLine(node.attributes?.by ?? ''));
      break;
    case 'footnoteDefinition':
      for (const child of node.children) collect(child, aside, aside);
      break;
    default:
      for (const child of childrenOf(node)) collect(child, running, aside);
  }
}

function captionOf(paragraph: Paragraph): string {
  const [only] = paragraph.children;
  const image = paragraph.children.length === 1 && only?.type === 'image' ? only : undefined;
  return oneLine(image?.title ?? '');
}

/** Text of a node on one line, without footnote marks, pictures and bare addresses. */
export function inlineText(node: Nodes): string {
  return oneLine(rawText(node));
}

function rawText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'money':
      return node.value;
    case 'break':
      return ' ';
    case 'link':
      return isBareAddress(node) ? '' : childrenOf(node).map(rawText).join('');
    default:
      return childrenOf(node).map(rawText).join('');
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
