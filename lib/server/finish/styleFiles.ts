import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FRAMEWORK } from './buildAddress';
import { readStyleSheet } from './readStyleSheet';
import type { Item } from './styleItems';
import { keepStyleSheet } from './styleSheet';

/** Gives the style sheet at an address of Next's. */
export type ReadStyles = (address: string) => string;

/**
 * Reads the style sheets of a built site, each but once.
 * @param root folder of the built site
 * @returns throws where the build holds no such file
 */
export function styleReader(root: string): ReadStyles {
  const distDir = join(root, '.next');
  const known = new Map<string, string>();
  return (address) => {
    if (known.size === 0) takeReadStyles(distDir);
    const path = address.slice(FRAMEWORK.length);
    const css = known.get(path) ?? readFileSync(join(distDir, path), 'utf8');
    known.set(path, css);
    return css;
  };
}

interface ReadStyle {
  readonly css: string;
  readonly items: readonly Item[];
}

/**
 * Reads the style sheets of a build and writes down what they hold: to read them takes a program that has just started
 * a tenth of a second.
 * @param distDir folder of Next's build
 */
export function writeReadStyles(distDir: string): void {
  const folder = join(distDir, 'static');
  const styles: ReadStyle[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => {
      const css = readFileSync(join(folder, name), 'utf8');
      return { css, items: readStyleSheet(css) };
    });
  const file = fileOfReadStyles(distDir);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(styles));
}

function takeReadStyles(distDir: string): void {
  const file = fileOfReadStyles(distDir);
  if (!existsSync(file)) return;
  // The build's own program wrote it.
  const styles = JSON.parse(readFileSync(file, 'utf8')) as ReadStyle[];
  for (const { css, items } of styles) keepStyleSheet(css, items);
}

function fileOfReadStyles(distDir: string): string {
  return join(distDir, 'saxaul', 'styles.json');
}
