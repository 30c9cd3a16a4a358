import { createHash } from 'node:crypto';

/** Names a content: as an ETag, and in the manifest of an export. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
