import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@/lib/site/dates';
import { type ArticleSlug, isSlug } from '@/lib/site/slug';

/** What a token allows: to see one article, for a time. */
export interface PreviewGrant {
  readonly slug: ArticleSlug;
  /** Milliseconds since 1970; whole seconds. */
  readonly until: Instant;
}

export type PreviewVerdict =
  | ({ readonly kind: 'valid' } & PreviewGrant)
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

const SECOND = 1000;
/** A token is good for nothing else that the same secret may ever sign. */
const PURPOSE = 'saxaul preview 1';

/**
 * Signs leave to see an article that is not published: `SLUG~SECONDS` and its HMAC (SHA-256), both
 * in the letters of base64url, with a dot between them.
 */
export function signPreview(secret: string, { slug, until }: PreviewGrant): string {
  const payload = Buffer.from(`${slug}~${Math.floor(until / SECOND)}`).toString('base64url');
  return `${payload}.${seal(secret, payload).toString('base64url')}`;
}

/**
 * Reads a token. Whether it is genuine is decided before anything in it is looked at.
 * @param now milliseconds since 1970
 */
export function readPreview(secret: string, token: string, now: Instant): PreviewVerdict {
  const [payload = '', claimed = '', ...rest] = token.split('.');
  const sealed = seal(secret, payload);
  const given = Buffer.from(claimed, 'base64url');
  // Base64 has several spellings of one value; one alone is ours.
  const isOurs = rest.length === 0 && claimed === sealed.toString('base64url');
  if (given.length !== sealed.length || !timingSafeEqual(given, sealed) || !isOurs) {
    return { kind: 'forged' };
  }
  const [slug = '', seconds] = Buffer.from(payload, 'base64url').toString('utf8').split('~');
  const until = Number(seconds) * SECOND;
  if (!isSlug<'article'>(slug) || !Number.isSafeInteger(until)) return { kind: 'forged' };
  return until > now ? { kind: 'valid', slug, until } : { kind: 'expired' };
}

function seal(secret: string, payload: string): Buffer {
  return createHmac('sha256', secret).update(`${PURPOSE}\n${payload}`).digest();
}
