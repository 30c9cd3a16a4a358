import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from '@/lib/site/environment';

const ROOT = '/srv/site';

const OPERATION = {
  log: { level: 'info', format: null, requests: 'off' },
  stopDelay: 0,
  proxies: { trusted: [], header: 'x-forwarded-for' },
  metrics: { allowed: [], token: null },
  limits: { searches: 120, refusedDeliveries: 30 },
};

describe('readEnvironment', () => {
  it('needs no variable at all', () => {
    expect(readEnvironment({}, ROOT)).toEqual({
      port: 3000,
      host: undefined,
      siteUrl: 'http://localhost:3000',
      contentDir: join(ROOT, 'content'),
      dataDir: join(ROOT, '.data'),
      ratesFile: join(ROOT, '.data', 'rates.db'),
      hosting: 'server',
      pageCacheBytes: 64_000_000,
      rates: { interval: 1_800_000, addresses: {} },
      announcing: { hub: null, indexNow: null },
      publishing: { repository: null, branch: 'main', poll: null, secret: null },
      operation: OPERATION,
      previewSecret: null,
      cache: null,
      cdn: null,
      connections: { most: 20_000 },
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
      ratesFile: '/var/lib/site/rates.db',
      hosting: 'server',
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
      operation: OPERATION,
      previewSecret: 'sixteen others..',
      cache: null,
      cdn: null,
      connections: { most: 20_000 },
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
    ['WEBSUB_HUB', 'hub.example'],
    ['RATES_REFRESH', '0'],
    ['RATES_REFRESH', '-5'],
    ['RATES_REFRESH', 'never'],
    ['RATES_NBK_URL', 'nationalbank.kz'],
    ['RATES_CBU_URL', 'https://cbu.uz/en/'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_FORMAT', 'xml'],
    ['LOG_REQUESTS', 'yes'],
    ['STOP_DELAY', '-1'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'loopback, 127.1'],
    ['PROXY_HEADER', 'x-real-ip'],
    ['METRICS_ALLOW', 'everybody'],
    ['SEARCH_LIMIT', '0'],
    ['PUBLISH_LIMIT', 'none'],
    ['SITE_URL', 'news.example'],
    ['SITE_URL', 'ftp://news.example'],
    ['SITE_URL', 'javascript:alert(1)'],
  ])('names %s where it is %j', (name, value) => {
    const read = () => readEnvironment({ [name]: value }, ROOT);
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(name);
    expect(read).toThrow(`"${value}"`);
  });

  it.each([
    ['PUBLISH_SECRET', 'too short'],
    ['PREVIEW_SECRET', 'too short'],
    ['METRICS_TOKEN', 'too short'],
    ['INDEXNOW_KEY', 'short'],
    ['INDEXNOW_KEY', 'not a key at all'],
  ])('names %s where it is %j, and keeps it to itself', (name, value) => {
    const read = () => readEnvironment({ [name]: value }, ROOT);
    expect(read).toThrow(`${name}: must have `);
    expect(read).toThrow('(it is a secret, which is not shown)');
    expect(read).not.toThrow(`"${value}"`);
  });

  it('reads how the site is watched and whom it bears', () => {
    const variables = {
      LOG_LEVEL: 'warn',
      LOG_FORMAT: 'json',
      LOG_REQUESTS: 'slow',
      STOP_DELAY: '5',
      TRUSTED_PROXIES: 'loopback 10.1.2.3, 2001:db8::/32',
      PROXY_HEADER: 'Forwarded',
      METRICS_ALLOW: '10.0.0.0/8',
      METRICS_TOKEN: 'sixteen letters.',
      SEARCH_LIMIT: 'off',
      PUBLISH_LIMIT: '5',
    };
    expect(readEnvironment(variables, ROOT).operation).toEqual({
      log: { level: 'warn', format: 'json', requests: 'slow' },
      stopDelay: 5000,
      proxies: {
        trusted: ['127.0.0.0/8', '::1/128', '10.1.2.3/32', '2001:db8::/32'],
        header: 'forwarded',
      },
      metrics: { allowed: ['10.0.0.0/8'], token: 'sixteen letters.' },
      limits: { searches: null, refusedDeliveries: 5 },
    });
  });

  it('names every variable that cannot be used, and no other', () => {
    const read = () => readEnvironment({ PORT: 'x', SITE_URL: 'y', HOST: 'localhost' }, ROOT);
    expect(read).toThrow(/PORT.*SITE_URL/s);
    expect(read).not.toThrow(/HOST/);
  });
});
