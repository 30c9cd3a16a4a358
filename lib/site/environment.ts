import { join, resolve } from 'node:path';
import * as z from 'zod';
import {
  type AnnouncingEnvironment,
  announcingEnvironment,
  announcingSchema,
} from './environment/announcing';
import {
  type ConnectionsEnvironment,
  connectionsEnvironment,
  connectionsSchema,
} from './environment/connections';
import {
  type CdnEnvironment,
  cdnEnvironment,
  deliveryProblems,
  deliverySchema,
} from './environment/delivery';
import type { Hosting } from './environment/hosting';
import {
  type OperationEnvironment,
  operationEnvironment,
  operationSchema,
} from './environment/operation';
import {
  type PublishingEnvironment,
  publishingEnvironment,
  publishingSchema,
} from './environment/publishing';
import { type RatesEnvironment, ratesEnvironment, ratesSchema } from './environment/rates';
import { secret } from './environment/secret';
import { type CacheEnvironment, cacheEnvironment, sharingSchema } from './environment/sharing';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONTENT_DIR: z.string().min(1).default('content'),
  DATA_DIR: z.string().min(1).default('.data'),
  PAGE_CACHE: z.coerce.number().min(1).max(100_000).default(64),
  ...ratesSchema,
  ...publishingSchema,
  PREVIEW_SECRET: secret,
  ...announcingSchema,
  ...connectionsSchema,
  ...operationSchema,
  ...sharingSchema,
  ...deliverySchema,
});

/** Names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** Never shown, also where they cannot be used. */
const SECRETS: ReadonlySet<string> = new Set([
  'PUBLISH_SECRET',
  'PREVIEW_SECRET',
  'METRICS_TOKEN',
  'INDEXNOW_KEY',
  'CACHE_URL',
  'CDN_TOKEN',
]);

/** Settings of the process, read once from environment variables and checked. */
export interface Environment {
  readonly port: number;
  /** Address to listen on; every interface where it is not set. */
  readonly host: string | undefined;
  /** Public address of the site without a path, e.g. `https://news.example`. */
  readonly siteUrl: string;
  /** Absolute path of the publication. */
  readonly contentDir: string;
  /** Absolute path of the folder for derived data. */
  readonly dataDir: string;
  /** Absolute path of the store of exchange rates. */
  readonly ratesFile: string;
  /** `files` while the site is exported. */
  readonly hosting: Hosting;
  /** Memory for finished pages, in bytes. */
  readonly pageCacheBytes: number;
  readonly connections: ConnectionsEnvironment;
  readonly rates: RatesEnvironment;
  readonly publishing: PublishingEnvironment;
  readonly announcing: AnnouncingEnvironment;
  readonly operation: OperationEnvironment;
  /** Signs the addresses of previews; null where there are none. */
  readonly previewSecret: string | null;
  /** What several instances share; null where this one shares nothing. */
  readonly cache: CacheEnvironment | null;
  /** The cache in front of the site; null where none is told of anything. */
  readonly cdn: CdnEnvironment | null;
}

/** Thrown for environment variables that cannot be used; the message names each one. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads the settings from environment variables (design contract: all optional).
 * @throws EnvironmentError naming every variable that has an unusable value
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  root: string = process.cwd(),
): Environment {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = variables[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      const value = SECRETS.has(name)
        ? 'a secret, which is not shown'
        : `"${withoutPassword(given[name])}"`;
      return `${path.join('.')}: ${message} (it is ${value})`;
    });
    throw unusable(lines);
  }
  const problems = deliveryProblems(result.data);
  if (problems.length > 0) throw unusable(problems);
  const { PORT, HOST, SITE_URL, CONTENT_DIR, DATA_DIR, PAGE_CACHE } = result.data;
  return {
    port: PORT,
    host: HOST,
    siteUrl: new URL(SITE_URL ?? `http://${servedHost(HOST)}:${PORT}`).origin,
    contentDir: resolve(root, CONTENT_DIR),
    dataDir: resolve(root, DATA_DIR),
    ratesFile: join(resolve(root, DATA_DIR), 'rates.db'),
    hosting: 'server',
    pageCacheBytes: PAGE_CACHE * 1_000_000,
    connections: connectionsEnvironment(result.data),
    rates: ratesEnvironment(result.data),
    publishing: publishingEnvironment(result.data, root),
    announcing: announcingEnvironment(result.data),
    operation: operationEnvironment(result.data),
    previewSecret: result.data.PREVIEW_SECRET ?? null,
    cache: cacheEnvironment(result.data),
    cdn: cdnEnvironment(result.data),
  };
}

/** A repository may be given with the name and password that it takes. */
function withoutPassword(value = ''): string {
  return value.replace(/\/\/[^\s/@]+@/g, '//');
}

function unusable(lines: readonly string[]): EnvironmentError {
  const list = lines.join('\n  ');
  return new EnvironmentError(`Environment variables that cannot be used:\n  ${list}`);
}

/** Host part of the address served; who listens everywhere is reached as localhost. */
export function servedHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
