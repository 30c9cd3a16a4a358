import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';

const FORMS = { br: '.br', gzip: '.gz', identity: '' };

/**
 * Writes what a server has at some paths into a folder, as a static export lays it out: `/about` in
 * `about.html`, each with its compressed forms beside it.
 */
export async function copyPages(server: string, folder: string, paths: readonly string[]) {
  for (const path of paths) {
    const file = join(folder, fileOf(path));
    mkdirSync(dirname(file), { recursive: true });
    for (const [encoding, suffix] of Object.entries(FORMS)) {
      const asked = get(server + path, { headers: { 'Accept-Encoding': encoding } });
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      writeFileSync(file + suffix, await buffer(answer));
    }
  }
}

function fileOf(path: string): string {
  if (path === '/') return 'index.html';
  return extname(path) === '' ? `${path}.html` : path;
}
