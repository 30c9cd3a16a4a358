import type { Code, Html, Nodes, RootContent } from 'mdast';
import { type Condensed, type PlainBlock, type PlainGroup, STAND_IN } from './condense';
import { spanOf } from './places';
import { childrenOf, setChildren, text } from './tree';

/**
 * Puts the plain blocks back in the place of their stand-in, where a node is one itself (code,
 * raw HTML) or has one among its children.
 */
export function restore(node: Nodes, body: string, condensed: Condensed): void {
  if (condensed.groups.length === 0) return;
  if (node.type === 'code' || node.type === 'html') restoreSource(node, body, condensed);
  else restoreBlocks(node, condensed);
}

function restoreBlocks(parent: Nodes, condensed: Condensed): void {
  const children = childrenOf(parent);
  if (!children.some((child) => groupOf(child, condensed))) return;
  const restored = children.map((child) => {
    const group = groupOf(child, condensed);
    return group ? group.blocks.map((block) => nodeOf(block, condensed)) : child;
  });
  setChildren(parent, restored.flat());
}

function groupOf(node: RootContent, condensed: Condensed): PlainGroup | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  if (only?.type !== 'text' || only.value !== STAND_IN) return undefined;
  return condensed.groups[firstFrom(condensed.groups, spanOf(node).start)];
}

function nodeOf(block: PlainBlock, { fromBody }: Condensed): RootContent {
  const end = point(fromBody(block.end));
  const position = { start: point(fromBody(block.start)), end };
  const textStart = point(fromBody(block.end - block.text.length));
  const children = [{ ...text(block.text), position: { start: textStart, end } }];
  return block.level === 0
    ? { type: 'paragraph', children, position }
    : { type: 'heading', depth: block.level, children, position };
}

/** Only the offset is ever read. */
function point(offset: number): { line: number; column: number; offset: number } {
  return { line: 1, column: 1, offset };
}

/** Code and raw HTML hold the source itself, so their stand-ins become that again. */
function restoreSource(node: Code | Html, body: string, { groups }: Condensed): void {
  if (!node.value.includes(STAND_IN)) return;
  let next = firstFrom(groups, spanOf(node).start);
  node.value = node.value.replaceAll(STAND_IN, () => {
    const blocks = groups[next++]?.blocks ?? [];
    return body.slice(blocks.at(0)?.start, blocks.at(-1)?.end);
  });
}

/** Index of the first group at an offset of the condensed text or behind it. */
function firstFrom(groups: readonly PlainGroup[], offset: number): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
