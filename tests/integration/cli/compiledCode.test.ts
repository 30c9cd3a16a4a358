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
      keepCompiledCode(import.meta.dirname);
      createRequire(import.meta.url)('./bundle.cjs');`,
    'bundle.cjs': 'console.log("one");',
  });
});

function run(...values: string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(folder, 'run.mjs'), ...values],
    { encoding: 'utf8' },
  );
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

  it('is that of a run which did more, and not again of one that did less', () => {
    const functions = Array.from({ length: 3_000 }, (_, n) => `const f${n} = (a) => a + ${n};`);
    const calls = functions.map((_, n) => `sum = f${n}(sum);`);
    writeFileSync(
      join(folder, 'bundle.cjs'),
      `${functions.join('\n')}\nlet sum = 0;\nif (process.argv[2] === 'all') {\n${calls.join('\n')}\n}\nconsole.log(sum);`,
    );
    const size = (): number[] => keptFiles().map((name) => statSync(join(folder, name)).size);
    expect(run()).toBe('0');
    const [little = 0] = size();
    expect(run('all')).toBe('4498500');
    const [much = 0] = size();
    expect(much).toBeGreaterThan(little * 1.2);
    expect([run(), run('all')]).toEqual(['0', '4498500']);
    expect(size()).toEqual([much]);
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
