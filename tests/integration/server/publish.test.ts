import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { publishReceiver } from '@/lib/server/http/receivePublish';
import { fetchRaw, madePage, type Reply, type Site, serve } from './support';

const SECRET = 'a secret of the newsroom';
const LOCAL = 'a token of this machine';
const PUSH = '{"ref":"refs/heads/main","after":"8f0a"}';
const MEGABYTE = 1024 * 1024;

let site: Site;
let runs: number;
let lines: string[];
let isBusy: boolean;
let hasFailed: boolean;

async function start(secret: string | null = SECRET, patience = 10_000): Promise<Site> {
  return serve({
    answers: { '/': { kind: 'page', page: await madePage('Front') } },
    receive: publishReceiver({
      secrets: { shared: secret, local: LOCAL },
      hasFailed: () => hasFailed,
      branch: 'main',
      siteUrl: 'https://news.example',
      patience,
      log: (line) => lines.push(line),
      publish: () => {
        if (isBusy) return 'folded';
        isBusy = true;
        runs += 1;
        return 'started';
      },
    }),
  });
}

beforeEach(async () => {
  runs = 0;
  lines = [];
  isBusy = false;
  hasFailed = false;
  site = await start();
});

function signed(body: string | Buffer): Record<string, string> {
  const digest = createHmac('sha256', SECRET).update(body).digest('hex');
  return { 'x-github-event': 'push', 'x-hub-signature-256': `sha256=${digest}` };
}

function deliver(body: string | Buffer, headers: Record<string, string>): Promise<Reply> {
  return fetchRaw(site, '/api/publish', { method: 'POST', headers, body });
}

function said({ status, body }: Reply): [number, string] {
  return [status, JSON.parse(body.toString()).status];
}

/** Speaks with the server by hand: the head of its answer, or all that came until the end. */
function talk(head: readonly string[]): { socket: Socket; heard: () => string } {
  const socket = connect(site.port, '127.0.0.1');
  let text = '';
  // A server that reads no further breaks the line under whoever still writes.
  socket.on('error', () => {});
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  socket.write(`${['POST /api/publish HTTP/1.1', 'Host: a', ...head].join('\r\n')}\r\n\r\n`);
  return { socket, heard: () => text };
}

const fieldsOf = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

describe('a delivery', () => {
  it('that is a push starts to publish', async () => {
    const reply = await deliver(PUSH, signed(PUSH));
    expect(said(reply)).toEqual([202, 'accepted']);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    });
    expect([runs, lines.length]).toEqual([1, 0]);
  });

  it('that is sent again is taken where the run before has failed', async () => {
    await deliver(PUSH, signed(PUSH));
    isBusy = false;
    hasFailed = true;
    expect(said(await deliver(PUSH, signed(PUSH)))).toEqual([202, 'accepted']);
    expect(runs).toBe(2);
  });

  it('of a program on this machine is taken, whether or not a secret is shared', async () => {
    const headers = { authorization: `Bearer ${LOCAL}` };
    expect(said(await deliver('', headers))).toEqual([202, 'accepted']);
    site = await start(null);
    expect(said(await deliver('', headers))).toEqual([202, 'folded']);
  });

  it('that is sent again starts nothing', async () => {
    await deliver(PUSH, signed(PUSH));
    isBusy = false;
    expect(said(await deliver(PUSH, signed(PUSH)))).toEqual([202, 'folded']);
    expect([runs, lines.length]).toEqual([1, 0]);
  });

  it('of a script starts each time', async () => {
    const headers = { authorization: `Bearer ${SECRET}` };
    for (const time of [1, 2]) {
      expect(said(await deliver('', headers))).toEqual([202, 'accepted']);
      expect(runs).toBe(time);
      isBusy = false;
    }
  });

  it('may be nothing to publish', async () => {
    const other = '{"ref":"refs/heads/draft"}';
    expect(said(await deliver(other, signed(other)))).toEqual([200, 'ignored']);
    const ping = { ...signed('{}'), 'x-github-event': 'ping' };
    expect(said(await deliver('{}', ping))).toEqual([200, 'pong']);
    expect(said(await deliver('{', signed('{')))).toEqual([400, 'refused']);
    expect(runs).toBe(0);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('is not sent by %s', async (method) => {
    const { status, headers } = await fetchRaw(site, '/api/publish', { method });
    expect([status, headers.allow]).toEqual([405, 'POST']);
  });

  it('is refused without a signature, and says nothing of which part is wrong', async () => {
    const absent = await deliver(PUSH, {});
    const wrong = await deliver(PUSH, signed(`${PUSH} `));
    expect([said(absent), said(wrong)]).toEqual([
      [401, 'refused'],
      [401, 'refused'],
    ]);
    expect(absent.body).toEqual(wrong.body);
    expect(runs).toBe(0);
  });

  it('is refused where no secret is set, saying how to set one', async () => {
    site = await start(null);
    const reply = await deliver(PUSH, signed(PUSH));
    expect(reply.status).toBe(503);
    expect(reply.body.toString()).toContain('PUBLISH_SECRET');
  });
});

