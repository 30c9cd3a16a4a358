import { createHash, createHmac, type Hmac, timingSafeEqual } from 'node:crypto';

/** Fields of a request by lower-case name, each with every value that was sent. */
export type Fields = Readonly<Record<string, readonly string[] | undefined>>;

/** Milliseconds by which the clock of a sender may differ (Standard Webhooks, "Verification"). */
const WINDOW = 5 * 60_000;
/** How keys begin that are given as Base64 (Standard Webhooks, "Signature scheme"). */
const KEY_PREFIX = 'whsec_';

/** Senders of plain digests: GitHub, and Gitea and Forgejo, which send GitHub's form too. */
const DIGESTS = [
  ['x-hub-signature-256', 'sha256='],
  ['x-gitea-signature', ''],
  ['x-forgejo-signature', ''],
] as const;

/** Something that a delivery claims, to be judged when its whole body has been seen. */
interface Claim {
  readonly holds: () => boolean;
}

/** A delivery that is being checked; it is fed the body as it comes in. */
export interface SignatureCheck {
  readonly update: (chunk: Buffer) => void;
  /**
   * Whether every signature is right; null where one is not. To be called once, at the end.
   * `key` names the delivery, so that the same one is known again; it is null for those who send
   * the secret itself, since nobody else can repeat what they send.
   */
  readonly finish: () => { readonly key: string | null } | null;
}

/**
 * Begins to check a delivery by the header fields of GitHub, GitLab, Gitea and Forgejo, or by
 * `Authorization: Bearer`. Where several are there, every one must be right. Null where none is
 * there, or one is wrong before the body is known.
 * @param now milliseconds since 1970
 */
export function beginCheck(fields: Fields, secret: string, now: number): SignatureCheck | null {
  const body = createHmac('sha256', secret);
  const fed: Hmac[] = [body];
  const claims: Claim[] = [];
  let digest: string | undefined;
  const bodyDigest = (): string => {
    digest ??= body.digest('hex');
    return digest;
  };
  for (const [name, prefix] of DIGESTS) {
    if (fields[name] === undefined) continue;
    const given = only(fields[name]);
    if (given === null) return null;
    claims.push({ holds: () => isSame(given, prefix + bodyDigest()) });
  }
  const signed = standardSignature(fields, secret, now);
  if (signed === 'wrong') return null;
  if (signed !== null) {
    fed.push(signed.hmac);
    claims.push(signed);
  }
  const told = [fields['x-gitlab-token'], bearer(fields.authorization)];
  const secrets = told.filter((values) => values !== undefined);
  if (!secrets.every((values) => isSame(only(values) ?? '', secret))) return null;
  if (claims.length + secrets.length === 0) return null;
  return {
    update: (chunk) => {
      for (const hmac of fed) hmac.update(chunk);
    },
    finish: () => {
      // Every claim is judged, so that the time taken tells nothing of which one is wrong.
      const verdicts = claims.map(({ holds }) => holds());
      if (verdicts.includes(false)) return null;
      if (signed !== null) return { key: `id ${signed.id}` };
      return { key: claims.length === 0 ? null : `body ${bodyDigest()}` };
    },
  };
}

/** Whoever knows one of these is heard. */
export interface Secrets {
  /** PUBLISH_SECRET; null where it is not set. */
  readonly shared: string | null;
  /** Known to those alone who may read the data folder of this server. */
  readonly local: string;
}

/** Begins to check a delivery that may be made with either secret. */
export function beginCheckOfAny(
  fields: Fields,
  { shared, local }: Secrets,
  now: number,
): SignatureCheck | null {
  const byShared = shared === null ? null : beginCheck(fields, shared, now);
  return byShared ?? beginCheck(fields, local, now);
}

/** Whether one who asks sends a secret itself. */
export function knowsSecret({ authorization }: Fields, secrets: Secrets): boolean {
  return beginCheckOfAny({ authorization }, secrets, 0) !== null;
}

interface StandardClaim extends Claim {
  readonly id: string;
  readonly hmac: Hmac;
}

/**
 * The signature that newer GitLab sends: `v1,` and the Base64 of an HMAC over id, moment and
 * body, several apart by spaces while a key is changed (https://www.standardwebhooks.com).
 */
function standardSignature(
  fields: Fields,
  secret: string,
  now: number,
): StandardClaim | null | 'wrong' {
  if (fields['webhook-signature'] === undefined) return null;
  const given = only(fields['webhook-signature']);
  const id = only(fields['webhook-id']);
  const moment = only(fields['webhook-timestamp']);
  if (given === null || !id || moment === null || !/^\d{1,12}$/.test(moment)) return 'wrong';
  if (Math.abs(now - Number(moment) * 1000) > WINDOW) return 'wrong';
  const hmac = createHmac('sha256', keyOf(secret)).update(`${id}.${moment}.`, 'latin1');
  const holds = (): boolean => {
    const right = `v1,${hmac.digest('base64')}`;
    return given.split(' ').filter((each) => isSame(each, right)).length > 0;
  };
  return { id, hmac, holds };
}

function keyOf(secret: string): Buffer {
  if (!secret.startsWith(KEY_PREFIX)) return Buffer.from(secret);
  return Buffer.from(secret.slice(KEY_PREFIX.length), 'base64');
}

/** The credentials of the Bearer scheme (RFC 6750); other schemes are for whoever stands before us. */
function bearer(values: readonly string[] | undefined): readonly string[] | undefined {
  const found = values?.flatMap((value) => /^bearer +(.*)$/i.exec(value)?.[1] ?? []);
  return found?.length ? found : undefined;
}

/** A field that is sent twice says nothing for certain. */
function only(values: readonly string[] | undefined): string | null {
  return values?.length === 1 ? (values[0] ?? null) : null;
}

/**
 * Compares what a header field holds with what it should hold, in a time that tells nothing of
 * either. The text is compared and not its bytes decoded: Base64 has several spellings.
 */
function isSame(given: string, right: string): boolean {
  // Node reads the bytes of header fields as Latin-1.
  return timingSafeEqual(sha256(Buffer.from(given, 'latin1')), sha256(Buffer.from(right)));
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
