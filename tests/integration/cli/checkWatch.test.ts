import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TestPublication } from '../../fixtures/publication';
import { VOTE } from '../badInput/case';
import { ROOT } from './command';

/** The command while it watches: what it printed so far, and a way to wait for more. */
function watching(folder: string) {
  const child = spawn(
    process.execPath,
    ['lib/cli/run.mjs', 'check', '--watch', '--content', folder],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: undefined },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const reports = (): string[] => out.split('Watching for changes.\n').slice(0, -1);
  return {
    child,
    /** The latest report, once one that passes has been made. */
    async report(passes: (report: string) => boolean): Promise<string> {
      for (;;) {
        const latest = reports().at(-1);
        if (latest !== undefined && passes(latest)) return latest;
        if (child.exitCode !== null) throw new Error(`It ended: ${out}`);
        await wait(20);
      }
    },
  };
}

const isSound = (report: string): boolean => report.includes('No problems found.');

describe('check --watch', () => {
  it('checks again whenever a file changes, between two lines of its own', async () => {
    const publication = TestPublication.sound();
    const { child, report } = watching(publication.folder);
    expect(await report(isSound)).toBe('Checking.\nNo problems found.\n');
    publication.edit(VOTE, 'section: politics', 'section: politcs');
    const broken = await report((text) => !isSound(text));
    expect(broken).toMatch(
      /^Checking\.\narticles\/2026\/03\/budget-vote\.md:\d+:10 error unknown-section /,
    );
    publication.edit(VOTE, 'section: politcs', 'section: politics');
    await report(isSound);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
