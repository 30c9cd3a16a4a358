import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type RunningCaddy, startCaddy } from '@/tests/support/caddy';
import { makeCertificate } from '@/tests/support/certificate';
import { freePort } from '@/tests/support/server';
import { type Ask, asker, HOST } from './ask';
import { substitute } from './substitute';

export interface CaddyFront {
  readonly ask: Ask;
  readonly httpPort: number;
  readonly caddy: RunningCaddy;
  readonly stop: () => Promise<void>;
}

interface CaddyFrontOptions {
  readonly serverPort: number;
  /** Folder of the static export. */
  readonly exported: string;
  /** How long readers wait for a server that is not there, as Caddy writes it. */
  readonly patience: string;
}

/** Starts Caddy with deploy/Caddyfile, with a certificate and ports of the test's own. */
export async function caddyInFront(options: CaddyFrontOptions): Promise<CaddyFront> {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-front-'));
  const { certificate, key } = makeCertificate(folder, HOST);
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const site = `{$SAXAUL_HOST:${HOST}} {`;
  const caddyfile = substitute(readFileSync('deploy/Caddyfile', 'utf8'), [
    [
      '\tadmin off',
      `\tadmin off\n\thttp_port ${httpPort}\n\thttps_port ${httpsPort}\n\tdefault_bind 127.0.0.1`,
    ],
    [site, `${site}\n\ttls ${certificate} ${key}`],
  ]);
  const caddy = await startCaddy({
    caddyfile,
    port: httpsPort,
    environment: {
      SAXAUL_UPSTREAM: `127.0.0.1:${options.serverPort}`,
      SAXAUL_EXPORT: options.exported,
      SAXAUL_AWAY: resolve('deploy'),
      SAXAUL_PATIENCE: options.patience,
    },
  });
  const stop = async () => {
    await caddy.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ask: asker(httpsPort, readFileSync(certificate)), httpPort, caddy, stop };
}
