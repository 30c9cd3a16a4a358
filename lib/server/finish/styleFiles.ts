import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAMEWORK } from './buildAddress';

/** Gives the style sheet at an address of Next's. */
export type ReadStyles = (address: string) => string;

/**
 * Reads the style sheets of a built site, each but once.
 * @param root folder of the built site
 * @returns throws where the build holds no such file
 */
export function styleReader(root: string): ReadStyles {
  const known = new Map<string, string>();
  return (address) => {
    const path = address.slice(FRAMEWORK.length);
    const css = known.get(path) ?? readFileSync(join(root, '.next', path), 'utf8');
    known.set(path, css);
    return css;
  };
}
