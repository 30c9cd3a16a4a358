import { servedHost } from '@/lib/site/environment';
import { endOnSignal } from './endOnSignal';
import { listen } from './http/listen';
import { orderlyStop } from './orderlyStop';
import { grantLocalAccess } from './publishing/localAccess';
import { openSite, type SiteOptions } from './site';
import { siteServer } from './siteServer';
import { Readiness } from './watching/readiness';

export interface RunningServer {
  /** Where the site is served. */
  readonly address: string;
}

interface ServerOptions extends SiteOptions {
  /** Whether newer content than what is published could not be asked for. */
  readonly isBehind?: boolean;
}

/**
 * Serves the built site until the process is told to stop.
 * @throws Error with one clear line where the address cannot be listened on
 */
export async function startServer({
  isBehind = false,
  ...options
}: ServerOptions): Promise<RunningServer> {
  const { root, environment } = options;
  const { host, port, publishing, operation, dataDir } = environment;
  const site = await openSite(options);
  const { rendering, live, rates, sharing, publication } = site;
  const readiness = new Readiness({
    canRender: () => rendering.isOpen,
    isFilled: () => publication.isFilled,
  });
  const address = `http://${servedHost(host)}:${port}`;
  const access = grantLocalAccess(dataDir, address);
  const secrets = { shared: publishing.secret, local: access.token };
  const server = siteServer({ site, root, environment, secrets, readiness });
  const stop = orderlyStop(server);
  endOnSignal({
    withdraw: () => readiness.stop(),
    delay: operation.stopDelay,
    stop: async () => {
      await stop();
      await site.stop();
    },
  });
  await listen(server, environment);
  rates.start();
  sharing?.start();
  await live.start();
  if (isBehind) live.request();
  readiness.serve();
  rendering.grow();
  return { address };
}
