import { describe, expect, it } from 'vitest';
import { readDelivery } from '@/lib/publishing/webhook/delivery';
import { KnownDeliveries } from '@/lib/publishing/webhook/known';

function read(fields: Record<string, string>, body: string | null = ''): string {
  const all = Object.entries(fields).map(([name, value]) => [name, [value]]);
  return readDelivery(Object.fromEntries(all), body === null ? null : Buffer.from(body), 'main')
    .kind;
}

const MAIN = '{"ref":"refs/heads/main","after":"8f0a"}';

describe('a delivery', () => {
  it.each([
    ['push', { 'x-github-event': 'push' }, MAIN],
    ['push', { 'x-gitea-event': 'push' }, MAIN],
    ['push', { 'x-forgejo-event': 'push' }, MAIN],
    ['push', { 'x-gitlab-event': 'Push Hook' }, MAIN],
    ['push', { 'x-gitlab-event': 'System Hook' }, '{"event_name":"push","ref":"refs/heads/main"}'],
    ['push', {}, ''],
    ['push', {}, '{}'],
    ['push', { 'x-github-event': 'push' }, null],
    ['ping', { 'x-github-event': 'ping' }, '{"zen":"Keep it logically awesome."}'],
    ['ignored', { 'x-github-event': 'issues' }, MAIN],
    ['ignored', { 'x-github-event': 'issues' }, null],
    ['ignored', { 'x-gitlab-event': 'Tag Push Hook' }, MAIN],
    ['ignored', { 'x-gitlab-event': 'System Hook' }, '{"event_name":"project_create"}'],
    ['ignored', { 'x-github-event': 'push' }, '{"ref":"refs/heads/draft"}'],
    ['ignored', { 'x-github-event': 'push' }, '{"ref":"refs/tags/main"}'],
    [
      'ignored',
      { 'x-github-event': 'push' },
      '{"ref":"refs/heads/main","after":"0000000000000000000000000000000000000000"}',
    ],
    ['ignored', {}, '{"ref":"refs/heads/draft"}'],
    ['unreadable', { 'x-github-event': 'push' }, '{"ref"'],
    ['unreadable', { 'x-github-event': 'push' }, '[]'],
    ['unreadable', { 'x-github-event': 'push' }, '{"ref":7}'],
    ['unreadable', {}, 'publish'],
  ])('is a %s: %j %s', (kind, fields, body) => {
    expect(read(fields, body)).toBe(kind);
  });

  it('may come in the field of a form', () => {
    const fields = {
      'x-github-event': 'push',
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect(read(fields, `payload=${encodeURIComponent(MAIN)}`)).toBe('push');
    expect(read(fields, `payload=${encodeURIComponent('{"ref":"refs/heads/x"}')}`)).toBe('ignored');
    expect(read(fields, 'other=1')).toBe('unreadable');
  });
});

describe('deliveries that are known', () => {
  it('are the last ones', () => {
    const known = new KnownDeliveries(2);
    for (const key of ['a', 'b', 'c', null]) known.add(key);
    expect(['a', 'b', 'c', null].map((key) => known.has(key))).toEqual([false, true, true, false]);
  });
});
