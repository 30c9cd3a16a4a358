import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { RunningSite } from '@/tests/support/server';

const FILES = ['', '-wal', '-shm'] as const;

export function deleteArchive(dataDir: string, ...suffixes: (typeof FILES)[number][]): void {
  for (const suffix of suffixes.length > 0 ? suffixes : FILES) {
    rmSync(join(dataDir, `archive.db${suffix}`), { force: true });
  }
}

/** Writes over what is in the archive, in its very file: bytes that are no text either. */
export function damageArchive(dataDir: string): void {
  for (const suffix of ['', '-wal']) {
    const path = join(dataDir, `archive.db${suffix}`);
    if (!existsSync(path)) continue;
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(statSync(path).size, 0xa5));
    closeSync(file);
  }
}

let edits = 0;

/** Gives an article another headline, and tells which. */
export function retitle(folder: string, path: string): string {
  edits += 1;
  const title = `Headline number ${edits} of ${process.pid}`;
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
  return title;
}

/** The page of an article by its file, past what is kept of it. */
export async function titleAt(
  { address }: Pick<RunningSite, 'address'>,
  path: string,
): Promise<string> {
  const response = await fetch(`${address}/articles/${basename(path, '.md')}`);
  return response.text();
}
