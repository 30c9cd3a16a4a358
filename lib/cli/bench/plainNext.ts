import { createRequire } from 'node:module';
import { freePort, type RunningServer, startServer } from './processes';

/** Starts the same build under `next start`, as on a host that runs Next itself. */
export async function startPlainNext(contentDir: string, dataDir: string): Promise<RunningServer> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const port = await freePort();
  return startServer({
    program: process.execPath,
    values: [next, 'start', '-p', String(port), '-H', '127.0.0.1'],
    port,
    environment: { CONTENT_DIR: contentDir, DATA_DIR: dataDir, SITE_URL: 'https://bench.example' },
  });
}
