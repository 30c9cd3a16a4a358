import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfContent, siteOf, temporaryFolder } from '@/tests/support/content';
import { startSite } from '@/tests/support/server';
import { GitRepository } from '../../fixtures/gitRepository';
import { edit, publishing, read, textOf, until } from './newsroom';

const RATE = 'articles/2026/02/how-an-official-rate-is-set.md';
const ADDRESS = '/articles/how-an-official-rate-is-set';

function sampleAtTop(): GitRepository {
  const repository = new GitRepository(temporaryFolder());
  cpSync('content', repository.folder, { recursive: true });
  repository.commit('Begin');
  return repository;
}

describe('a plain folder', () => {
  const folder = { folder: copyOfContent() };
  const site = siteOf({ contentDir: folder.folder });

  it('is watched: what is saved in it is published', async () => {
    expect(await textOf(site(), '/')).not.toContain('Saved by hand');
    edit(folder, RATE, /title: .*/, 'title: Saved by hand');
    await until(async () => (await textOf(site(), ADDRESS)).includes('Saved by hand'));
    edit(folder, RATE, 'title: Saved', 'titel: Saved');
    await until(async () => site().log().includes('error unknown-field'));
    expect(await textOf(site(), ADDRESS)).toContain('Saved by hand');
  });

  it('is published by nobody from outside without a secret', async () => {
    const response = await fetch(`${site().address}/api/publish`, { method: 'POST' });
    expect(response.status).toBe(503);
  });

  it('gives what it has when the command asks, whose exit code tells of errors', () => {
    const run = (...values: string[]) =>
      spawnSync(process.execPath, ['lib/cli/run.mjs', 'publish', ...values], {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          CONTENT_DIR: folder.folder,
          DATA_DIR: site().dataDir,
          NODE_ENV: 'production',
        },
      });
    const { status, stdout } = run('--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).map(({ rule }: { rule: string }) => rule)).toContain('unknown-field');
    edit(folder, RATE, 'titel: Saved', 'title: Saved');
    expect(run().status).toBe(0);
    expect(run('--format', 'xml').status).toBe(2);
  });
});

describe('a repository with the publication at its top', () => {
  const repository = sampleAtTop();
  const site = siteOf({ environment: { ...publishing(repository), PUBLISH_POLL: '1' } });

  it('is asked now and then', async () => {
    edit(repository, RATE, /title: .*/, 'title: Found by asking');
    repository.commit();
    await until(async () => (await textOf(site(), ADDRESS)).includes('Found by asking'));
    expect((await read(site(), '/media/airport-hall.png')).status).toBe(200);
    expect((await read(site(), '/rates')).status).toBe(200);
  });

  it('never has its hooks run, its links followed or its modules fetched', async () => {
    const trace = join(temporaryFolder(), 'trace');
    for (const hook of ['post-checkout', 'reference-transaction', 'pre-receive', 'post-update']) {
      repository.write(`.git/hooks/${hook}`, `#!/bin/sh\necho ran >> ${trace}\n`);
    }
    repository.write('.gitmodules', `[submodule "x"]\n\tpath = x\n\turl = ${repository.folder}\n`);
    edit(repository, RATE, 'title: Found', 'title: Again found');
    repository.commit();
    await until(async () => (await textOf(site(), ADDRESS)).includes('Again found'));
    expect(spawnSync('test', ['-e', trace]).status).toBe(1);
  });
});

describe('a server whose repository is away when it starts', () => {
  const repository = sampleAtTop();
  const dataDir = temporaryFolder();
  const environment = publishing(repository);
  const first = siteOf({ dataDir, environment });

  it('serves what it had', async () => {
    await first().stop();
    const second = await startSite({
      dataDir,
      environment: { ...environment, CONTENT_REPO: `${repository.folder}-away` },
    });
    try {
      expect((await read(second, ADDRESS)).status).toBe(200);
      expect(second.log()).toMatch(/cannot be reached/);
    } finally {
      await second.stop();
    }
  });
});
