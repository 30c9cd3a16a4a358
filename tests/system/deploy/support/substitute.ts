/**
 * A file with other ports, paths and names in it.
 * @throws Error where something that is to be changed is not in the file any more
 */
export function substitute(file: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`There is no "${from}" in the file any more`);
    return text.replaceAll(from, to);
  }, file);
}
