import type { Literal, Nodes, Root, RootContent, Text } from 'mdast';
import { isBareAddress } from './bareAddress';
import { type Span, spanOf } from './places';
import { childrenOf, setChildren, text, walk } from './tree';

/** An amount of money in running text; its value is what stands within the brackets. */
export interface Money extends Literal {
  type: 'money';
}

declare module 'mdast' {
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

/** A `:money[` in the value of a text node. */
interface Mark {
  /** Offsets in the value. */
  readonly start: number;
  readonly end: number;
  /** What stands within the brackets; undefined where they are not closed. */
  readonly content: string | undefined;
  /** Place of the content, or of the opening where it is not closed, from the node's start. */
  readonly place: Span;
}

/**
 * Makes nodes of the amounts of money (`:money[2.4bn KGS]`) in the texts of a tree. This comes
 * after parsing, since a mark that the parser knew would make it stop at every colon of a body.
 */
export function findMoney(root: Root, body: string, toBody: (offset: number) => number): void {
  if (!body.includes(OPENING)) return;
  walk(root, (parent) => {
    const children = childrenOf(parent);
    if (!children.some(mayHoldMoney)) return;
    if (parent.type === 'link' && isBareAddress(parent)) return;
    const split = children.map((child) =>
      mayHoldMoney(child) ? splitText(child, sourceOf(child, body, toBody)) : child,
    );
    setChildren(parent, split.flat());
  });
}

function mayHoldMoney(node: Nodes): node is Text {
  return node.type === 'text' && node.value.includes(OPENING);
}

function sourceOf(node: Nodes, body: string, toBody: (offset: number) => number): string {
  const { start, end } = spanOf(node);
  return body.slice(toBody(start), toBody(end));
}

function splitText(node: Text, source: string): RootContent[] {
  const { start: origin, end } = spanOf(node);
  const pieces: RootContent[] = [];
  let taken = 0;
  let from = origin;
  for (const mark of marksIn(node.value, source)) {
    if (mark.content === undefined) continue;
    const opening = origin + mark.place.start - OPENING.length;
    if (mark.start > taken) pieces.push(piece(node.value.slice(taken, mark.start), from, opening));
    const place = positionOf(origin + mark.place.start, origin + mark.place.end);
    pieces.push({ type: 'money', value: mark.content, position: place });
    taken = mark.end;
    from = origin + mark.place.end + 1;
  }
  if (taken === 0) return [node];
  if (taken < node.value.length) pieces.push(piece(node.value.slice(taken), from, end));
  return pieces;
}

/** Places, from the node's start, of brackets that are opened in a text and not closed in it. */
export function unclosedMoney(value: string, source: string): Span[] {
  if (!value.includes(OPENING)) return [];
  return marksIn(value, source)
    .filter(({ content }) => content === undefined)
    .map(({ place }) => place);
}

function marksIn(value: string, source: string): Mark[] {
  const written = [...source.matchAll(SOURCE_FORM)].filter(([found]) => found !== BACKSLASH);
  return [...value.matchAll(FORM)].flatMap((match, index) => {
    const at = written[index];
    if (at?.[1] === undefined || at[2] === undefined) return [];
    const [{ length }, content] = match;
    const inside = at.index + OPENING.length;
    const closing = source.indexOf(']', inside);
    const place =
      content === undefined
        ? { start: at.index, end: inside }
        : { start: inside, end: closing === -1 ? source.length : closing };
    return [{ start: match.index, end: match.index + length, content, place }];
  });
}

function piece(value: string, start: number, end: number): Text {
  return { ...text(value), position: positionOf(start, end) };
}

/** Only the offsets are ever read. */
function positionOf(start: number, end: number) {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  };
}
