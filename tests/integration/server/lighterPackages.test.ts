import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { readFrontMatter } from '@/lib/content/frontMatter';
import { readSource } from '@/lib/content/source';
import { lighterPackages } from '@/lib/server/app/lighterPackages';
import { slugify } from '@/lib/site/slug';
import { folderOf } from '../../fixtures/folder';

const WORDS = [
  'Қазақстан',
  'Ёлка и щука',
  'Oʻzbekiston',
  'Straße Ærø',
  'Việt Nam',
  'Ελλάδα',
  'a b',
];
const FILE = '---\ntitle: "A: b"\ndate: 2026-01-02\nlist: [1, two, ~]\n---\nBody\n';
const UNSAFE = '---\ntitle: !!js/function "function () { return 1 }"\n---\nBody\n';

/** What a bundle of our own reading says, without the parts that are left out. */
async function bundled(): Promise<unknown> {
  const folder = folderOf({ 'a.md': FILE, 'b.md': UNSAFE });
  await build({
    stdin: {
      contents: `
        import { readFrontMatter } from '@/lib/content/frontMatter';
        import { readSource } from '@/lib/content/source';
        import { slugify } from '@/lib/site/slug';
        const read = (name) => readFrontMatter(readSource(name, name).file);
        console.log(JSON.stringify([${JSON.stringify(WORDS)}.map((word) => slugify(word)), read('a.md'), read('b.md')]));`,
      resolveDir: resolve('.'),
      sourcefile: 'entry.ts',
    },
    outfile: join(folder, 'bundle.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    plugins: [lighterPackages],
    logLevel: 'error',
  });
  const run = spawnSync(process.execPath, ['bundle.cjs'], { cwd: folder, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout);
}

it('leaves out nothing that names of topics or front matter depend on', async () => {
  const folder = folderOf({ 'a.md': FILE, 'b.md': UNSAFE });
  const read = (name: string) => {
    const source = readSource(join(folder, name), name);
    if (!source.ok) throw new Error('The file cannot be read');
    return readFrontMatter(source.file);
  };
  const own = [WORDS.map((word) => slugify(word)), read('a.md'), read('b.md')];
  expect(await bundled()).toEqual(JSON.parse(JSON.stringify(own)));
});
