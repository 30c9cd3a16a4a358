import * as z from 'zod';

/** A Valkey or Redis server that several instances share. */
export interface CacheEnvironment {
  /** Where it is: a host with TLS or without, or a socket of this machine's. */
  readonly place:
    | { readonly host: string; readonly port: number; readonly tls: boolean }
    | { readonly socket: string };
  readonly username: string | null;
  /** A secret. */
  readonly password: string | null;
  readonly database: number;
  /** Where it is, for operators; without name and password. */
  readonly description: string;
}

/** The port that is registered for both (IANA, redis and rediss). */
const PORT = 6379;

const FORMS = [
  'redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]',
  'the same with rediss:// for TLS',
  'unix:///PATH/OF/SOCKET[?db=DATABASE][&username=USER][&password=PASSWORD]',
];

export const sharingSchema = {
  CACHE_URL: z
    .string()
    .refine((text) => readCacheUrl(text) !== null, {
      error: `must be one of: ${FORMS.join('; ')}`,
    })
    .optional(),
};

type Read = z.output<z.ZodObject<typeof sharingSchema>>;

/** Null where nothing is shared. */
export function cacheEnvironment({ CACHE_URL: given }: Read): CacheEnvironment | null {
  return given === undefined ? null : readCacheUrl(given);
}

function readCacheUrl(text: string): CacheEnvironment | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.hash !== '') return null;
  try {
    return url.protocol === 'unix:' ? readSocket(url) : readHost(url);
  } catch (error) {
    // A percent sign that begins no character.
    if (error instanceof URIError) return null;
    throw error;
  }
}

function readHost(url: URL): CacheEnvironment | null {
  const { protocol, hostname, host, port, pathname, search } = url;
  const database = databaseOf(pathname.slice(1));
  if (!/^rediss?:$/.test(protocol) || hostname === '' || search !== '' || database === null) {
    return null;
  }
  return {
    // Node takes an IPv6 address without the brackets that it has in a URL.
    place: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? PORT : Number(port),
      tls: protocol === 'rediss:',
    },
    username: textOf(url.username),
    password: textOf(url.password),
    database,
    description: `${protocol}//${host}${database === 0 ? '' : `/${database}`}`,
  };
}

function readSocket({ hostname, pathname, searchParams }: URL): CacheEnvironment | null {
  const database = databaseOf(searchParams.get('db') ?? '');
  const isKnown = [...searchParams.keys()].every((name) => SOCKET_FIELDS.has(name));
  if (hostname !== '' || pathname.length < 2 || !isKnown || database === null) return null;
  const socket = decodeURIComponent(pathname);
  return {
    place: { socket },
    username: searchParams.get('username'),
    password: searchParams.get('password'),
    database,
    description: `unix://${socket}`,
  };
}

const SOCKET_FIELDS: ReadonlySet<string> = new Set(['db', 'username', 'password']);

function databaseOf(text: string): number | null {
  return /^\d{0,4}$/.test(text) ? Number(text) : null;
}

function textOf(encoded: string): string | null {
  return encoded === '' ? null : decodeURIComponent(encoded);
}
