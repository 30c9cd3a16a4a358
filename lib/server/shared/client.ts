import type { CacheEnvironment } from '@/lib/site/environment/sharing';

/** Milliseconds. */
const CONNECTING = 2_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** Commands that wait for an answer; more are refused at once. */
const MOST_WAITING = 500;

/** A client whose texts are bytes, since pages are. */
export type Client = ReturnType<Awaited<ReturnType<typeof clientMaker>>>;

/**
 * Makes clients that queue nothing while they are not connected, and connect again by themselves for ever.
 * One connection does for commands and messages alike (RESP 3).
 */
export async function clientMaker({ place, username, password, database }: CacheEnvironment) {
  // Loaded here alone: it takes some 20 MB, which whoever shares nothing need not spend.
  const { createClient, RESP_TYPES } = await import('@redis/client');
  const make = () =>
    createClient({
      socket: {
        ...socketOf(place),
        connectTimeout: CONNECTING,
        reconnectStrategy: (retries: number) =>
          Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** retries) * (0.8 + 0.4 * Math.random()),
      },
      ...(username !== null && { username }),
      ...(password !== null && { password }),
      database,
      RESP: 3,
      name: 'saxaul',
      disableOfflineQueue: true,
      commandsQueueMaxLength: MOST_WAITING,
      disableClientInfo: true,
      maintNotifications: 'disabled',
      commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
    });
  return make;
}

function socketOf(place: CacheEnvironment['place']) {
  if ('socket' in place) return { path: place.socket, tls: false } as const;
  const { host, port, tls } = place;
  return tls ? ({ host, port, tls } as const) : { host, port };
}
