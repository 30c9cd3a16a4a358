import parser, { type Node } from 'postcss-selector-parser';
import { PLACEHOLDER } from './elements';

/** Nothing in a page has this name, so a selector that needs it never applies. */
const NEVER = '(never)';

/** Parts that only certain elements have. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  // There is no shadow tree in a page.
  [/^:host$/, NEVER],
  [/^::file-selector-button$/, '(file)'],
  [/^::-webkit-search/, '(search)'],
  [/^::-webkit-(inner|outer)-spin/, '(number)'],
  [/^::-webkit-(calendar|date)/, '(date)'],
  [/^::placeholder$/, PLACEHOLDER],
  [/^::backdrop$/, 'dialog'],
];

/**
 * What must be in a page for a selector to apply: element names, `.class` and `#id`. What stands
 * in the brackets of a pseudo-class is not looked at, nor are attributes, which scripts change:
 * a selector is rather kept for nothing than lost.
 */
export function requirements(selector: string): string[] {
  const needs = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'tag') needs.add(node.value.toLowerCase());
    else if (node.type === 'class') needs.add(`.${node.value}`);
    else if (node.type === 'id') needs.add(`#${node.value}`);
    else if (node.type === 'pseudo') {
      const part = partOwner(node.value);
      if (part !== undefined) needs.add(part);
    } else if (node.type === 'selector' || node.type === 'root') node.nodes.forEach(visit);
  };
  parser(visit).processSync(selector);
  return [...needs];
}

function partOwner(pseudo: string): string | undefined {
  return PARTS.find(([pattern]) => pattern.test(pseudo))?.[1];
}
