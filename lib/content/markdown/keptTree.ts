import { LRUCache } from 'lru-cache';
import type { Nodes, Root } from 'mdast';
import { onceInProcess } from '@/lib/site/onceInProcess';
import type { Refusal } from './limits';
import { type ParseResult, parseBody } from './parse';
import { childrenOf, setChildren } from './tree';

export type OwnTree =
  | { readonly ok: true; readonly root: Root }
  | { readonly ok: false; readonly refusal: Refusal };

/** What is read of an article, its page and its forms for programs mostly come one soon after the other. */
const BODIES = 16;
function store(): LRUCache<string, ParseResult> {
  return onceInProcess('keptTree', () => new LRUCache<string, ParseResult>({ max: BODIES }));
}

/** Parses a body, as `parseBody` does, for a caller who only looks at the tree; what was parsed last is not parsed again. */
export function keptTree(body: string): ParseResult {
  const known = store().get(body) ?? parseBody(body);
  store().set(body, known);
  return known;
}

/** The same for a caller who changes the tree. */
export function ownTree(body: string): OwnTree {
  const known = keptTree(body);
  return known.ok ? { ok: true, root: copyOf(known.parsed.root) } : known;
}

/** Places are shared with the copy: nobody changes them. */
function copyOf<Node extends Nodes>(node: Node): Node {
  const copy = { ...node };
  if ('data' in copy) copy.data = { ...copy.data };
  if ('attributes' in copy) copy.attributes = { ...copy.attributes };
  if ('children' in copy) {
    const children = childrenOf(node).map(copyOf);
    copy.children = [];
    setChildren(copy, children);
  }
  return copy;
}
