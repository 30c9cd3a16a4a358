import type { IncomingMessage } from 'node:http';
import { log } from '@/lib/log/log';
import type { OperationEnvironment } from '@/lib/site/environment/operation';
import type { Client } from './clientAddress';
import { limitKey, RateLimit } from './rateLimit';

type FindClient = (request: IncomingMessage) => Client;

/** Something that each client may do so and so often. */
export interface ClientLimit {
  /** Seconds until the client may ask again; 0 where it may now. */
  readonly wait: (request: IncomingMessage) => number;
  readonly charge: (request: IncomingMessage) => void;
}

const NO_LIMIT: ClientLimit = { wait: () => 0, charge: () => undefined };

export interface ClientLimits {
  /** What is made for one reader's words alone: searches, conversions, embeds. */
  readonly searches: ClientLimit;
  /** Deliveries to the webhook that are not signed rightly. */
  readonly refusedDeliveries: ClientLimit;
}

/** What one client may ask for. */
export function clientLimits(
  { searches, refusedDeliveries }: OperationEnvironment['limits'],
  find: FindClient,
): ClientLimits {
  const warn = proxyWarning();
  return {
    searches: clientLimit(searches, find, warn),
    refusedDeliveries: clientLimit(refusedDeliveries, find, warn),
  };
}

function clientLimit(
  perMinute: number | null,
  find: FindClient,
  warn: (client: Client) => void,
): ClientLimit {
  if (perMinute === null) return NO_LIMIT;
  const limit = new RateLimit({ perMinute });
  return {
    wait: (request) => {
      const client = find(request);
      if (client.isUntrustedForwarder) warn(client);
      if (client.address === null) return 0;
      const milliseconds = limit.wait(limitKey(client.address));
      if (milliseconds === 0 || !client.maybeProxy) return Math.ceil(milliseconds / 1000);
      // All readers may be behind this address: none is sent away for what the others do.
      warn(client);
      return 0;
    },
    charge: (request) => {
      const { address } = find(request);
      if (address !== null) limit.charge(limitKey(address));
    },
  };
}

/** Says once that a proxy seems to be there that nobody has named. */
function proxyWarning(): (client: Client) => void {
  let isSaid = false;
  return ({ address }) => {
    if (isSaid) return;
    isSaid = true;
    const name = address?.range() === 'loopback' ? 'loopback' : 'private';
    log.warn(
      `Requests seem to come through a proxy that TRUSTED_PROXIES does not name (${name}). All readers look like one, so ` +
        `that limits for each of them cannot hold. If there is a proxy, set TRUSTED_PROXIES=${name}.`,
    );
  };
}
