import * as z from 'zod';
import type { Fields } from './signature';

/** What an authentic delivery asks for. */
export type Delivery =
  | { readonly kind: 'push' }
  | { readonly kind: 'ping' }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

const EVENTS = ['x-github-event', 'x-forgejo-event', 'x-gitea-event', 'x-gitlab-event'];
/** GitLab tells of pushes in its own words, and of those of a whole server as "System Hook". */
const PUSHES: ReadonlySet<string> = new Set(['push', 'push hook', 'system hook']);
const NO_COMMIT = /^(?:0{40}|0{64})$/;

const payloadSchema = z.object({
  ref: z.string().optional(),
  after: z.string().nullish(),
  event_name: z.string().optional(),
});

/**
 * Reads what an authentic delivery asks for. One without an event comes from a script, and is a
 * push; so is one without a `ref`, since to publish once too often does no harm.
 * @param body null where it is too large to be read: then it counts as what its event says
 * @param branch the branch that is published
 */
export function readDelivery(fields: Fields, body: Buffer | null, branch: string): Delivery {
  const event = EVENTS.flatMap((name) => fields[name] ?? [])[0]?.toLowerCase();
  if (event === 'ping') return { kind: 'ping' };
  if (event !== undefined && !PUSHES.has(event)) {
    return { kind: 'ignored', reason: `Only pushes are published; this is "${event}".` };
  }
  if (body === null || body.length === 0) return { kind: 'push' };
  const payload = readPayload(body, fields['content-type']?.[0] ?? '');
  if (payload === null) {
    return { kind: 'unreadable', reason: 'The body is no JSON object that tells of a push.' };
  }
  const { ref, after, event_name: name } = payload;
  if (event === 'system hook' && name !== 'push') {
    return {
      kind: 'ignored',
      reason: `Only pushes are published; this is "${name ?? 'unnamed'}".`,
    };
  }
  if (ref !== undefined && ref !== `refs/heads/${branch}`) {
    return { kind: 'ignored', reason: `Only the branch ${branch} is published.` };
  }
  if (after && NO_COMMIT.test(after)) {
    return { kind: 'ignored', reason: `The branch ${branch} was deleted; the site stays.` };
  }
  return { kind: 'push' };
}

/** GitHub sends its JSON in a form's field where it is not told otherwise. */
function readPayload(body: Buffer, type: string): z.output<typeof payloadSchema> | null {
  const text = body.toString('utf8');
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded');
  const json = isForm ? (new URLSearchParams(text).get('payload') ?? '') : text;
  try {
    return payloadSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
