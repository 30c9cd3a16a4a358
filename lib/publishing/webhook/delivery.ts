import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** What an authentic delivery means. */
export type Meaning =
  | { readonly kind: 'push' }
  | { readonly kind: 'ping' }
  | { readonly kind: 'ignored'; readonly why: string }
  | { readonly kind: 'malformed'; readonly why: string };

const EVENTS = [
  'x-github-event',
  'x-forgejo-event',
  'x-gitea-event',
  'x-gogs-event',
  'x-gitlab-event',
] as const;

const pushSchema = z.looseObject({ ref: z.string() });

/**
 * Reads what a delivery is about. Who says nothing of an event means a push: scripts do.
 * @param body null where it was too long to be kept; it counts as a push to the branch
 * @param branch the one that is published
 */
export function readDelivery(
  headers: IncomingHttpHeaders,
  body: Buffer | null,
  branch: string,
): Meaning {
  const event = EVENTS.map((name) => headers[name]).find((value) => value !== undefined);
  if (event === 'ping') return { kind: 'ping' };
  if (event !== undefined && event !== 'push' && event !== 'Push Hook') {
    return { kind: 'ignored', why: `Only pushes are published, not "${event}".` };
  }
  if (body === null || (event === undefined && body.length === 0)) return { kind: 'push' };
  const push = pushSchema.safeParse(parse(headers, body));
  if (!push.success) {
    if (event === undefined) return { kind: 'push' };
    return { kind: 'malformed', why: 'A push is JSON with the name of its branch in "ref".' };
  }
  if (push.data.ref === `refs/heads/${branch}`) return { kind: 'push' };
  return { kind: 'ignored', why: `Only the branch ${branch} is published.` };
}

/** Undefined for what is no JSON. */
function parse(headers: IncomingHttpHeaders, body: Buffer): unknown {
  const text = body.toString('utf8');
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const json = isForm ? new URLSearchParams(text).get('payload') : text;
  try {
    return JSON.parse(json ?? '');
  } catch {
    // SyntaxError is how the platform says so.
    return undefined;
  }
}
