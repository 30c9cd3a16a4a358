import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { ISLANDS, type IslandName, type Islands } from './names';

/** Older ones show the page without islands. */
const TARGETS = ['chrome90', 'firefox90', 'safari15'];

/**
 * Bundles every island into `public/islands/`, compressed too, and removes what was there before.
 * @param root folder of the program
 * @throws Error where a source does not compile
 */
export async function bundleIslands(root: string): Promise<Islands> {
  const folder = join(root, 'public', 'islands');
  mkdirSync(folder, { recursive: true });
  const files: [IslandName, string][] = [];
  const written = new Set<string>();
  for (const name of ISLANDS) {
    const code = await bundle(root, name);
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
    const file = `${name}.${hash}.js`;
    files.push([name, file]);
    for (const [suffix, content] of forms(code)) {
      keep(join(folder, file + suffix), Buffer.from(content));
      written.add(file + suffix);
    }
  }
  for (const file of readdirSync(folder)) if (!written.has(file)) rmSync(join(folder, file));
  const early = (await bundle(root, 'early')).trim();
  // Fields of an object that was made from entries of all names.
  return { early, files: Object.fromEntries(files) as Islands['files'] };
}

/** Leaves a file alone that is as it should be: what is newer than a build calls for another. */
function keep(path: string, content: Buffer): void {
  if (existsSync(path) && readFileSync(path).equals(content)) return;
  writeFileSync(path, content);
}

async function bundle(root: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'lib', 'islands', `${name}.ts`)],
    bundle: true,
    minify: true,
    // A script in the head has its names to itself in this form; a module has them anyway.
    format: name === 'early' ? 'iife' : 'esm',
    target: TARGETS,
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles.map(({ text }) => text).join('');
}

function forms(code: string): [suffix: string, content: string | Buffer][] {
  return [
    ['', code],
    ['.br', brotliCompressSync(code)],
    ['.gz', gzipSync(code, { level: 9 })],
  ];
}
