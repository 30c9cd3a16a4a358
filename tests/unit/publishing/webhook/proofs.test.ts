import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuthenticityCheck, isTrusted, type Secrets } from '@/lib/publishing/webhook/proofs';

const SECRET = 'a secret of some length';
const LOCAL = 'a token of this machine';
const SECRETS: Secrets = { shared: SECRET, local: LOCAL };
const NOW = Date.parse('2026-11-23T08:00:00Z');
const SECOND = NOW / 1000;
const BODY = Buffer.from('{"ref":"refs/heads/main"}');

type Headers = Record<string, string>;

function isAuthentic(headers: Headers, body: Buffer = BODY, secrets = SECRETS, now = NOW): boolean {
  const check = new AuthenticityCheck(headers, secrets, now);
  if (!check.isPossible) return false;
  for (const byte of body) check.update(Uint8Array.of(byte));
  return check.finish() !== null;
}

function hex(body: Buffer, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function standard(
  body: Buffer,
  { id = 'msg_1', timestamp = SECOND, key = SECRET as string | Buffer } = {},
): Headers {
  const signed = createHmac('sha256', key)
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signed}`,
  };
}

/** What each kind of sender sends with a body. */
const SENDERS: Readonly<Record<string, (body: Buffer) => Headers>> = {
  GitHub: (body) => ({ 'x-hub-signature-256': `sha256=${hex(body)}` }),
  Gitea: (body) => ({
    'x-gitea-signature': hex(body),
    'x-hub-signature-256': `sha256=${hex(body)}`,
  }),
  Forgejo: (body) => ({ 'x-forgejo-signature': hex(body), 'x-gitea-signature': hex(body) }),
  'GitLab with a signing token': (body) => standard(body),
};

describe('a delivery', () => {
  it.each(Object.entries(SENDERS))('of %s is authentic as it was signed', (_name, sign) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const body = Buffer.from(bytes);
        expect(isAuthentic(sign(body), body)).toBe(true);
      }),
    );
  });

  it.each(Object.entries(SENDERS))('of %s is refused with any byte altered', (_name, sign) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, place, difference) => {
          const altered = Buffer.from(bytes);
          const at = place % altered.length;
          altered.writeUInt8((altered.readUInt8(at) + difference) % 256, at);
          expect(isAuthentic(sign(Buffer.from(bytes)), altered)).toBe(false);
        },
      ),
    );
  });

  it.each(Object.entries(SENDERS))('of %s is refused with any header cut short', (_name, sign) => {
    const headers = sign(BODY);
    for (const [name, value] of Object.entries(headers)) {
      for (let length = 0; length < value.length; length += 1) {
        const cut = { ...headers, [name]: value.slice(0, length) };
        expect(isAuthentic(cut), `${name}: ${length}`).toBe(false);
      }
    }
  });

  it.each(Object.entries(SENDERS))('of %s is refused under another secret', (_name, sign) => {
    const others: Secrets = { shared: 'another secret as long', local: LOCAL };
    expect(isAuthentic(sign(BODY), BODY, others)).toBe(false);
    expect(isAuthentic(sign(BODY), BODY, { shared: null, local: LOCAL })).toBe(false);
  });

  it('is refused where one of its signatures is wrong', () => {
    const right = { 'x-hub-signature-256': `sha256=${hex(BODY)}` };
    expect(isAuthentic({ ...right, 'x-gitea-signature': hex(BODY, 'else') })).toBe(false);
    expect(isAuthentic({ ...right, authorization: 'Bearer wrong' })).toBe(false);
    expect(
      isAuthentic({ 'x-hub-signature-256': `${right['x-hub-signature-256']}, sha256=00` }),
    ).toBe(false);
  });

  it('is refused without any', () => {
    expect(new AuthenticityCheck({}, SECRETS, NOW).isPossible).toBe(false);
    expect(isAuthentic({ 'x-hub-signature': 'sha1=0' })).toBe(false);
    expect(isAuthentic({ authorization: `Basic ${SECRET}` })).toBe(false);
  });

  it('of GitLab is authentic by the secret itself', () => {
    expect(isAuthentic({ 'x-gitlab-token': SECRET })).toBe(true);
    expect(isAuthentic({ 'x-gitlab-token': LOCAL })).toBe(false);
    expect(isAuthentic({ 'x-gitlab-token': '' })).toBe(false);
  });

  it('of GitLab is refused when it is old or of the future, and with its time altered', () => {
    expect(isAuthentic(standard(BODY, { timestamp: SECOND - 299 }))).toBe(true);
    expect(isAuthentic(standard(BODY, { timestamp: SECOND - 301 }))).toBe(false);
    expect(isAuthentic(standard(BODY, { timestamp: SECOND + 301 }))).toBe(false);
    const old = standard(BODY, { timestamp: SECOND - 301 });
    expect(isAuthentic({ ...old, 'webhook-timestamp': String(SECOND) })).toBe(false);
    const { 'webhook-id': _, ...withoutId } = standard(BODY);
    expect(isAuthentic(withoutId)).toBe(false);
  });

  it('of GitLab is authentic by any of several signatures while a secret changes', () => {
    const headers = standard(BODY);
    const several = `v1,AAAA ${headers['webhook-signature']}`;
    expect(isAuthentic({ ...headers, 'webhook-signature': several })).toBe(true);
  });

  it('of GitLab is checked by the bytes of a token in base64', () => {
    const key = Buffer.from('thirty-two bytes of a signing key');
    const secrets: Secrets = { shared: `whsec_${key.toString('base64')}`, local: null };
    expect(isAuthentic(standard(BODY, { key }), BODY, secrets)).toBe(true);
    expect(isAuthentic(standard(BODY), BODY, secrets)).toBe(false);
  });

  it('is named by its body, so that the same is known again', () => {
    const name = (body: Buffer): string | undefined => {
      const check = new AuthenticityCheck({ 'x-gitlab-token': SECRET }, SECRETS, NOW);
      check.update(body);
      return check.finish()?.bodyName;
    };
    expect(name(BODY)).toBe(name(BODY));
    expect(name(BODY)).not.toBe(name(Buffer.from('{}')));
  });
});

describe('one who asks for the status', () => {
  it('is told all with either secret, and with nothing else', () => {
    expect(isTrusted({ authorization: `Bearer ${SECRET}` }, SECRETS)).toBe(true);
    expect(isTrusted({ authorization: `Bearer ${LOCAL}` }, SECRETS)).toBe(true);
    expect(isTrusted({ authorization: 'Bearer null' }, { shared: null, local: null })).toBe(false);
    expect(isTrusted({}, SECRETS)).toBe(false);
    expect(isTrusted({ 'x-gitlab-token': SECRET }, SECRETS)).toBe(false);
  });
});
