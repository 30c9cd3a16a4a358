import * as z from 'zod';

/** Caches in front of the site that it knows how to speak to; `purge` is any that takes PURGE requests. */
export const CDN_KINDS = ['fastly', 'cloudflare', 'bunny', 'varnish', 'purge'] as const;

export type CdnKind = (typeof CDN_KINDS)[number];

/** The cache in front of the site. */
export interface CdnEnvironment {
  readonly kind: CdnKind;
  /** How it is told of what changed; null where it is told nothing. */
  readonly purge: CdnPurge | null;
}

export interface CdnPurge {
  /** Addresses that are told, each a scheme, host and port. */
  readonly endpoints: readonly string[];
  /** What the vendor calls a service, zone or pull zone; empty for the operator's own caches. */
  readonly zone: string;
  /** A secret; empty for the operator's own caches. */
  readonly token: string;
}

/** Where the vendors are told (their documentation, in 2026). */
const VENDORS: Readonly<Partial<Record<CdnKind, string>>> = {
  fastly: 'https://api.fastly.com',
  cloudflare: 'https://api.cloudflare.com',
  bunny: 'https://api.bunny.net',
};

const endpoints = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((all) => all.every(isOrigin), {
    error:
      'must be one or more addresses with commas between, each a scheme, host and port such as http://10.0.0.5:6081',
  });

export const deliverySchema = {
  CDN: z.enum(CDN_KINDS, { error: `must be one of: ${CDN_KINDS.join(', ')}` }).optional(),
  CDN_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'must have no spaces and no letters outside of ASCII' })
    .optional(),
  CDN_ZONE: z
    .string()
    .regex(/^[\w-]+$/, { error: 'must have letters, digits, hyphens and underscores alone' })
    .optional(),
  CDN_URL: endpoints.optional(),
};

type Read = z.output<z.ZodObject<typeof deliverySchema>>;

/** Settings that do not fit together, each with what to do; empty where all do. */
export function deliveryProblems({ CDN, CDN_TOKEN, CDN_ZONE, CDN_URL }: Read): string[] {
  if (CDN === undefined) {
    const given = CDN_TOKEN ?? CDN_ZONE ?? CDN_URL;
    return given === undefined ? [] : ['CDN: must be set where CDN_TOKEN, CDN_ZONE or CDN_URL is'];
  }
  if (VENDORS[CDN] === undefined) {
    return CDN_TOKEN === undefined && CDN_ZONE === undefined
      ? []
      : [`CDN: ${CDN} takes neither CDN_TOKEN nor CDN_ZONE, but CDN_URL`];
  }
  if ((CDN_TOKEN === undefined) === (CDN_ZONE === undefined)) return [];
  return [
    `CDN: ${CDN} needs both CDN_TOKEN and CDN_ZONE, or neither where nothing is to be purged`,
  ];
}

/** The cache in front; null where there is none. To be called where there are no problems. */
export function cdnEnvironment({ CDN, CDN_TOKEN, CDN_ZONE, CDN_URL }: Read): CdnEnvironment | null {
  if (CDN === undefined) return null;
  const vendor = VENDORS[CDN];
  const told = CDN_URL ?? (vendor === undefined ? [] : [vendor]);
  const isToldNothing = told.length === 0 || (vendor !== undefined && CDN_TOKEN === undefined);
  if (isToldNothing) return { kind: CDN, purge: null };
  return {
    kind: CDN,
    purge: {
      endpoints: told.map((one) => new URL(one).origin),
      zone: CDN_ZONE ?? '',
      token: CDN_TOKEN ?? '',
    },
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${username}${password}` === '';
}
