/** Fields whose parts have names of their own, by their types. */
const TYPED_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['search', ['(search)']],
  ['file', ['(file)']],
  ['number', ['(number)']],
  ...['date', 'time', 'month', 'week', 'datetime-local'].map((type): [string, string[]] => [
    type,
    ['(date)', '(number)'],
  ]),
]);
/** A field with words of its own to stand in it; no script gives it any. */
export const PLACEHOLDER = '(placeholder)';

/** What selectors can ask for of an element: its name, classes, identifier and parts. */
export function noteElement(
  used: Set<string>,
  name: string,
  { class: classes, id, type = '', placeholder }: Readonly<Record<string, string>>,
): void {
  used.add(name);
  if (id) used.add(`#${id}`);
  if (classes) for (const one of classes.split(/\s+/)) used.add(`.${one}`);
  if (name === 'input')
    for (const part of TYPED_FIELDS.get(type.toLowerCase()) ?? []) used.add(part);
  if (placeholder !== undefined) used.add(PLACEHOLDER);
}
