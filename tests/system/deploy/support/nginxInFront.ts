import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeCertificate } from '@/tests/support/certificate';
import { type RunningNginx, startNginx } from '@/tests/support/nginx';
import { freePort } from '@/tests/support/server';
import { type Ask, asker, HOST } from './ask';
import { substitute } from './substitute';

export interface Front {
  readonly ask: Ask;
  readonly certificate: Buffer;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly nginx: RunningNginx;
  readonly stop: () => Promise<void>;
}

/** Starts nginx with deploy/nginx.conf, other ports and paths in it, in front of a server. */
export async function nginxInFrontOf(serverPort: number): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-front-'));
  const { certificate, key } = makeCertificate(folder, HOST);
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const http = substitute(readFileSync('deploy/nginx.conf', 'utf8'), [
    ['server 127.0.0.1:3000;', `server 127.0.0.1:${serverPort};`],
    ['listen [::]:80', '# listen [::]:80'],
    ['listen [::]:443', '# listen [::]:443'],
    ['    listen 80', `    listen 127.0.0.1:${httpPort}`],
    ['    listen 443', `    listen 127.0.0.1:${httpsPort}`],
    ['/var/cache/saxaul', 'cache'],
    ['/var/log/nginx/saxaul.log', 'access.log'],
    ['/var/www/html', folder],
    ['/etc/nginx/saxaul-away.html', resolve('deploy/away.html')],
    [`/etc/letsencrypt/live/${HOST}/fullchain.pem`, certificate],
    [`/etc/letsencrypt/live/${HOST}/privkey.pem`, key],
  ]);
  const nginx = await startNginx({ http, port: httpsPort });
  const stop = async () => {
    await nginx.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const text = readFileSync(certificate);
  return { ask: asker(httpsPort, text), certificate: text, httpPort, httpsPort, nginx, stop };
}
