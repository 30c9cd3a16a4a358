import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import send from 'send';
import sharp from 'sharp';

/** What `npm run export` did. */
export interface Exported {
  readonly status: number | null;
  /** Standard output, where the list of addresses goes. */
  readonly list: string;
  readonly log: string;
}

export interface ExportSettings {
  readonly out: string;
  readonly contentDir: string;
  readonly dataDir: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Public address that exports of tests have. */
export const SITE_URL = 'https://courier.example';

const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG'];

/** Starts `npm run export`, and gives it to be ended early. */
export function startExport(settings: ExportSettings, ...options: string[]) {
  const { out, contentDir, dataDir, environment } = settings;
  const inherited = Object.fromEntries(INHERITED.map((name) => [name, process.env[name]]));
  const child = spawn(
    process.execPath,
    [join('lib', 'cli', 'run.mjs'), 'export', '--out', out, ...options],
    {
      env: {
        ...inherited,
        NODE_ENV: 'production',
        CONTENT_DIR: contentDir,
        DATA_DIR: dataDir,
        SITE_URL,
        RATES_REFRESH: 'off',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { list: '', log: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.list += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.log += text;
  });
  const done = once(child, 'close').then(
    ([status]: (number | null)[]): Exported => ({ status: status ?? null, ...said }),
  );
  return { child, done };
}

/** Runs `npm run export` to its end. */
export function runExport(settings: ExportSettings, ...options: string[]): Promise<Exported> {
  return startExport(settings, ...options).done;
}

/** Widest picture of the content that exports of tests have, in pixels: large ones take minutes to make in all sizes. */
const SMALL = 90;

/** Puts a copy of the sample publication into a folder, with small pictures. */
export async function putSmallContent(folder: string): Promise<void> {
  cpSync('content', folder, { recursive: true });
  const media = join(folder, 'media');
  for (const name of readdirSync(media, { recursive: true, encoding: 'utf8' })) {
    const file = join(media, name);
    if (!/\.(?:png|jpe?g|webp|avif)$/.test(name)) continue;
    const small = await sharp(file).resize({ width: SMALL, withoutEnlargement: true }).toBuffer();
    writeFileSync(file, small);
  }
}

/** Every file of an export by its name, but for what it keeps for itself. */
export function filesOf(out: string): Map<string, Buffer> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.saxaul') && statSync(join(out, name)).isFile())
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(out, name))]));
}

/** A server of files and nothing else, as many hosts are: it finds `NAME.html` at `/NAME`, and shows `404.html`. */
export async function startFileServer(
  root: string,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const isFile = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile();
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    const found = [path, `${path}.html`, join(path, 'index.html')].find(isFile);
    if (found !== undefined && !found.startsWith('/.')) {
      send(request, encodeURI(found), { root }).pipe(response);
      return;
    }
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(root, '404.html')));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
