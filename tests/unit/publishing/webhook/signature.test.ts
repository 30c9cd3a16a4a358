import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginCheck, type Fields } from '@/lib/publishing/webhook/signature';

const SECRET = 'a secret of the newsroom';
const NOW = Date.parse('2026-11-23T06:00:00Z');
const BODY = '{"ref":"refs/heads/main"}';
const MOMENT = String(NOW / 1000);

const hex = createHmac('sha256', SECRET).update(BODY).digest('hex');

function standard(moment = MOMENT, key: string | Buffer = SECRET): Fields {
  const signed = createHmac('sha256', key).update(`msg_1.${moment}.${BODY}`).digest('base64');
  return {
    'webhook-id': ['msg_1'],
    'webhook-timestamp': [moment],
    'webhook-signature': [`v1,${signed}`],
  };
}

const SIGNED: Readonly<Record<string, Fields>> = {
  GitHub: { 'x-hub-signature-256': [`sha256=${hex}`] },
  Gitea: { 'x-gitea-signature': [hex], 'x-hub-signature-256': [`sha256=${hex}`] },
  Forgejo: { 'x-forgejo-signature': [hex], 'x-gitea-signature': [hex] },
  'GitLab with a token': { 'x-gitlab-token': [SECRET] },
  'GitLab with a signature': standard(),
  'a script': { authorization: [`Bearer ${SECRET}`] },
};

/** What became of a delivery: its key, or `refused`. */
function judge(fields: Fields, body: string | Buffer = BODY, secret = SECRET): string | null {
  const check = beginCheck(fields, secret, NOW);
  if (check === null) return 'refused';
  check.update(Buffer.from(body));
  const authentic = check.finish();
  return authentic === null ? 'refused' : authentic.key;
}

describe('signatures that are right', () => {
  it.each(Object.entries(SIGNED))('are taken from %s', (_, fields) => {
    expect(judge(fields)).not.toBe('refused');
  });

  it('agree with the example that GitHub gives', () => {
    const digest = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    const fields = { 'x-hub-signature-256': [`sha256=${digest}`] };
    expect(judge(fields, 'Hello, World!', "It's a Secret to Everybody")).toBe(`body ${digest}`);
  });

  it('may be made with a key that is given as Base64', () => {
    const key = Buffer.alloc(32, 7);
    const secret = `whsec_${key.toString('base64')}`;
    expect(judge(standard(MOMENT, key), BODY, secret)).toBe('id msg_1');
  });

  it('may stand beside those of a key that is going out of use', () => {
    const fields = standard();
    const two = [`v1,${'A'.repeat(43)}= ${fields['webhook-signature']?.[0]}`];
    expect(judge({ ...fields, 'webhook-signature': two })).toBe('id msg_1');
  });

  it('name the delivery, but for those who send the secret itself', () => {
    expect(judge(SIGNED.GitHub ?? {})).toBe(`body ${hex}`);
    expect(judge(SIGNED['a script'] ?? {})).toBeNull();
  });

  it('are found over a body that comes in pieces', () => {
    const check = beginCheck(standard(), SECRET, NOW);
    for (const byte of Buffer.from(BODY)) check?.update(Buffer.from([byte]));
    expect(check?.finish()).toEqual({ key: 'id msg_1' });
  });

  it('may be those of a secret beyond ASCII', () => {
    const secret = 'құпия сөз құпия сөз';
    const sent = Buffer.from(secret).toString('latin1');
    expect(judge({ authorization: [`Bearer ${sent}`] }, BODY, secret)).toBeNull();
  });
});

describe('signatures that are wrong', () => {
  it('are refused where none is there', () => {
    expect(judge({})).toBe('refused');
    expect(judge({ authorization: ['Basic YTpi'] })).toBe('refused');
  });

  const fields = Object.entries(SIGNED).flatMap(([sender, all]) =>
    Object.entries(all).flatMap(([name, values]) =>
      values?.[0] === undefined ? [] : [{ sender, all, name, value: values[0] }],
    ),
  );

  describe.each(fields)('are refused from $sender in $name', ({ all, name, value }) => {
    it.each([
      ['empty', ['']],
      ['truncated', [value.slice(0, -1)]],
      ['longer', [`${value}0`]],
      ['sent twice', [value, value]],
    ])('%s', (_, values) => {
      expect(judge({ ...all, [name]: values })).toBe('refused');
    });

    it('with any character altered', () => {
      // The scheme of Authorization has no case.
      const start = name === 'authorization' ? 'Bearer '.length : 0;
      const places = fc.integer({ min: start, max: value.length - 1 });
      fc.assert(
        fc.property(places, fc.integer({ min: 33, max: 126 }), (place, code) => {
          const character = String.fromCharCode(code);
          fc.pre(value[place] !== character);
          const altered = value.slice(0, place) + character + value.slice(place + 1);
          expect(judge({ ...all, [name]: [altered] })).toBe('refused');
        }),
      );
    });
  });

  it.each(['GitHub', 'Gitea', 'Forgejo', 'GitLab with a signature'])(
    'are refused from %s with any byte of the body altered',
    (sender) => {
      fc.assert(
        fc.property(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
          const altered = Buffer.from(BODY);
          altered[place] = (altered[place] ?? 0) ^ mask;
          expect(judge(SIGNED[sender] ?? {}, altered)).toBe('refused');
        }),
      );
    },
  );

  it.each(['webhook-id', 'webhook-timestamp'])('are refused without %s', (name) => {
    expect(judge({ ...standard(), [name]: undefined })).toBe('refused');
  });

  it.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ])('are refused out of their time: %i seconds', (seconds, isTaken) => {
    const judged = judge(standard(String(NOW / 1000 + seconds)));
    expect(judged).toBe(isTaken ? 'id msg_1' : 'refused');
  });

  it('are refused beside one that is right', () => {
    const wrong = { 'x-gitea-signature': ['0'.repeat(64)] };
    expect(judge({ ...SIGNED.GitHub, ...wrong })).toBe('refused');
    expect(judge({ ...SIGNED['a script'], ...wrong })).toBe('refused');
    expect(judge({ ...SIGNED.GitHub, 'x-gitlab-token': ['wrong'] })).toBe('refused');
  });
});
