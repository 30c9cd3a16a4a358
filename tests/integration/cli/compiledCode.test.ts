import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeEach, describe, expect, it } from 'vitest';
import { IMPORT_OUTSIDE, importsOutside } from '@/lib/server/app/importsOutside.mjs';
import { folderOf } from '../../fixtures/folder';

const MODULE = resolve('lib/cli/compiledCode.mjs');
const HALF_A_MINUTE = 30_000;

let folder: string;

beforeEach(() => {
  folder = folderOf({
    'run.mjs': `
      import { createRequire } from 'node:module';
      import { keepCompiledCode } from ${JSON.stringify(MODULE)};
      keepCompiledCode([import.meta.dirname]);
      createRequire(import.meta.url)('./bundle.cjs');`,
    'bundle.cjs': 'console.log("one");',
  });
});

function run(): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'run.mjs')], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  return stdout.trim();
}

const keptFiles = (): string[] => readdirSync(folder).filter((name) => name.includes('.code'));

/** Names and times of what was kept: what was taken is not written again. */
const kept = (): (string | number)[][] =>
  keptFiles().map((name) => [name, statSync(join(folder, name)).mtimeMs]);

describe('compiled code of a bundle', () => {
  it('is kept after the first run, and taken by the next', () => {
    expect(run()).toBe('one');
    const first = kept();
    expect(first).toHaveLength(1);
    expect(run()).toBe('one');
    expect(kept()).toEqual(first);
  });

  it('is not taken for another bundle, however alike', () => {
    run();
    const [old] = keptFiles();
    writeFileSync(join(folder, 'bundle.cjs'), 'console.log("two");');
    utimesSync(join(folder, 'bundle.cjs'), new Date(), new Date(Date.now() + 5_000));
    expect(run()).toBe('two');
    expect(keptFiles()).toHaveLength(1);
    expect(keptFiles()).not.toContain(old);
  });

  it('is made anew where it was spoilt', () => {
    run();
    const [name = ''] = keptFiles();
    writeFileSync(join(folder, name), 'no code at all');
    expect(run()).toBe('one');
    expect(statSync(join(folder, name)).size).toBeGreaterThan(100);
    const mended = kept();
    run();
    expect(kept()).toEqual(mended);
  });

  it('can import packages, as it could when it was compiled', {
    timeout: HALF_A_MINUTE,
  }, async () => {
    await build({
      stdin: {
        contents: "import('sharp').then(({ default: sharp }) => console.log(typeof sharp));",
        resolveDir: resolve('.'),
      },
      outfile: join(folder, 'bundle.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      banner: { js: IMPORT_OUTSIDE },
      plugins: [importsOutside],
    });
    expect(run()).toBe('function');
    expect(run()).toBe('function');
  });
});
