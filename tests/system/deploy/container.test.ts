import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { needsBuild } from '@/lib/cli/buildState.mjs';
import { SOUND_PUBLICATION } from '@/tests/fixtures/soundPublication';
import { temporaryFolder } from '@/tests/support/content';
import { type RunningSite, startSite } from '@/tests/support/server';
import { buildImage, type Image, spawnIn } from './support/buildImage';
import { asInCheckout } from './support/checkout';
import { canMakeRoots } from './support/cleanRoot';
import { readDockerfile, type Stage } from './support/dockerfile';
import { contextOf } from './support/ignored';

const DOCKERFILE = 'deploy/Dockerfile';
const IGNORE = `${DOCKERFILE}.dockerignore`;
const stages = readDockerfile(DOCKERFILE);
const last = stages.at(-1) as Stage;

it('both stages begin with one exact version of Debian and Node', () => {
  expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
  expect(last.base).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/);
});

it('the process is not root, and hears SIGTERM itself', () => {
  expect(last.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(last.command?.[0]).toBe('node');
  expect(last.healthcheck?.[0]).toBe('node');
  expect(last.labels).toContain('org.opencontainers.image.title');
});

it('the builder gets what runs, and nothing of the machine that it is built on', () => {
  const files = contextOf('.', IGNORE);
  for (const file of ['package.json', 'lib/cli/run.mjs', 'app/layout.tsx', 'content/site.yml']) {
    expect(files).toContain(file);
  }
  const stray = files.filter((file) =>
    /^(?:\.|node_modules|tests|docs|public\/islands)|\.env$/.test(file),
  );
  expect(stray).toEqual([]);
});

const isWhole = process.env.IMAGE === 'whole';
const how = isWhole
  ? 'its steps'
  : 'its steps, with the packages and the build of this checkout in place of "npm ci" and "next build"';

describe(`the image made by ${how}, in a clean root with a read-only file system`, () => {
  const folder = temporaryFolder();
  const dataDir = temporaryFolder();
  const exported = temporaryFolder();
  let image: Image;
  let site: RunningSite;

  beforeAll(async () => {
    if (!canMakeRoots(join(folder, 'probe'))) {
      throw new Error('Making a clean root takes the rights of root, and overlay mounts.');
    }
    if (!isWhole && (needsBuild('.') || !existsSync('public/islands'))) {
      spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
    }
    image = buildImage({
      stages,
      folder: join(folder, 'build'),
      context: '.',
      ignoreFile: IGNORE,
      ...(!isWhole && { instead: asInCheckout }),
    });
    for (const mine of [dataDir, exported]) chownSync(mine, 1000, 1000);
    site = await startSite({
      dataDir,
      environment: { ...image.environment, DATA_DIR: '/data' },
      command: ['unshare', '--mount', 'sh', '-c', inside(image), 'sh', ...(last.command ?? [])],
    });
  });
  afterAll(() => site?.stop());

  it('answers for pages and makes pictures', async () => {
    const page = await (
      await fetch(`${site.address}/articles/almaty-airport-hostage-trial`)
    ).text();
    const [picture = ''] = /\/media\/[\w.-]+\.avif/.exec(page) ?? [];
    const made = await fetch(site.address + picture);
    expect([made.status, made.headers.get('content-type')]).toEqual([200, 'image/avif']);
    expect(readdirSync(dataDir)).toEqual(
      expect.arrayContaining(['archive.db', 'images', 'rates.db']),
    );
    expect(site.log()).not.toMatch(/EROFS|EACCES|read-only|permission denied/i);
  });

  it('runs the commands of operators too', () => {
    const { status, stdout } = runInside(['node', 'lib/cli/run.mjs', 'check', '--format', 'json']);
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.any(Array)]);
    expect(runInside(['git', '--version']).status).toBe(0);
  });

  it('exports the site, as the compose file has it do', () => {
    const { command = [] } = parse(readFileSync('deploy/compose.yml', 'utf8')).services.export;
    for (const [path, content] of Object.entries(SOUND_PUBLICATION)) {
      const file = join(dataDir, 'small', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const ran = runInside(command, {
      CONTENT_DIR: '/data/small',
      DATA_DIR: '/tmp/data',
      SITE_URL: 'https://news.example',
    });
    expect(ran).toMatchObject({ status: 0, stderr: expect.stringMatching(/^Exported \d+ files/m) });
    expect(existsSync(join(exported, 'articles', 'river-levels.html'))).toBe(true);
  });

  it('holds no packages of development, and none that only a build needs', () => {
    const isThere = (name: string) =>
      existsSync(join(image.root.folder, 'app', 'node_modules', name));
    const needless = [
      'vitest',
      'playwright-core',
      '@biomejs/biome',
      'next',
      'typescript',
      'esbuild',
    ];
    expect(needless.filter(isThere)).toEqual([]);
    expect(isThere('libsql')).toBe(true);
  });

  it('is found healthy while it serves, and ends when it is told to', async () => {
    const check = () => runInside(last.healthcheck ?? [], { PORT: new URL(site.address).port });
    expect(check().status).toBe(0);
    await site.stop();
    expect(check().status).toBe(1);
    expect(site.log()).not.toMatch(/Error/);
  });

  /** As "docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges" has it. */
  function inside({ root, workdir }: Image): string {
    const [user = '', group = ''] = (last.user ?? '').split(':');
    return `${root.enter}
for name in usr etc var; do mount -o remount,ro ${root.folder}/$name; done
mount -o remount,bind,ro ${root.folder}
mount -t tmpfs tmpfs ${root.folder}/tmp
mount --bind ${dataDir} ${root.folder}/data
mount --bind ${exported} ${root.folder}/export
cd ${root.folder}${workdir}
exec setpriv --bounding-set=-all,+sys_chroot,+setuid,+setgid chroot ${root.folder} \
  /bin/sh -c 'cd ${workdir} && exec setpriv --reuid ${user} --regid ${group} --clear-groups \
  --inh-caps=-all --bounding-set=-all --no-new-privs "$@"' sh "$@"`;
  }

  function runInside(command: readonly string[], environment: Record<string, string> = {}) {
    return spawnIn(['unshare', '--mount', 'sh', '-c', inside(image), 'sh', ...command], {
      ...image.environment,
      ...environment,
    });
  }
});
