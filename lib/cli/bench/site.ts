import { join } from 'node:path';
import { freePort, type RunningServer, startServer } from './processes';

export type RunningSite = RunningServer;

interface SiteOptions {
  readonly contentDir: string;
  readonly dataDir: string;
  /** The processor that it may use. */
  readonly core?: number;
  /** Folder for profiles of its threads, written when it ends. */
  readonly profiles?: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Starts the site as `npm start` does, and waits until it answers.
 * @throws Error with the end of its output where it does not come up
 */
export async function startSite(options: SiteOptions): Promise<RunningSite> {
  const { contentDir, dataDir, core, profiles } = options;
  const port = options.port ?? (await freePort());
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  return startServer({
    program: process.execPath,
    values: [...profiling, join('lib', 'cli', 'run.mjs'), 'start'],
    port,
    ...(core === undefined ? {} : { core }),
    environment: {
      CONTENT_DIR: contentDir,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(port),
      RATES_REFRESH: 'off',
      // Pages name their own address; one that changes with the port would change their size.
      SITE_URL: 'https://bench.example',
      ...options.environment,
    },
  });
}
