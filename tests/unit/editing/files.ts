import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A file of an editor's settings, which are kept free of comments. */
export function jsonOf(path: string) {
  return JSON.parse(textOf(path));
}
