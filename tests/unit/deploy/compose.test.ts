import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readEnvironment } from '@/lib/site/environment';

const words = z.array(z.string());

/** The fields of the Compose Specification that are used here; a misspelt one is none of them. */
const service = z.strictObject({
  image: z.string(),
  profiles: words.optional(),
  command: words.optional(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  init: z.boolean().optional(),
  restart: z.enum(['unless-stopped', 'always', 'on-failure', 'no']),
  read_only: z.literal(true),
  tmpfs: words,
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: words.optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.literal('service_healthy') }))
    .optional(),
  ports: words.optional(),
  volumes: words,
  networks: words,
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
  mem_limit: z.string(),
  pids_limit: z.number(),
});

const file = z.strictObject({
  name: z.string(),
  'x-shut-off': z.unknown(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean() }).nullable()),
  volumes: z.record(z.string(), z.null()),
});

const text = readFileSync('deploy/compose.yml', 'utf8');
const compose = file.parse(parse(text, { merge: true }));
const { saxaul, caddy, export: exporting } = compose.services;

describe('the compose file', () => {
  it('names volumes, networks and files that there are', () => {
    for (const { volumes, networks } of Object.values(compose.services)) {
      for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
        const isThere = source.startsWith('.')
          ? existsSync(join('deploy', source))
          : source in compose.volumes;
        expect(isThere, source).toBe(true);
      }
      for (const network of networks) expect(compose.networks).toHaveProperty([network]);
    }
    expect(existsSync(resolve('deploy', saxaul?.build?.context ?? '', 'package.json'))).toBe(true);
    expect(existsSync(saxaul?.build?.dockerfile ?? '')).toBe(true);
  });

  it('opens ports of Caddy alone, which needs no other right for it', () => {
    expect(saxaul?.ports).toBeUndefined();
    expect(caddy?.cap_add).toEqual(['NET_BIND_SERVICE']);
    expect(saxaul?.cap_add).toBeUndefined();
  });

  it('gives the server longer than the eight seconds that it takes to stop', () => {
    expect(Number.parseInt(saxaul?.stop_grace_period ?? '', 10)).toBeGreaterThan(8);
  });

  it('writes where the image lets user 1000 write', () => {
    const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
    expect(saxaul?.volumes).toContain('data:/data');
    expect(dockerfile).toContain('-o 1000 -g 1000 /data /export');
    expect(dockerfile).toContain('DATA_DIR=/data');
  });

  it('writes the export where Caddy looks for it, when that is asked for', () => {
    expect(exporting?.profiles).toEqual(['export']);
    expect(exporting?.restart).toBe('no');
    expect(exporting?.command).toEqual(expect.arrayContaining(['export', '--out', '/export']));
    expect(exporting?.volumes).toEqual(['export-data:/data', 'export:/export']);
    expect(exporting?.image).toBe(saxaul?.image);
  });

  it('sets what the Caddyfile reads', () => {
    const caddyfile = readFileSync('deploy/Caddyfile', 'utf8');
    for (const name of Object.keys(caddy?.environment ?? {})) {
      expect(caddyfile).toContain(`{$${name}:`);
    }
    expect(caddy?.environment?.SAXAUL_UPSTREAM).toBe('saxaul:3000');
    expect(caddy?.volumes).toContain('export:/var/www/saxaul:ro');
    expect(caddyfile).toContain('{$SAXAUL_EXPORT:/var/www/saxaul}');
  });
});

it('the example of settings has those that the server knows, and it takes them', () => {
  const example = readFileSync('deploy/saxaul.env.example', 'utf8');
  const set = parseEnv(example);
  const all = parseEnv(example.replaceAll(/^#([A-Z_]+=)$/gm, '$1a-secret-of-the-test'));
  const documented = readFileSync('.env.example', 'utf8');
  for (const name of Object.keys(all)) expect(documented).toContain(`# ${name}=`);
  expect(Object.keys(all).length).toBeGreaterThan(Object.keys(set).length);
  for (const one of [set, all]) {
    expect(readEnvironment({ NODE_ENV: 'production', ...one }, '/').siteUrl).toBe(
      'https://news.example',
    );
  }
});
