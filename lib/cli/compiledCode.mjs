/**
 * Keeps what V8 has compiled of the bundles in some folders, so that a command which is started again
 * need not wait for it. Node itself does that from version 22 on (`module.enableCompileCache`).
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Bundles that this process has loaded, with the code that was kept of each, if V8 took it. */
const loaded = [];

/**
 * Has `require` take the compiled code of CommonJS bundles (`.cjs`), and takes down at the end of the process
 * what was compiled in it: functions are compiled when they are first called, so that the code of a whole run says more
 * than that of its start.
 * @param folders absolute paths
 */
export function keepCompiledCode(folders) {
  globalThis[Symbol.for('saxaul.import')] = (name) => import(name);
  const { extensions } = createRequire(import.meta.url);
  const usual = extensions['.js'];
  extensions['.cjs'] = (module, file) => {
    if (folders.includes(dirname(file))) run(module, file);
    else usual(module, file);
  };
  process.once('exit', () => {
    if (loaded.some(({ isKept }) => !isKept)) for (const bundle of loaded) keep(bundle);
  });
}

function run(module, file) {
  const kept = keptFile(file);
  const cachedData = readIfThere(kept);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    cachedData,
  });
  loaded.push({
    script,
    file,
    kept,
    isKept: cachedData !== undefined && !script.cachedDataRejected,
  });
  const { exports } = module;
  script
    .runInThisContext()
    .call(exports, exports, createRequire(file), module, file, dirname(file));
}

/** Of this very bundle: V8 would take the code of another one of the same length. */
function keptFile(file) {
  const { mtimeMs, size } = statSync(file);
  return `${file}.${Math.floor(mtimeMs)}-${size}.code`;
}

function keep({ script, file, kept }) {
  const unfinished = `${kept}.${process.pid}`;
  try {
    removeOld(file);
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, kept);
  } catch (error) {
    // A program that cannot write into its own folder goes without; another process may just have removed what is old.
    if (!['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'ENOENT'].includes(error.code)) throw error;
  }
}

function removeOld(file) {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    const isOld = name.startsWith(`${basename(file)}.`) && /\.code(?:\.\d+)?$/.test(name);
    if (isOld) rmSync(join(folder, name), { force: true });
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
