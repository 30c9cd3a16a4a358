import parser, { type Node } from 'postcss-selector-parser';

/** Nothing in a page has this name, so a selector that needs it never applies. */
const NEVER = '(never)';

/** What a page has that has a field to write in; its parts have names of their own. */
const FIELD = '(field)';
/** A field with words of its own to stand in it; no script gives it any. */
const PLACEHOLDER = '(placeholder)';
const UNWRITTEN = new Set(['radio', 'checkbox', 'hidden', 'submit']);

/** What selectors can ask for of an element: its name, classes, identifier and parts. */
export function noteElement(
  used: Set<string>,
  name: string,
  { class: classes, id, type = 'text', placeholder }: Readonly<Record<string, string>>,
): void {
  used.add(name);
  if (id) used.add(`#${id}`);
  if (classes) for (const one of classes.split(/\s+/)) used.add(`.${one}`);
  if (name === 'textarea' || (name === 'input' && !UNWRITTEN.has(type))) used.add(FIELD);
  if (placeholder !== undefined) used.add(PLACEHOLDER);
}

/** Parts that only certain elements have. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['::file-selector-button', FIELD],
  ['::placeholder', PLACEHOLDER],
  ['::backdrop', 'dialog'],
]);
const FIELD_PARTS = /^::-webkit-(calendar|date|inner|outer|search)/;

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
  // There is no shadow tree in a page.
  if (pseudo === ':host') return NEVER;
  if (FIELD_PARTS.test(pseudo)) return FIELD;
  return PARTS.get(pseudo);
}
