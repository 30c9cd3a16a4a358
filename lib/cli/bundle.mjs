import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const folder = join(root, '.saxaul');

/** Commands that need what is installed and copied for development alone. */
const DEVELOPMENT = new Set(['test', 'bench', 'schema']);

/** Whether there is a command of a name. */
export function isCommand(name) {
  return /^[a-z]+$/.test(name) && existsSync(join(here, `${name}.ts`));
}

/**
 * Bundles a command for this version of Node, which does not run TypeScript; packages stay outside.
 * Where the program's folder cannot be written, what `npm run build` bundled is taken.
 * @returns the file to run, or null where there is none and none can be made
 */
export async function bundleOf(name) {
  const outfile = fileOf(name);
  if (isFresh(outfile)) return outfile;
  if (isWritable()) await bundle(name, outfile);
  else if (!existsSync(outfile)) return null;
  return outfile;
}

/** Bundles every command that an operator or an editor runs. */
export async function bundleAll() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = Object.values(scripts).flatMap((script) => {
    const [, name] = /^node lib\/cli\/run\.mjs ([a-z]+)$/.exec(script) ?? [];
    return name === undefined || DEVELOPMENT.has(name) ? [] : [name];
  });
  for (const name of names) await bundle(name, fileOf(name));
}

function fileOf(name) {
  return join(folder, `${name}.mjs`);
}

/** Whether a bundle is newer than all that it is made of. */
function isFresh(outfile) {
  const made = statSync(outfile, { throwIfNoEntry: false });
  if (made === undefined) return false;
  const sources = ['lib', 'tsconfig.json', 'package-lock.json'];
  return sources.every((source) => newest(join(root, source)) < made.mtimeMs);
}

function newest(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return Number.POSITIVE_INFINITY;
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isWritable() {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (['EROFS', 'EACCES', 'EPERM'].includes(error.code)) return false;
    throw error;
  }
}

async function bundle(name, outfile) {
  const { build, stop } = await import('esbuild');
  // Another command may read the bundle at this moment: it is whole as soon as it has its name.
  const unfinished = `${outfile}.${process.pid}`;
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile: unfinished,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
  });
  // Its helper process would live as long as the command does.
  await stop();
  renameSync(unfinished, outfile);
}
