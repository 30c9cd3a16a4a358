import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort, isInstalled, type RunningServer, startServer } from '../processes';

export const NGINX_PATH = '/article.html';

export const hasNginx = (): boolean => isInstalled('nginx', '-v');

/** Starts nginx, which sends the page from a file that was compressed before. */
export async function startNginx(
  folder: string,
  html: string,
  core: number,
): Promise<RunningServer> {
  const port = await freePort();
  const root = join(folder, 'html');
  mkdirSync(root, { recursive: true });
  for (const name of ['article.html', 'index.html']) {
    writeFileSync(join(root, name), html);
    writeFileSync(join(root, `${name}.gz`), gzipSync(html, { level: 9 }));
  }
  const file = join(folder, 'nginx.conf');
  // Its workers give up the rights of root, and could not read a folder of root's own.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  writeFileSync(
    file,
    `${user}daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on;
  types { text/html html; }
  server { listen 127.0.0.1:${port}; root ${root}; }
}\n`,
  );
  return startServer({ program: 'nginx', values: ['-c', file, '-p', folder], port, core });
}
