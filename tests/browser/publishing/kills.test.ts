import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Libsql from 'libsql';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import { startSite } from '@/tests/support/server';
import { GitRepository } from '../../fixtures/gitRepository';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { articleText } from './newsdays';
import { edit, publishing, tell, textOf, until } from './newsroom';

const ARTICLES = 30;
/** Enough to notice what broke; `KILLS=100` is the whole of it. */
const KILLS = Number(process.env.KILLS ?? 8);
const SERVER_KILLS = Math.ceil(KILLS / 4);
/** Milliseconds in which a publishing process begins and ends. */
const WHOLE = 1_200;
const RIVER = 'articles/2026/01/valley-0.md';

let repository: GitRepository;

beforeAll(() => {
  repository = new GitRepository(temporaryFolder());
  for (const [path, content] of Object.entries(SOUND_PUBLICATION)) repository.write(path, content);
  for (let number = 0; number < ARTICLES; number += 1) {
    repository.write(
      `articles/2026/01/valley-${number}.md`,
      articleText(number, `valley${number}`),
    );
  }
  repository.commit('Begin');
});

/** What the archive holds, as somebody who opens it after the crash finds it. */
function archived(dataDir: string) {
  const database = new Libsql(join(dataDir, 'archive.db'));
  try {
    const value = (sql: string): string => {
      const row = database.prepare(sql).get() as { value: string } | undefined;
      return row?.value ?? '';
    };
    return {
      integrity: value('SELECT integrity_check AS value FROM pragma_integrity_check'),
      commit: value("SELECT json_extract(value, '$') AS value FROM setting WHERE name = 'commit'"),
      title: value(
        "SELECT json_extract(model, '$.title') AS value FROM article WHERE slug = 'valley-0'",
      ),
      articles: value("SELECT COUNT(*) AS value FROM listing WHERE kind = 'all'"),
      texts: value('SELECT COUNT(*) AS value FROM article_text'),
    };
  } finally {
    database.close();
  }
}

function publishingProcess(dataDir: string) {
  return spawn(process.execPath, ['lib/cli/run.mjs', 'publish'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      CONTENT_REPO: repository.folder,
    },
    stdio: 'ignore',
  });
}

/** Commits a new headline, and gives the commit's name with it. */
function newHeadline(number: number): { commit: string; title: string } {
  const title = `Headline ${number}`;
  edit(repository, RIVER, /^title: .*/m, `title: ${title}`);
  return { commit: repository.commit(title), title };
}

describe('a publish that is killed', () => {
  it(`leaves the old state or the new, ${KILLS} times`, { timeout: KILLS * 10_000 }, async () => {
    const dataDir = temporaryFolder();
    await once(publishingProcess(dataDir), 'exit');
    const whole = archived(dataDir);
    const titles = new Map([[whole.commit, whole.title]]);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { commit, title } = newHeadline(kill);
      titles.set(commit, title);
      const child = publishingProcess(dataDir);
      await pause(Math.random() * WHOLE);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const after = archived(dataDir);
      expect(after).toMatchObject({
        integrity: 'ok',
        articles: whole.articles,
        texts: whole.texts,
        title: titles.get(after.commit),
      });
    }
    await once(publishingProcess(dataDir), 'exit');
    expect(archived(dataDir).commit).toBe(repository.head);
    expect(existsSync(join(dataDir, 'content.git.new'))).toBe(false);
  });

  it(`in a server is done by the next, ${SERVER_KILLS} times`, {
    timeout: KILLS * 10_000,
  }, async () => {
    const options = { dataDir: temporaryFolder(), environment: publishing(repository) };
    let site = await startSite(options);
    for (let kill = 0; kill < SERVER_KILLS; kill += 1) {
      const { title } = newHeadline(1000 + kill);
      await tell(site);
      await pause(Math.random() * 250);
      site.kill();
      site = await startSite(options);
      expect(await textOf(site, '/articles/valley-0')).toContain(title);
      expect(archived(options.dataDir).integrity).toBe('ok');
    }
    try {
      const { title } = newHeadline(2000);
      await tell(site);
      await until(async () => (await textOf(site, '/articles/valley-0')).includes(title));
    } finally {
      await site.stop();
    }
  });
});
