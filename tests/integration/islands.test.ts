import { cpSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundleIslands } from '@/lib/islands/bundle';
import { folderOf } from '../fixtures/folder';

/** A folder of the program with the sources that islands are made of. */
function program(): string {
  const root = folderOf({ 'tsconfig.json': readFileSync('tsconfig.json', 'utf8') });
  for (const sources of ['lib/islands', 'lib/rates', 'lib/site']) {
    cpSync(sources, join(root, sources), { recursive: true });
  }
  return root;
}

it('islands weigh at most 3 kB in Brotli, with the one in the head', async () => {
  const root = program();
  const { early, files } = await bundleIslands(root);
  // Only the search page of an export has it.
  const { fileSearch, ...ofServer } = files;
  const weigh = (file: string): number =>
    readFileSync(join(root, 'public/islands', `${file}.br`)).length;
  const weights = Object.values(ofServer).map(weigh);
  const sum = weights.reduce((all, one) => all + one, brotliCompressSync(early).length);
  expect(weights).toHaveLength(4);
  expect(sum).toBeLessThanOrEqual(3_000);
  expect(weigh(fileSearch)).toBeLessThanOrEqual(3_000);
});

it('islands that are as they were are not written again, which would call for a build', async () => {
  const root = program();
  const { files } = await bundleIslands(root);
  const path = join(root, 'public/islands', files.theme);
  const long = new Date('2026-01-01');
  utimesSync(path, long, long);
  await bundleIslands(root);
  expect(statSync(path).mtime).toEqual(long);
  writeFileSync(path, 'cut off');
  await bundleIslands(root);
  expect(readFileSync(path, 'utf8')).not.toBe('cut off');
});

it('islands have names that change with their content, and compressed forms', async () => {
  const root = program();
  const first = await bundleIslands(root);
  expect(await bundleIslands(root)).toEqual(first);
  const source = join(root, 'lib/islands/share.ts');
  writeFileSync(source, `${readFileSync(source, 'utf8')}\nconsole.log('changed');\n`);
  const second = await bundleIslands(root);
  expect(second.files.theme).toBe(first.files.theme);
  expect(second.files.share).not.toBe(first.files.share);
  // What is outdated is gone, so that a build holds no more than it needs.
  const names = Object.values(second.files).flatMap((file) => [file, `${file}.br`, `${file}.gz`]);
  const folder = join(root, 'public/islands');
  expect(readdirSync(folder).sort()).toEqual(names.sort());
  const code = readFileSync(join(folder, second.files.share));
  expect(brotliDecompressSync(readFileSync(join(folder, `${second.files.share}.br`)))).toEqual(
    code,
  );
  expect(gunzipSync(readFileSync(join(folder, `${second.files.share}.gz`)))).toEqual(code);
});
