import parser, { type Node } from 'postcss-selector-parser';

/** Nothing in a page has this name, so a selector that needs it never applies. */
const NEVER = '(never)';

/** A field with words of its own to stand in it; no script gives it any. */
const PLACEHOLDER = '(placeholder)';
/** Parts that fields of certain types have, by names of this module's own. */
const FILE = '(file)';
const SEARCH = '(search)';
const DATE = '(date)';
const SPIN = '(spin)';
const OF_DATES = [DATE, SPIN];
const FIELD_PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['file', [FILE]],
  ['search', [SEARCH]],
  ['number', [SPIN]],
  ['date', OF_DATES],
  ['datetime-local', OF_DATES],
  ['month', OF_DATES],
  ['time', OF_DATES],
  ['week', OF_DATES],
]);

/** What selectors can ask for of an element: its name, classes, identifier and parts. */
export function noteElement(
  used: Set<string>,
  name: string,
  { class: classes, id, type = '', placeholder }: Readonly<Record<string, string>>,
): void {
  used.add(name);
  if (id) used.add(`#${id}`);
  if (classes) for (const one of classes.split(/\s+/)) used.add(`.${one}`);
  if (name === 'input') for (const part of FIELD_PARTS.get(type) ?? []) used.add(part);
  if (placeholder !== undefined) used.add(PLACEHOLDER);
}

/** Parts that only certain elements have; names of WebKit's are those of Chromium and Safari. */
const PARTS: readonly (readonly [part: RegExp, owner: string])[] = [
  // There is no shadow tree in a page.
  [/^:host$/, NEVER],
  [/^::file-selector-button$/, FILE],
  [/^::placeholder$/, PLACEHOLDER],
  [/^::backdrop$/, 'dialog'],
  [/^::-webkit-search/, SEARCH],
  [/^::-webkit-(?:calendar|date)/, DATE],
  [/^::-webkit-(?:inner|outer)-spin/, SPIN],
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
  return PARTS.find(([part]) => part.test(pseudo))?.[1];
}
