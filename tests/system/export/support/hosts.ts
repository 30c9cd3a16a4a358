import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCaddy } from '@/tests/support/caddy';
import { startNginx } from '@/tests/support/nginx';
import { freePort } from '@/tests/support/server';

/** Whoever serves an export. */
export interface Host {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** nginx, with what the export has written for it. */
export async function startNginxHost(out: string): Promise<Host> {
  const port = await freePort();
  const written = readFileSync(join(out, '.saxaul', 'nginx.conf'), 'utf8');
  const http = written.replace('listen 80;', `listen 127.0.0.1:${port};`);
  const { stop } = await startNginx({ http, port });
  return { address: `http://127.0.0.1:${port}`, stop };
}

/** Caddy, in the same way. */
export async function startCaddyHost(out: string): Promise<Host> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const caddyfile = `{\n\tadmin off\n}\n${readFileSync(join(out, '.saxaul', 'Caddyfile'), 'utf8')}`;
  const { stop } = await startCaddy({ caddyfile, port, environment: { SAXAUL_ADDRESS: address } });
  return { address, stop };
}
