import { createHmac } from 'node:crypto';
import type { Ask, Reply } from './ask';

export const PUBLISH_SECRET = 'a secret for publishing';

/** Delivers a push as GitHub does: signed over the very bytes that it sends. */
export function deliver(ask: Ask, more: string): Promise<Reply> {
  const body = Buffer.from(JSON.stringify({ ref: 'refs/heads/main', more }));
  const digest = createHmac('sha256', PUBLISH_SECRET).update(body).digest('hex');
  return ask('/api/publish', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'push',
      'X-Hub-Signature-256': `sha256=${digest}`,
    },
    body,
  });
}
