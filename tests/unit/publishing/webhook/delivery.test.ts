import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelivery } from '@/lib/publishing/webhook/delivery';
import { KnownDeliveries } from '@/lib/publishing/webhook/knownDeliveries';

const push = (ref: unknown) => Buffer.from(JSON.stringify({ ref }));
const form = (ref: string) =>
  Buffer.from(new URLSearchParams({ payload: JSON.stringify({ ref }) }).toString());

describe('what a delivery means', () => {
  it.each<[string, Record<string, string>, Buffer | null, string]>([
    ['GitHub, push', { 'x-github-event': 'push' }, push('refs/heads/main'), 'push'],
    ['GitHub, ping', { 'x-github-event': 'ping' }, Buffer.from('{}'), 'ping'],
    ['GitHub, another event', { 'x-github-event': 'issues' }, Buffer.from('{}'), 'ignored'],
    ['GitHub, another branch', { 'x-github-event': 'push' }, push('refs/heads/draft'), 'ignored'],
    ['GitHub, a tag', { 'x-github-event': 'push' }, push('refs/tags/main'), 'ignored'],
    ['GitLab, push', { 'x-gitlab-event': 'Push Hook' }, push('refs/heads/main'), 'push'],
    ['GitLab, tag', { 'x-gitlab-event': 'Tag Push Hook' }, push('refs/tags/v1'), 'ignored'],
    [
      'Forgejo, push',
      { 'x-forgejo-event': 'push', 'x-github-event': 'push' },
      push('refs/heads/main'),
      'push',
    ],
    ['Gitea, push', { 'x-gitea-event': 'push' }, push('refs/heads/main'), 'push'],
    ['a push too long to be read', { 'x-github-event': 'push' }, null, 'push'],
    ['a push that is no JSON', { 'x-github-event': 'push' }, Buffer.from('{'), 'malformed'],
    ['a push without a branch', { 'x-github-event': 'push' }, push(undefined), 'malformed'],
    ['a push whose branch is a number', { 'x-github-event': 'push' }, push(7), 'malformed'],
    ['a script without a body', {}, Buffer.alloc(0), 'push'],
    ['a script with a word', {}, Buffer.from('now'), 'push'],
    ['a script of another branch', {}, push('refs/heads/draft'), 'ignored'],
  ])('%s', (_name, headers, body, kind) => {
    expect(readDelivery(headers, body, 'main').kind).toBe(kind);
  });

  it('is read out of a form as well', () => {
    const headers = {
      'x-github-event': 'push',
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect(readDelivery(headers, form('refs/heads/main'), 'main').kind).toBe('push');
    expect(readDelivery(headers, form('refs/heads/else'), 'main').kind).toBe('ignored');
  });

  it('never throws, whatever the body', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('push', 'ping', 'x'), (bytes, event) => {
        readDelivery({ 'x-github-event': event }, Buffer.from(bytes), 'main');
      }),
    );
  });
});

describe('deliveries that were accepted', () => {
  it('are known again, the last thousand of them', () => {
    const known = new KnownDeliveries();
    expect(known.meet('first')).toBe(false);
    expect(known.meet('first')).toBe(true);
    for (let number = 0; number < 999; number += 1) known.meet(`${number}`);
    expect(known.meet('first')).toBe(true);
    known.meet('one more');
    expect(known.meet('first')).toBe(false);
  });
});
