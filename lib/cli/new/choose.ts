import { closest } from '@/lib/content/suggest';
import { CommandError } from '../commandError';

/**
 * Checks that something that was named exists.
 * @param what what it is, such as "author"
 * @throws CommandError with the one that was most likely meant, or all that there are
 */
export function chosen(name: string, known: readonly string[], what: string): string {
  if (known.includes(name)) return name;
  const meant = closest(name, known);
  const hint = meant === undefined ? listOf(known, what) : `Did you mean "${meant}"?`;
  throw new CommandError(`There is no ${what} "${name}". ${hint}`);
}

/** "Known: a, b." */
export function listOf(known: readonly string[], what: string): string {
  if (known.length === 0) return `There is no ${what} at all yet.`;
  return `Known: ${[...known].sort().join(', ')}.`;
}
