import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from '@/tests/support/programs';

/** Thrown where no Observatory can be had; the message says how to get one. */
export class ObservatoryMissing extends Error {
  override readonly name = 'ObservatoryMissing';
}

const VERSION = '1.4.8';
const PACKAGE = join('node_modules', '@mdn', 'mdn-http-observatory');
const MANIFESTS = resolve('tests', 'browser', 'support', 'observatory');
const CACHE = resolve('node_modules', '.cache', 'saxaul', `http-observatory-${VERSION}`);

const ADVICE =
  'The check of header fields needs the MDN HTTP Observatory. Copy tests/browser/support/observatory to a ' +
  'folder, run "npm ci --ignore-scripts" there, and name it in OBSERVATORY_PATH.';

/**
 * Folder in which the MDN HTTP Observatory is installed: the one of OBSERVATORY_PATH, or one of our own, where it is
 * installed if it is not yet. It is no dependency, since it would bring a server and a database client, and
 * fetches lists from elsewhere when it is installed. Its manifest here leads what only the server needs to
 * nowhere (`overrides`), and no script is run.
 * @throws ObservatoryMissing where OBSERVATORY_PATH has none of this version, or installing failed
 */
export function ensureObservatory(): string {
  const named = process.env.OBSERVATORY_PATH;
  if (named) {
    if (versionIn(named) !== VERSION) {
      const found = `OBSERVATORY_PATH is "${named}", in which version ${VERSION} is not installed.`;
      throw new ObservatoryMissing(`${found} ${ADVICE}`);
    }
    return prepared(resolve(named));
  }
  if (versionIn(CACHE) === VERSION) return prepared(CACHE);
  console.error('No HTTP Observatory found: installing one for the check of header fields ...');
  try {
    rmSync(CACHE, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    cpSync(MANIFESTS, CACHE, { recursive: true });
    run('npm', ['ci', '--prefix', CACHE, '--ignore-scripts', '--no-audit', '--no-fund']);
  } catch (error) {
    rmSync(CACHE, { recursive: true, force: true });
    throw new ObservatoryMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
  return prepared(CACHE);
}

/** The folder of the package itself. */
export function observatorySource(folder: string): string {
  return join(folder, PACKAGE);
}

function versionIn(folder: string): unknown {
  const manifest = join(folder, PACKAGE, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : null;
}

/** With a list of hosts that browsers know to be secure, which is empty: ours is no such host. */
function prepared(folder: string): string {
  const list = join(folder, PACKAGE, 'conf', 'hsts-preload.json');
  if (!existsSync(list)) writeFileSync(list, '{}\n');
  return folder;
}
