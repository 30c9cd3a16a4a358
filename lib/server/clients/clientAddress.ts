import type { IncomingMessage } from 'node:http';
import type { ProxyEnvironment } from '@/lib/site/environment/operation';
import { type Ip, ipMatcher, isPublicIp, readIp, readIpRanges } from '@/lib/site/ipRanges';
import { forwardedForHops, forwardedHops, type Hop } from './hops';

/** Who asks, as far as it can be known. */
export interface Client {
  /** Null where the connection has gone, or a proxy names nobody. */
  readonly address: Ip | null;
  /** Whether it asks from this very machine, and for nobody else. */
  readonly isLocal: boolean;
  /**
   * Whether many may stand behind the address: it is one of this machine or of a private network, and
   * no proxy that is trusted has named it.
   */
  readonly maybeProxy: boolean;
  /** Whether whoever asks says that it forwards for somebody, and is not trusted. */
  readonly isUntrustedForwarder: boolean;
  /** Whether the connection comes from a proxy that is trusted. */
  readonly isForwarded: boolean;
}

type Asked = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/** Fields by which proxies say that they are some. */
const FORWARDING = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'] as const;

const isLoopback = ipMatcher(readIpRanges('loopback') ?? []);

/**
 * Finds out who asks. Every proxy adds the address that it heard from at the right end of the
 * list, so that the list is read from there, for as long as the addresses are trusted; what is
 * further left, anybody may have written. Only the field that the proxies write is looked at: the other one would
 * come through them as a client sent it.
 */
export function clientFinder({ trusted, header }: ProxyEnvironment): (request: Asked) => Client {
  const isTrusted = ipMatcher(trusted);
  const hopsOf = header === 'forwarded' ? forwardedHops : forwardedForHops;

  return ({ headers, socket }) => {
    const connection = readIp(socket.remoteAddress ?? '');
    if (connection === null) return NOBODY;
    const saysForwarded = FORWARDING.some((name) => headers[name] !== undefined);
    if (!isTrusted(connection)) {
      const maybeProxy = !isPublicIp(connection);
      return {
        address: connection,
        isLocal: isLoopback(connection) && !saysForwarded,
        maybeProxy,
        isUntrustedForwarder: maybeProxy && saysForwarded,
        isForwarded: false,
      };
    }
    const field = headers[header];
    const hops: Hop[] = field === undefined ? [] : hopsOf([field].flat().join(','));
    const address = clientOf(connection, hops, isTrusted);
    const chain = [connection, ...hops];
    return {
      address,
      isLocal: chain.every((hop) => hop !== null && isLoopback(hop)),
      // A proxy that says for whom it asks is believed, whatever the address.
      maybeProxy: address === connection && !isPublicIp(connection),
      isUntrustedForwarder: false,
      isForwarded: true,
    };
  };
}

const NOBODY: Client = {
  address: null,
  isLocal: false,
  maybeProxy: false,
  isUntrustedForwarder: false,
  isForwarded: false,
};

function clientOf(connection: Ip, hops: readonly Hop[], isTrusted: (ip: Ip) => boolean): Ip {
  let client = connection;
  for (const hop of [...hops].reverse()) {
    // What comes before an entry that names nobody was not written by one who is trusted.
    if (hop === null) return client;
    client = hop;
    if (!isTrusted(hop)) return client;
  }
  return client;
}
