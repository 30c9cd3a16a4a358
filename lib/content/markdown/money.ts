import type { Literal, Nodes, Root, RootContent, Text } from 'mdast';
import { isBareAddress } from './bareAddress';
import { type Span, spanOf } from './places';
import { childrenOf, setChildren, text, walk } from './tree';

/** An amount of money in running text; its value is what stands within the brackets. */
export interface Money extends Literal {
  type: 'money';
}

declare module 'mdast' {
  interface TextData {
    /** Whether the text is the beginning of an amount whose brackets do not close. */
    unclosedMoney?: true;
  }
  interface PhrasingContentMap {
    money: Money;
  }
  interface RootContentMap {
    money: Money;
  }
}

const OPENING = ':money[';
const FORM = /(?<!:):money\[(?:([^[\]]*)\])?/g;
// With escapes, which the parser has taken out of the text: they tell mere text from an amount.
const SOURCE_FORM =
  /\\\\|(?<!:|&#58;|&colon;)(?:(:)|\\:|&(?:colon|#0*58|#[xX]0*3[aA]);)money(?:(\[)|\\\[|&(?:lsqb|lbrack|#0*91|#[xX]0*5[bB]);)/g;
const BACKSLASH = '\\\\';

/** Whether there may be an amount of money in a body. */
export function mentionsMoney(body: string): boolean {
  return body.includes(OPENING);
}

/**
 * Makes nodes of the amounts of money (`:money[2.4bn KGS]`) in the texts of a tree. This comes
 * after parsing, since a mark that the parser knew would make it stop at every colon of a body.
 */
export function findMoney(root: Root, body: string, toBody: (offset: number) => number): void {
  if (!mentionsMoney(body)) return;
  walk(root, (parent) => {
    if (parent.type === 'link' && isBareAddress(parent)) return;
    const children = childrenOf(parent);
    if (!children.some((child) => child.type === 'text' && child.value.includes(OPENING))) return;
    const split = stretchesOf(parent).flatMap(({ nodes, start, end }) => {
      const marks = new SourceMarks(body.slice(toBody(start), toBody(end)), start);
      return nodes.flatMap((node) => splitNode(node, marks));
    });
    setChildren(parent, split);
  });
}

interface Stretch extends Span {
  readonly nodes: readonly RootContent[];
}

/**
 * The children of a node with their places. Where a bare link split a text, its parts have none
 * of their own and share what is left between their neighbours.
 */
function stretchesOf(parent: Nodes): Stretch[] {
  const stretches: Stretch[] = [];
  let from = spanOf(parent).start;
  let unplaced: RootContent[] = [];
  for (const node of childrenOf(parent)) {
    if (!node.position) {
      unplaced.push(node);
      continue;
    }
    const { start, end } = spanOf(node);
    stretches.push({ nodes: unplaced, start: from, end: start }, { nodes: [node], start, end });
    unplaced = [];
    from = end;
  }
  return [...stretches, { nodes: unplaced, start: from, end: spanOf(parent).end }];
}

/** Hands out the places of the openings in a source, in order. */
class SourceMarks {
  readonly #source: string;
  readonly #start: number;
  readonly #openings: readonly RegExpMatchArray[];
  #given = 0;

  constructor(source: string, start: number) {
    this.#source = source;
    this.#start = start;
    this.#openings = [...source.matchAll(SOURCE_FORM)].filter(([found]) => found !== BACKSLASH);
  }

  /** Place of the next opening; undefined where an escape makes mere text of it. */
  next(): Span | undefined {
    const found = this.#openings[this.#given++];
    if (found?.[1] === undefined || found[2] === undefined) return undefined;
    const start = this.#start + (found.index ?? 0);
    return { start, end: start + OPENING.length };
  }

  /** Offset of the bracket that closes at the soonest. */
  closing(from: number): number {
    const at = this.#source.indexOf(']', from - this.#start);
    return this.#start + (at === -1 ? this.#source.length : at);
  }
}

function splitNode(node: RootContent, marks: SourceMarks): RootContent[] {
  if (node.type === 'text') return splitText(node, marks);
  // The text of a bare link stays, but what it holds is counted.
  if (!node.position && node.type === 'link') {
    for (const child of node.children) if (child.type === 'text') splitText(child, marks);
  }
  return [node];
}

function splitText(node: Text, marks: SourceMarks): RootContent[] {
  const { value } = node;
  const { start, end } = spanOf(node);
  const pieces: RootContent[] = [];
  let taken = 0;
  let from = start;
  for (const match of value.matchAll(FORM)) {
    const opening = marks.next();
    if (!opening) continue;
    const [whole, content] = match;
    const before = value.slice(taken, match.index);
    if (before !== '') {
      const part = text(before);
      pieces.push(node.position ? placed(part, { start: from, end: opening.start }) : part);
    }
    if (content === undefined) {
      pieces.push(placed({ ...text(whole), data: { unclosedMoney: true } }, opening));
      from = opening.end;
    } else {
      const place = { start: opening.end, end: marks.closing(opening.end) };
      pieces.push(placed({ type: 'money', value: content }, place));
      from = place.end + 1;
    }
    taken = match.index + whole.length;
  }
  if (pieces.length === 0) return [node];
  const rest = value.slice(taken);
  if (rest === '') return pieces;
  return [...pieces, node.position ? placed(text(rest), { start: from, end }) : text(rest)];
}

/** A node at its place, of which only the offsets are ever read. */
function placed(node: Text | Money, { start, end }: Span): Text | Money {
  const position = {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  };
  return { ...node, position };
}
