import { beforeEach, expect, it, vi } from 'vitest';
import { shared } from '@/lib/cli/doctor/checks/shared';
import { readEnvironment } from '@/lib/site/environment';
import { valkey } from './support';

const errors = vi.fn();

beforeEach(() => {
  errors.mockReset();
  vi.spyOn(console, 'error').mockImplementation(errors);
  vi.spyOn(console, 'log').mockImplementation(errors);
});

const look = (variables: Readonly<Record<string, string>>) =>
  shared.run({ root: '/', folder: '/', environment: readEnvironment(variables, '/') });

it('the doctor finds a server that answers, and says nothing beside', async () => {
  const { url } = await valkey();
  const found = await look({ CACHE_URL: url, CONTENT_REPO: '/srv/content.git' });
  expect(found).toEqual([
    { level: 'ok', found: `The shared server ${url} answers in time.`, mend: null },
  ]);
  expect(errors).not.toHaveBeenCalled();
});

it('the doctor says why a server cannot be asked, without its password', async () => {
  const { port } = await valkey(['--requirepass', 'right']);
  const CACHE_URL = `redis://:hush-hush@127.0.0.1:${port}`;
  const [found] = await look({ CACHE_URL, CONTENT_REPO: '/srv/content.git' });
  expect(found?.level).toBe('warning');
  expect(found?.found).toMatch(/is away \(.*(?:WRONGPASS|password)/);
  expect(found?.mend).toContain('CACHE_URL');
  expect(JSON.stringify([found, errors.mock.calls])).not.toContain('hush');
});

it('the doctor says what a plain folder does not share', async () => {
  const { url } = await valkey();
  const found = await look({ CACHE_URL: url });
  expect(found.map(({ level }) => level)).toEqual(['ok', 'warning']);
  expect(await look({})).toMatchObject([{ level: 'ok' }]);
});
