import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { routes } from '@/lib/site/routes';

/** What is told of a push. */
export interface Push {
  /** Full name of the branch. */
  readonly branch: string;
  readonly before: string;
  readonly after: string;
}

/** The parts of the status that are looked at; it comes from another process. */
const statusSchema = z.looseObject({
  state: z.enum(['idle', 'working']),
  commit: z.string().nullable(),
  failure: z.string().nullable(),
  errors: z.number(),
  last: z.looseObject({ milliseconds: z.number(), pages: z.number() }).nullable(),
});

export type PublishingStatus = z.output<typeof statusSchema>;

const LOOK = 20;
const PATIENCE = 60_000;

/**
 * Tells the site of a push as GitHub does, with its headers and the HMAC of the body.
 * @throws Error where the site does not take it
 */
export async function sendWebhook(address: string, secret: string, push: Push): Promise<void> {
  const { branch, before, after } = push;
  const repository = { full_name: 'bench/publication', default_branch: 'main' };
  const body = JSON.stringify({ ref: branch, before, after, repository, commits: [{ id: after }] });
  const response = await fetch(address + routes.publish(), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'push',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
  });
  const text = await response.text();
  if (response.status !== 202) {
    throw new Error(`The webhook was answered with status ${response.status}: ${text}`);
  }
}

/**
 * Waits until a commit is published and nothing is under way.
 * @throws Error where that fails, or takes more than a minute
 */
export async function waitUntilPublished(
  address: string,
  commit: string,
): Promise<PublishingStatus> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const response = await fetch(address + routes.publishStatus());
    const status = statusSchema.parse(await response.json());
    if (status.failure !== null) throw new Error(`Nothing was published: ${status.failure}`);
    if (status.state === 'idle' && status.commit === commit) return status;
    if (performance.now() > deadline) throw new Error(`${commit} was not published`);
    await sleep(LOOK);
  }
}
