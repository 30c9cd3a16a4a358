import type { Properties } from 'hast';
import type { Emphasis, Nodes, Paragraph, RootContent, Text } from 'mdast';

/** Children of any parent, as the one list type that all kinds of children fit. */
export function childrenOf(node: Nodes): RootContent[] {
  return 'children' in node ? node.children : [];
}

/**
 * Visits a node and all below it in document order, without recursion: a tree that is too deep
 * for the stack is only known as such once it has been walked.
 */
export function walk(root: Nodes, visit: (node: Nodes, depth: number) => void): void {
  const waiting: Nodes[] = [root];
  const depths = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const depth = depths.pop() ?? 0;
    visit(node, depth);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (!child) continue;
      waiting.push(child);
      depths.push(depth + 1);
    }
  }
}

/**
 * Puts other nodes in the place of the descendants of a node, innermost first. The change is
 * given each node with its children already changed; the same node back means it stays.
 */
export function rewrite(
  parent: Nodes,
  change: (node: RootContent) => RootContent | readonly RootContent[],
): void {
  const children = childrenOf(parent);
  let differs = false;
  const changed = children.map((child) => {
    if ('children' in child) rewrite(child, change);
    const next = change(child);
    differs ||= next !== child;
    return next;
  });
  if (differs) setChildren(parent, changed.flat());
}

/** Sets the children of a node, however many there are. */
export function setChildren(parent: Nodes, children: readonly RootContent[]): void {
  const list = childrenOf(parent);
  list.length = 0;
  // Spreading the arguments of a call would exhaust the stack.
  for (const child of children) list.push(child);
}

/** An element of the page that Markdown has no node for. */
export function element(
  hName: string,
  hProperties: Properties,
  children: readonly RootContent[],
): Paragraph {
  const node: Paragraph = { type: 'paragraph', data: { hName, hProperties }, children: [] };
  setChildren(node, children);
  return node;
}

/** The same inside running text. */
export function inlineElement(
  hName: string,
  hProperties: Properties,
  children: readonly RootContent[],
): Emphasis {
  const node: Emphasis = { type: 'emphasis', data: { hName, hProperties }, children: [] };
  setChildren(node, children);
  return node;
}

export function text(value: string): Text {
  return { type: 'text', value };
}
