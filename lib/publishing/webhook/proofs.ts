import { createHmac, type Hmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isSameSecret } from '../secrets';

/** One way in which a delivery says that it comes from somebody who knows the secret. */
interface Proof {
  /** Takes a part of the body, in order. */
  readonly update: (chunk: Uint8Array) => void;
  readonly holds: () => boolean;
}

/** Whom a delivery may come from. */
export interface Secrets {
  /** PUBLISH_SECRET; null where it is not set. */
  readonly shared: string | null;
  /** Known to programs on this machine alone; null where there is none. */
  readonly local: string | null;
}

/** Seconds by which clocks may differ (Standard Webhooks, "Verifying webhook authenticity"). */
const TOLERANCE = 300;

/**
 * Checks a delivery against the secret while its body comes in, by the raw bytes. Of several
 * signatures every one has to be right.
 *
 * - GitHub: `X-Hub-Signature-256: sha256=HEX`, the HMAC of the body.
 * - Gitea and Forgejo: the same as bare HEX in `X-Gitea-Signature`, `X-Forgejo-Signature`.
 * - GitLab: `X-Gitlab-Token`, the secret itself; or with a signing token `webhook-id`,
 *   `webhook-timestamp` and `webhook-signature` (Standard Webhooks 1.0).
 * - Scripts: `Authorization: Bearer SECRET`.
 */
export class AuthenticityCheck {
  readonly #proofs: readonly Proof[];
  readonly #body: Hmac | null;

  /** @param now milliseconds since 1970 */
  constructor(headers: IncomingHttpHeaders, secrets: Secrets, now: number) {
    this.#proofs = proofsIn(headers, secrets, now);
    this.#body = secrets.shared === null ? null : createHmac('sha256', secrets.shared);
  }

  /** Whether a delivery can be authentic at all; where not, its body need not be read. */
  get isPossible(): boolean {
    return this.#proofs.length > 0;
  }

  update(chunk: Uint8Array): void {
    this.#body?.update(chunk);
    for (const proof of this.#proofs) proof.update(chunk);
  }

  /** To be called once, at the end of the body. Null for what is not authentic. */
  finish(): { readonly bodyName: string } | null {
    // All are asked, whatever the first says: the time must tell nothing.
    const held = this.#proofs.map((proof) => proof.holds());
    if (held.length === 0 || held.includes(false)) return null;
    return { bodyName: this.#body?.digest('hex') ?? '' };
  }
}

/** Whether one who sends no body knows a secret (`Authorization: Bearer SECRET`). */
export function isTrusted({ authorization }: IncomingHttpHeaders, secrets: Secrets): boolean {
  if (authorization === undefined) return false;
  return new AuthenticityCheck({ authorization }, secrets, 0).finish() !== null;
}

const nothing = (): void => undefined;
const refused: Proof = { update: nothing, holds: () => false };

function proofsIn(headers: IncomingHttpHeaders, { shared, local }: Secrets, now: number): Proof[] {
  const proofs: Proof[] = [];
  const given = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  const hub = given('x-hub-signature-256');
  if (hub !== undefined) {
    const hex = /^sha256=([0-9a-f]{64})$/i.exec(hub)?.[1];
    proofs.push(signature(hex, shared));
  }
  for (const name of ['x-gitea-signature', 'x-forgejo-signature']) {
    const hex = given(name);
    if (hex !== undefined) {
      proofs.push(signature(/^[0-9a-f]{64}$/i.test(hex) ? hex : undefined, shared));
    }
  }
  const token = given('x-gitlab-token');
  if (token !== undefined) proofs.push(knowing(token, [shared]));
  const signed = given('webhook-signature');
  if (signed !== undefined) {
    const [id, timestamp] = [given('webhook-id'), given('webhook-timestamp')];
    proofs.push(standardWebhook({ id, timestamp, signed }, shared, now));
  }
  const bearer = given('authorization');
  if (bearer !== undefined) {
    const claimed = /^Bearer (.+)$/i.exec(bearer)?.[1];
    proofs.push(claimed === undefined ? refused : knowing(claimed, [shared, local]));
  }
  return proofs;
}

function signature(hex: string | undefined, secret: string | null): Proof {
  if (hex === undefined || secret === null) return refused;
  const hmac = createHmac('sha256', secret);
  return {
    update: (chunk) => void hmac.update(chunk),
    holds: () => isSameSecret(hex.toLowerCase(), hmac.digest('hex')),
  };
}

function knowing(claimed: string, secrets: readonly (string | null)[]): Proof {
  const holds = (): boolean =>
    secrets.map((secret) => secret !== null && isSameSecret(claimed, secret)).includes(true);
  return { update: nothing, holds };
}

interface StandardWebhook {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  /** One or several `v1,BASE64`, with spaces between them while a secret is changed. */
  readonly signed: string;
}

function standardWebhook(
  { id, timestamp, signed }: StandardWebhook,
  secret: string | null,
  now: number,
): Proof {
  if (id === undefined || timestamp === undefined || secret === null) return refused;
  if (!/^\d{1,12}$/.test(timestamp)) return refused;
  if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE) return refused;
  const hmac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`);
  return {
    update: (chunk) => void hmac.update(chunk),
    holds: () => {
      const expected = `v1,${hmac.digest('base64')}`;
      return signed
        .split(' ')
        .map((one) => isSameSecret(one, expected))
        .includes(true);
    },
  };
}

/** A secret with the prefix of Standard Webhooks is bytes in base64. */
function keyOf(secret: string): Buffer {
  const encoded = /^whsec_(.+)$/.exec(secret)?.[1];
  return encoded === undefined ? Buffer.from(secret) : Buffer.from(encoded, 'base64');
}
