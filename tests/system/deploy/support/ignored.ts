import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files of a folder that a Dockerfile's own `.dockerignore` lets through, by their paths in it. As Docker
 * reads it, the last rule that names a file or a folder around it counts.
 * @throws Error for rules with wildcards other than a lone star, which this does not read
 */
export function contextOf(folder: string, ignoreFile: string): string[] {
  const rules = readFileSync(ignoreFile, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isKept: line.startsWith('!'), name: line.replace(/^!/, '') }));
  for (const { name } of rules) {
    if (name !== '*' && /[*?[\]\\]/.test(name)) throw new Error(`${name} is not read here`);
  }
  const isKept = (path: string): boolean => {
    const last = rules.findLast(
      ({ name }) => name === '*' || path === name || path.startsWith(`${name}/`),
    );
    return last?.isKept ?? true;
  };
  const walk = (within: string): string[] =>
    readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (!isKept(path)) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk('');
}
