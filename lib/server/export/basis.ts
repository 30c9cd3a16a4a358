import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '@/lib/site/environment';

/**
 * Names what every file of an export depends on beside the content: the program as it was built, and the settings that
 * pages show. The same sources give the same name wherever they are built.
 * @param program absolute path of the bundled program, with its pages in it
 */
export function basisOf(root: string, program: string, environment: Environment): string {
  const hash = createHash('sha256');
  const built = join(root, '.next');
  for (const file of [program, join(root, 'package-lock.json')]) {
    hash.update(readFileSync(file));
  }
  // Their names say what is in them.
  const styles = join(built, 'static');
  const names = existsSync(styles)
    ? readdirSync(styles, { recursive: true, encoding: 'utf8' })
    : [];
  for (const name of names.filter((one) => one.endsWith('.css')).sort()) hash.update(name);
  const { siteUrl, announcing } = environment;
  hash.update(JSON.stringify([siteUrl, announcing]));
  return hash.digest('hex').slice(0, 32);
}

/**
 * Names what a publication's tables of rates hold.
 * @param parent absolute path of the folder that holds `rates/`
 */
export function ratesName(parent: string): string {
  const folder = join(parent, 'rates');
  const hash = createHash('sha256');
  if (existsSync(folder)) {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (lstatSync(path).isFile()) hash.update(name).update('\0').update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 32);
}
