import type { Definition, Image, Link, Root, RootContent } from 'mdast';
import type { Condensed } from './condense';
import { type Span, spanOf } from './places';
import { restore } from './restore';
import { rewrite, text, walk } from './tree';

/** Inline nesting beyond this is no emphasis any more, and would exhaust the stack. */
const DEEPEST_TREE = 200;

const BARE_LINK = /@|www\.|https?:\/\//i;
const LINE_BREAK_TAG = /^<br\b/i;

export interface Survey {
  /** A node that nests too deep, where there is one; nothing else is then to be relied on. */
  readonly tooDeep: Span | undefined;
  /** Whether running text holds what may be a bare link. */
  readonly bareLinks: boolean;
}

/**
 * Settles a fresh tree: puts the plain blocks back that were taken out, turns references into the
 * links and images they stand for, and drops definitions.
 */
export function settle(root: Root, body: string, condensed: Condensed): Survey {
  const definitions = new Map<string, Definition>();
  let tooDeep: Span | undefined;
  let bareLinks = false;
  let indirect = false;
  walk(root, (node, depth) => {
    if (depth > DEEPEST_TREE) tooDeep ??= spanOf(node);
    restore(node, body, condensed);
    if (node.type === 'text') {
      bareLinks ||= BARE_LINK.test(node.value);
    } else if (node.type === 'html') {
      indirect = true;
    } else if (node.type === 'definition') {
      indirect = true;
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    }
  });
  if (indirect && !tooDeep) rewrite(root, (node) => resolve(node, definitions));
  return { tooDeep, bareLinks };
}

function resolve(
  node: RootContent,
  definitions: ReadonlyMap<string, Definition>,
): RootContent | RootContent[] {
  switch (node.type) {
    case 'definition':
      return [];
    case 'linkReference':
    case 'imageReference': {
      const definition = definitions.get(node.identifier);
      if (!definition) return 'children' in node ? node.children : [];
      const { url, title = null, data = {} } = definition;
      const position = node.position;
      const shared = { url, title, data, ...(position && { position }) };
      return node.type === 'linkReference'
        ? ({ ...shared, type: 'link', children: node.children } satisfies Link)
        : ({ ...shared, type: 'image', alt: node.alt ?? '' } satisfies Image);
    }
    case 'html':
      // Words on the two sides of a break must not run together when it is dropped.
      return LINE_BREAK_TAG.test(node.value) ? [text(' '), node] : node;
    default:
      return node;
  }
}
