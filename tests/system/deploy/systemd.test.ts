import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import { ensureSystemdAnalyze } from '@/tests/support/systemdAnalyze';

/** Of ten, by systemd's own weights; Debian's nginx and ssh have more than nine. */
const MOST_EXPOSED = 1.5;
/** Seconds for which the server lets answers under way finish. */
const PATIENCE = 8;

const unit = readFileSync('deploy/saxaul.service', 'utf8');
const folder = temporaryFolder();
const file = join(folder, 'saxaul.service');

function setting(name: string): string[] {
  return [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

function analyze(...parameters: string[]) {
  return spawnSync(ensureSystemdAnalyze(), parameters, { encoding: 'utf8' });
}

beforeAll(() => {
  copyFileSync('deploy/saxaul.service', file);
});

describe('the unit', () => {
  it('is one that systemd takes without a word', () => {
    const { status, stdout, stderr } = analyze('verify', '--man=no', file);
    // Where Node is elsewhere on this machine, that is the only thing amiss.
    const words = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
    const others = words.filter((line) => !/\/usr\/bin\/node is not executable/.test(line));
    expect(others).toEqual([]);
    if (words.length === 0) expect(status).toBe(0);
  });

  it(`exposes the machine by at most ${MOST_EXPOSED} of 10`, () => {
    const { status, stdout } = analyze(
      'security',
      '--offline=true',
      `--threshold=${MOST_EXPOSED * 10}`,
      file,
    );
    expect(stdout).toMatch(/Overall exposure level/);
    expect(status, stdout).toBe(0);
  });

  it('gives the server the time that it takes to stop', () => {
    expect(Number(setting('TimeoutStopSec')[0])).toBeGreaterThan(PATIENCE);
    expect(setting('KillMode')).toEqual(['mixed']);
  });

  it('starts Node itself, so that it hears of a stop', () => {
    expect(setting('ExecStart')).toEqual(['/usr/bin/node lib/cli/run.mjs start']);
  });
});
