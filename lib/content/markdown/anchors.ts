import { headingsOf, RESERVED_IDS } from './headings';
import { parseBody } from './parse';
import { walk } from './tree';

/**
 * Tells which fragments of an address lead somewhere in the page of a body: its headings, its
 * footnotes, and what every page has. All do for a body that cannot be parsed.
 */
export function anchorsOf(body: string): (fragment: string) => boolean {
  const result = parseBody(body);
  if (!result.ok) return () => true;
  const { root } = result.parsed;
  const headings = new Set(headingsOf(root).map(({ id }) => id));
  const defined = new Set<string>();
  const marked = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition') defined.add(node.identifier);
    if (node.type === 'footnoteReference') marked.add(node.identifier);
  });
  const notes = [...marked].filter((identifier) => defined.has(identifier)).length;
  return (fragment) => {
    const note = /^fn(?:ref)?:(\d+)/.exec(fragment)?.[1];
    if (note !== undefined) return Number(note) >= 1 && Number(note) <= notes;
    return fragment === '' || headings.has(fragment) || RESERVED_IDS.has(fragment);
  };
}
