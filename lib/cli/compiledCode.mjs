/**
 * Keeps what V8 has compiled of the bundles in a folder, so that a command which is started again
 * need not wait for it. Node itself does that from version 22 on (`module.enableCompileCache`).
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';

/** Bundles that this process has loaded, with the code that was kept of each, if V8 took it. */
const loaded = [];

/**
 * By how much a process must have compiled more than the one whose code was kept: one that had nothing to do compiles
 * a part of what the next one needs.
 */
const MORE = 1.1;

/** What stands before the code: how much the process had compiled that kept it, as a number of eight bytes. */
const HEAD = 8;

/**
 * Has `require` take the compiled code of CommonJS bundles (`.cjs`), and takes down at the end of the process
 * what was compiled in it: functions are compiled when they are first called, so that the code of a whole run says more
 * than that of its start.
 * @param folder absolute path
 */
export function keepCompiledCode(folder) {
  globalThis[Symbol.for('saxaul.import')] = (name) => import(name);
  const { extensions } = createRequire(import.meta.url);
  const usual = extensions['.js'];
  extensions['.cjs'] = (module, file) => {
    if (dirname(file) === folder) run(module, file);
    else usual(module, file);
  };
  process.once('exit', () => {
    const { bytecode_and_metadata_size: compiled } = getHeapCodeStatistics();
    for (const bundle of loaded) if (compiled > bundle.compiled * MORE) keep(bundle, compiled);
  });
}

function run(module, file) {
  const kept = keptFile(file);
  const found = readIfThere(kept);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    cachedData: found?.subarray(HEAD),
  });
  const isTaken = found !== undefined && !script.cachedDataRejected;
  loaded.push({ script, file, kept, compiled: isTaken ? found.readDoubleLE(0) : 0 });
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

function keep({ script, file, kept }, compiled) {
  const unfinished = `${kept}.${process.pid}`;
  try {
    removeOld(file);
    const head = Buffer.alloc(HEAD);
    head.writeDoubleLE(compiled);
    writeFileSync(unfinished, Buffer.concat([head, script.createCachedData()]));
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
    const content = readFileSync(file);
    return content.length > HEAD ? content : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
