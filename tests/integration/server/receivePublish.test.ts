import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request as ask, type ClientRequest } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { PublishReceiver } from '@/lib/server/http/receivePublish';
import { madePage, serve } from './support';

const SECRET = 'a secret of some length';
const PUSH = JSON.stringify({ ref: 'refs/heads/main' });
const MEGABYTE = 1024 * 1024;

interface Options {
  readonly secret?: string | null;
  readonly publish?: () => 'started' | 'folded';
  readonly patience?: number;
  readonly hasFailed?: () => boolean;
}

async function start({
  secret = SECRET,
  publish = () => 'started',
  patience = 5_000,
  hasFailed = () => false,
}: Options = {}): Promise<number> {
  const receiver = new PublishReceiver({
    secrets: { shared: secret, local: null },
    branch: 'main',
    publish,
    hasFailed,
    common: { 'X-Content-Type-Options': 'nosniff' },
    patience,
  });
  const { port } = await serve({
    answers: { '/': { kind: 'page', page: await madePage('Front') } },
    receive: (path, request, response) =>
      path === '/api/publish' ? receiver.receive(request, response) : null,
  });
  return port;
}

interface Got {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

function begin(port: number, method = 'POST', headers: Record<string, string> = {}) {
  const request = ask({ host: '127.0.0.1', port, path: '/api/publish', method, headers });
  // A server that has answered may close the connection while more is sent.
  request.on('error', () => undefined);
  return request;
}

async function answer(request: ClientRequest): Promise<Got> {
  const [response] = await once(request, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, body: JSON.parse(body).status, headers: response.headers };
}

function signed(body: string): Record<string, string> {
  const signature = createHmac('sha256', SECRET).update(body).digest('hex');
  return {
    'X-Hub-Signature-256': `sha256=${signature}`,
    'X-GitHub-Event': 'push',
    'Content-Type': 'application/json',
  };
}

function send(port: number, body: string, headers = signed(body)): Promise<Got> {
  const request = begin(port, 'POST', headers);
  request.end(body);
  return answer(request);
}

function quiet(): void {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
}

describe('news of a commit', () => {
  it('is taken, and the same again starts nothing', async () => {
    const publish = vi.fn(() => 'started' as const);
    const port = await start({ publish });
    expect(await send(port, PUSH)).toMatchObject({
      status: 202,
      body: 'started',
      headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    });
    expect(await send(port, PUSH)).toMatchObject({ status: 202, body: 'folded' });
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('is taken once more where the work has failed', async () => {
    const publish = vi.fn(() => 'started' as const);
    const port = await start({ publish, hasFailed: () => publish.mock.calls.length > 0 });
    await send(port, PUSH);
    expect((await send(port, PUSH)).body).toBe('started');
  });

  it.each<[string, string, Record<string, string>]>([
    ['a wrong signature', PUSH, signed('else')],
    ['no signature', PUSH, {}],
    ['a signature cut short', PUSH, { 'X-Hub-Signature-256': 'sha256=0123' }],
    ['a signature of SHA-1', PUSH, { 'X-Hub-Signature': `sha1=${'0'.repeat(40)}` }],
  ])('with %s is refused, and starts nothing', async (_name, body, headers) => {
    quiet();
    const publish = vi.fn(() => 'started' as const);
    const port = await start({ publish });
    expect((await send(port, body, headers)).status).toBe(401);
    expect(publish).not.toHaveBeenCalled();
  });

  it('is refused with a word to the operator where no secret is set', async () => {
    const port = await start({ secret: null });
    expect((await send(port, PUSH)).status).toBe(503);
  });

  it('is asked for by POST alone', async () => {
    const port = await start();
    const request = begin(port, 'GET');
    request.end();
    expect(await answer(request)).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  it('longer than what is read counts as a push', async () => {
    const port = await start();
    const body = JSON.stringify({ ref: 'refs/heads/main', more: 'x'.repeat(2 * MEGABYTE) });
    expect((await send(port, body)).body).toBe('started');
    const other = JSON.stringify({ ref: 'refs/heads/draft', more: 'x'.repeat(MEGABYTE / 2) });
    expect((await send(port, other)).body).toBe('ignored');
  });

  it('of 50 MB is refused by its announced length', async () => {
    const port = await start();
    const length = { 'Content-Length': String(50 * MEGABYTE) };
    const request = begin(port, 'POST', { ...signed(PUSH), ...length });
    request.write('x');
    expect((await answer(request)).status).toBe(413);
    request.destroy();
  });

  it('of 50 MB is refused though its length was not announced', async () => {
    const port = await start();
    const request = begin(port, 'POST', signed(PUSH));
    let isAnswered = false;
    const got = answer(request).finally(() => {
      isAnswered = true;
    });
    const chunk = Buffer.alloc(MEGABYTE, 'x');
    for (let sent = 0; sent < 50 && !isAnswered; sent += 1) {
      if (!request.write(chunk)) await Promise.race([once(request, 'drain'), got]);
    }
    expect((await got).status).toBe(413);
    request.destroy();
  });

  it('that trickles in is given up', async () => {
    const port = await start({ patience: 100 });
    const request = begin(port, 'POST', signed(PUSH));
    request.write('{');
    expect((await answer(request)).status).toBe(408);
    request.destroy();
  });

  it('that breaks off harms nobody', async () => {
    quiet();
    const publish = vi.fn(() => 'started' as const);
    const port = await start({ publish });
    const request = begin(port, 'POST', { ...signed(PUSH), 'Content-Length': '1000' });
    request.write('{');
    await once(request, 'socket');
    request.destroy();
    expect((await send(port, PUSH)).body).toBe('started');
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('a thousand times at once is folded, and pages are answered meanwhile', async () => {
    let isWorking = false;
    const begun = vi.fn();
    const publish = (): 'started' | 'folded' => {
      if (isWorking) return 'folded';
      isWorking = true;
      begun();
      return 'started';
    };
    const port = await start({ publish });
    const deliveries = Array.from({ length: 1000 }, (_, number) =>
      send(port, JSON.stringify({ ref: 'refs/heads/main', number })),
    );
    const page = fetch(`http://127.0.0.1:${port}/`);
    const answers = await Promise.all(deliveries);
    expect((await page).status).toBe(200);
    expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
    expect(answers.filter(({ body }) => body === 'started')).toHaveLength(1);
    expect(begun).toHaveBeenCalledTimes(1);
  });
});
