import { join, resolve } from 'node:path';
import { z } from 'zod';
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
import { type CacheEnvironment, cacheEnvironment, sharingSchema } from './environment/sharing';

/** Scheme, host and port of a provider of rates; a path would be lost. */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((text) => new URL(text).pathname === '/' && new URL(text).search === '', {
    error: 'must be scheme, host and port alone, such as http://127.0.0.1:8080',
  })
  .optional();

const DAY_SECONDS = 86_400;

/** Below this, a secret can be found by trying. */
const SHORTEST_SECRET = 16;

const secret = z
  .string()
  .min(SHORTEST_SECRET, { error: `must have at least ${SHORTEST_SECRET} characters` })
  .optional();

/** Address of a Git repository: https, ssh in both of its forms, or a path of this machine. */
const repository = z
  .string()
  .refine((text) => !text.startsWith('-') && !/[\0\r\n]/.test(text), {
    error: 'must be a path, https://... or an ssh address',
  })
  .refine((text) => !/^(?!(?:https|ssh|file):)[a-z][a-z0-9+.-]*:(?:\/\/|:)/i.test(text), {
    error: 'must be a path, or an address that starts with https:// or ssh://',
  })
  .optional();

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONTENT_DIR: z.string().min(1).default('content'),
  DATA_DIR: z.string().min(1).default('.data'),
  PAGE_CACHE: z.coerce.number().min(1).max(100_000).default(64),
  RATES_REFRESH: z
    .union([z.literal('off'), z.coerce.number().min(1).max(DAY_SECONDS)], {
      error: `must be "off", or seconds from 1 to ${DAY_SECONDS}`,
    })
    .default(1800),
  CONTENT_REPO: repository,
  CONTENT_BRANCH: z
    .string()
    .regex(/^(?![-./])(?!.*(?:\.\.|@\{|\/\/|\.lock$))[\w./@+-]+$/, {
      error: 'must be the name of a branch, such as main',
    })
    .default('main'),
  PUBLISH_POLL: z
    .union([z.literal('off'), z.coerce.number().min(1).max(DAY_SECONDS)], {
      error: `must be "off", or seconds from 1 to ${DAY_SECONDS}`,
    })
    .default('off'),
  PUBLISH_SECRET: secret,
  PREVIEW_SECRET: secret,
  ...announcingSchema,
  ...connectionsSchema,
  RATES_FRANKFURTER_URL: origin,
  RATES_NBK_URL: origin,
  RATES_NBKR_URL: origin,
  RATES_NBT_URL: origin,
  RATES_CBU_URL: origin,
  RATES_CBT_URL: origin,
  RATES_FAWAZAHMED0_URL: origin,
  RATES_FAWAZAHMED0_FALLBACK_URL: origin,
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

/** How edits come in. */
export interface PublishingEnvironment {
  /** Git repository that holds the publication; null where a plain folder does. */
  readonly repository: string | null;
  readonly branch: string;
  /** Milliseconds between two looks at the repository; null where nobody looks unasked. */
  readonly poll: number | null;
  /** Shared with those who may tell of new commits; null where nobody may. */
  readonly secret: string | null;
}

export interface RatesEnvironment {
  /** Milliseconds between two refreshes; null where rates are not fetched. */
  readonly interval: number | null;
  /** What takes the place of the providers' own scheme, host and port. */
  readonly addresses: {
    readonly frankfurter: string | undefined;
    readonly nbk: string | undefined;
    readonly nbkr: string | undefined;
    readonly nbt: string | undefined;
    readonly cbu: string | undefined;
    readonly cbt: string | undefined;
    readonly fawazahmed0: string | undefined;
    readonly fawazahmed0Fallback: string | undefined;
  };
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

function ratesEnvironment(read: z.output<typeof schema>): RatesEnvironment {
  return {
    interval: read.RATES_REFRESH === 'off' ? null : read.RATES_REFRESH * 1000,
    addresses: {
      frankfurter: read.RATES_FRANKFURTER_URL,
      nbk: read.RATES_NBK_URL,
      nbkr: read.RATES_NBKR_URL,
      nbt: read.RATES_NBT_URL,
      cbu: read.RATES_CBU_URL,
      cbt: read.RATES_CBT_URL,
      fawazahmed0: read.RATES_FAWAZAHMED0_URL,
      fawazahmed0Fallback: read.RATES_FAWAZAHMED0_FALLBACK_URL,
    },
  };
}

function publishingEnvironment(read: z.output<typeof schema>, root: string): PublishingEnvironment {
  const { CONTENT_REPO: given, CONTENT_BRANCH, PUBLISH_POLL, PUBLISH_SECRET } = read;
  // An ssh address in its short form has a colon before its first slash; a path of this machine has none.
  const isAddress = given !== undefined && /^(?:[a-z]+:\/\/|[^/]+:)/i.test(given);
  return {
    repository: given === undefined ? null : isAddress ? given : resolve(root, given),
    branch: CONTENT_BRANCH,
    poll: PUBLISH_POLL === 'off' ? null : PUBLISH_POLL * 1000,
    secret: PUBLISH_SECRET ?? null,
  };
}

/** Host part of the address served; who listens everywhere is reached as localhost. */
export function servedHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
