import * as z from 'zod';
import { type IpRange, readIpRanges } from '../ipRanges';

const ranges = z
  .string()
  .refine((list) => readIpRanges(list) !== null, {
    error: 'must be a list of addresses, ranges such as 10.0.0.0/8, "loopback" and "private"',
  })
  .optional();

const perMinute = z.union([z.literal('off'), z.coerce.number().int().min(1).max(100_000)], {
  error: 'must be "off", or a number a minute from 1 to 100000',
});

/** Below this, a token can be found by trying. */
const SHORTEST_TOKEN = 16;

/** Settings of watching, logs and limits. */
export const operationSchema = {
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'off']).default('info'),
  LOG_FORMAT: z.enum(['json', 'text']).optional(),
  LOG_REQUESTS: z.enum(['on', 'slow', 'off']).default('off'),
  STOP_DELAY: z.coerce.number().min(0).max(600).default(0),
  TRUSTED_PROXIES: ranges,
  PROXY_HEADER: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['x-forwarded-for', 'forwarded']))
    .default('x-forwarded-for'),
  METRICS_ALLOW: ranges,
  METRICS_TOKEN: z
    .string()
    .min(SHORTEST_TOKEN, { error: `must have at least ${SHORTEST_TOKEN} characters` })
    .optional(),
  SEARCH_LIMIT: perMinute.default(120),
  PUBLISH_LIMIT: perMinute.default(30),
};

/** How the process is watched, what it logs, and whom it bears. */
export interface OperationEnvironment {
  readonly log: {
    readonly level: 'debug' | 'info' | 'warn' | 'error' | 'off';
    /** Null where it depends on what standard output is. */
    readonly format: 'json' | 'text' | null;
    /** Which requests have a line of their own: all, those that took long, or none. */
    readonly requests: 'on' | 'slow' | 'off';
  };
  /** Milliseconds for which the site is still served after it was told to stop. */
  readonly stopDelay: number;
  readonly proxies: ProxyEnvironment;
  readonly metrics: {
    /** Who may read them, beside this machine. */
    readonly allowed: readonly IpRange[];
    /** Lets anybody who sends it read them; null where there is none. */
    readonly token: string | null;
  };
  /** For one client, a minute; null where there is no limit. */
  readonly limits: { readonly searches: number | null; readonly refusedDeliveries: number | null };
}

/** Whose word on the address of a client is taken. */
export interface ProxyEnvironment {
  readonly trusted: readonly IpRange[];
  /** The header field that those proxies write. */
  readonly header: 'x-forwarded-for' | 'forwarded';
}

const schema = z.object(operationSchema);

export function operationEnvironment(read: z.output<typeof schema>): OperationEnvironment {
  return {
    log: { level: read.LOG_LEVEL, format: read.LOG_FORMAT ?? null, requests: read.LOG_REQUESTS },
    stopDelay: read.STOP_DELAY * 1000,
    proxies: { trusted: readIpRanges(read.TRUSTED_PROXIES ?? '') ?? [], header: read.PROXY_HEADER },
    metrics: {
      allowed: readIpRanges(read.METRICS_ALLOW ?? '') ?? [],
      token: read.METRICS_TOKEN ?? null,
    },
    limits: {
      searches: limit(read.SEARCH_LIMIT),
      refusedDeliveries: limit(read.PUBLISH_LIMIT),
    },
  };
}

function limit(value: number | 'off'): number | null {
  return value === 'off' ? null : value;
}
