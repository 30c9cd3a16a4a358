import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from '@/lib/site/environment';

const ROOT = '/srv/site';

describe('readEnvironment', () => {
  it('needs no variable at all', () => {
    expect(readEnvironment({}, ROOT)).toEqual({
      port: 3000,
      host: undefined,
      siteUrl: 'http://localhost:3000',
      contentDir: join(ROOT, 'content'),
      dataDir: join(ROOT, '.data'),
      pageCacheBytes: 64_000_000,
      rates: { interval: 1_800_000, addresses: {} },
      announcing: { hub: null, indexNow: null },
      publishing: { repository: null, branch: 'main', poll: null, secret: null },
      previewSecret: null,
      cache: null,
      cdn: null,
    });
  });

  it('reads what is set and resolves folders against the root', () => {
    const variables = {
      PORT: '8080',
      HOST: '127.0.0.1',
      SITE_URL: 'https://news.example/',
      CONTENT_DIR: '../publication',
      DATA_DIR: '/var/lib/site',
      PAGE_CACHE: '8',
      CONTENT_REPO: '../content.git',
      CONTENT_BRANCH: 'live',
      PUBLISH_POLL: '30',
      PUBLISH_SECRET: 'sixteen letters.',
      PREVIEW_SECRET: 'sixteen others..',
      RATES_REFRESH: '60',
      RATES_NBK_URL: 'http://127.0.0.1:8081',
      RATES_FAWAZAHMED0_FALLBACK_URL: 'https://mirror.example/',
    };
    expect(readEnvironment(variables, ROOT)).toEqual({
      port: 8080,
      host: '127.0.0.1',
      siteUrl: 'https://news.example',
      contentDir: '/srv/publication',
      dataDir: '/var/lib/site',
      pageCacheBytes: 8_000_000,
      rates: {
        interval: 60_000,
        addresses: {
          nbk: 'http://127.0.0.1:8081',
          fawazahmed0Fallback: 'https://mirror.example/',
        },
      },
      announcing: { hub: null, indexNow: null },
      publishing: {
        repository: '/srv/content.git',
        branch: 'live',
        poll: 30_000,
        secret: 'sixteen letters.',
      },
      previewSecret: 'sixteen others..',
      cache: null,
      cdn: null,
    });
  });

  it.each([
    'https://git.example/newsroom/content.git',
    'ssh://git@git.example/content',
    'git@git.example:newsroom/content.git',
    'file:///srv/content.git',
    '/srv/content.git',
  ])('takes the repository as it is given: %s', (repository) => {
    const { publishing } = readEnvironment({ CONTENT_REPO: repository }, ROOT);
    expect(publishing.repository).toBe(repository);
  });

  it('fetches no rates where that is off', () => {
    expect(readEnvironment({ RATES_REFRESH: 'off' }, ROOT).rates.interval).toBeNull();
  });

  it('takes the port into the address of a site that has none of its own', () => {
    expect(readEnvironment({ PORT: '4000' }, ROOT).siteUrl).toBe('http://localhost:4000');
  });

  it('reads a blank variable as one that is not set', () => {
    expect(readEnvironment({ PORT: '  ', SITE_URL: '', HOST: ' ' }, ROOT)).toEqual(
      readEnvironment({}, ROOT),
    );
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['CONTENT_REPO', '--upload-pack=touch x'],
    ['CONTENT_REPO', 'ext::sh -c touch% x'],
    ['CONTENT_REPO', 'git://git.example/content'],
    ['CONTENT_REPO', 'http://git.example/content'],
    ['CONTENT_BRANCH', '-x'],
    ['CONTENT_BRANCH', 'a..b'],
    ['CONTENT_BRANCH', 'a b'],
    ['PUBLISH_POLL', '0'],
    ['INDEXNOW_KEY', 'short'],
    ['INDEXNOW_KEY', 'not a key at all'],
    ['WEBSUB_HUB', 'hub.example'],
    ['RATES_REFRESH', '0'],
    ['RATES_REFRESH', '-5'],
    ['RATES_REFRESH', 'never'],
    ['RATES_NBK_URL', 'nationalbank.kz'],
    ['RATES_CBU_URL', 'https://cbu.uz/en/'],
    ['SITE_URL', 'news.example'],
    ['SITE_URL', 'ftp://news.example'],
    ['SITE_URL', 'javascript:alert(1)'],
  ])('names %s where it is %j', (name, value) => {
    const read = () => readEnvironment({ [name]: value }, ROOT);
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(name);
    expect(read).toThrow(`"${value}"`);
  });

  it.each(['PUBLISH_SECRET', 'PREVIEW_SECRET'])('names %s and does not show it', (name) => {
    const read = () => readEnvironment({ [name]: 'too short' }, ROOT);
    expect(read).toThrow(`${name}: must have at least 16 characters (it is a secret`);
    expect(read).not.toThrow('too short');
  });

  it('names every variable that cannot be used, and no other', () => {
    const read = () => readEnvironment({ PORT: 'x', SITE_URL: 'y', HOST: 'localhost' }, ROOT);
    expect(read).toThrow(/PORT.*SITE_URL/s);
    expect(read).not.toThrow(/HOST/);
  });
});