describe('a large body', () => {
  it('is checked whole, though too large to be read', async () => {
    const body = Buffer.alloc(20 * MEGABYTE, 'a');
    const wrong = Buffer.from(body);
    wrong[wrong.length - 1] = 98;
    expect(said(await deliver(wrong, signed(body)))).toEqual([401, 'refused']);
    expect(said(await deliver(body, signed(body)))).toEqual([202, 'accepted']);
  });

  it('of 50 MB is refused by its length before any of it is read', async () => {
    const length = `Content-Length: ${50 * MEGABYTE}`;
    const { socket, heard } = talk([length, ...fieldsOf(signed(PUSH))]);
    await once(socket, 'close');
    expect(heard()).toMatch(/^HTTP\/1.1 413 .*Connection: close/is);
  });

  it('of 50 MB without a length is refused on the way', async () => {
    const { socket, heard } = talk(['Transfer-Encoding: chunked', ...fieldsOf(signed(PUSH))]);
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MEGABYTE), CRLF]);
    const end = closed(socket);
    let sent = 0;
    while (sent < 50 && socket.writable && heard() === '') {
      sent += 1;
      const hasRoom = new Promise((resolve) => socket.once('drain', resolve));
      if (!socket.write(chunk)) await Promise.race([hasRoom, end]);
    }
    await end;
    expect(heard()).toMatch(/^HTTP\/1.1 413 .*Connection: close/is);
    expect((await fetchRaw(site, '/')).status).toBe(200);
  });

  it('is not asked for where it is not wanted', async () => {
    const expectation = ['Expect: 100-continue', 'Content-Length: 40'];
    const { socket, heard } = talk(expectation);
    await closed(socket);
    expect(heard()).toMatch(/^HTTP\/1.1 401 /);
  });

  it('is asked for where it is wanted', async () => {
    const head = ['Expect: 100-continue', `Content-Length: ${PUSH.length}`, 'Connection: close'];
    const { socket, heard } = talk([...head, ...fieldsOf(signed(PUSH))]);
    await once(socket, 'data');
    expect(heard()).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    socket.write(PUSH);
    await closed(socket);
    expect(heard()).toContain('HTTP/1.1 202 Accepted');
  });

  it('that trickles in is given up', async () => {
    site = await start(SECRET, 50);
    const { socket, heard } = talk(['Content-Length: 100000', ...fieldsOf(signed(PUSH))]);
    socket.write('a');
    await closed(socket);
    expect(heard()).toMatch(/^HTTP\/1.1 408 /);
  });

  it('that breaks off is forgotten', async () => {
    const { socket } = talk(['Content-Length: 100000', ...fieldsOf(signed(PUSH))]);
    socket.write('a');
    socket.destroySoon();
    expect(said(await deliver(PUSH, signed(PUSH)))).toEqual([202, 'accepted']);
  });
});

describe('a flood', () => {
  it('of 1,000 deliveries is folded, and pages are answered meanwhile', async () => {
    const flood = Array.from({ length: 1000 }, (_, index) => {
      const body = JSON.stringify({ ref: 'refs/heads/main', after: `a${index}` });
      return deliver(body, signed(body));
    });
    const pages = Array.from({ length: 20 }, () => fetchRaw(site, '/'));
    const answers = (await Promise.all(flood)).map((reply) => said(reply).join(' '));
    expect(answers.filter((answer) => answer === '202 accepted')).toHaveLength(1);
    expect(answers.filter((answer) => answer === '202 folded')).toHaveLength(999);
    for (const { status } of await Promise.all(pages)) expect(status).toBe(200);
    expect(runs).toBe(1);
  });

  it('of refusals is one line in the log', async () => {
    await Promise.all(Array.from({ length: 200 }, () => deliver(PUSH, {})));
    expect(lines).toEqual(['Publish: a delivery was refused (401).']);
  });
});

const CRLF = Buffer.from('\r\n');

/** Waits for the end of a connection, by an error or without. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });
}
