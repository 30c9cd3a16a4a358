import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doctorReport, examine } from '@/lib/cli/doctor/examine';
import type { Check } from '@/lib/cli/doctor/finding';
import { folderOf } from '@/tests/fixtures/folder';
import { run } from '../command';
import { installation } from './installation';

describe('the doctor', () => {
  it('goes on where one check fails, and reports all', async () => {
    const failing: Check = {
      name: 'one',
      run: () => {
        throw new Error('no permission');
      },
    };
    const good: Check = { name: 'other', run: () => [{ level: 'ok', found: 'Well.', mend: null }] };
    const findings = await examine(installation(), [failing, good]);
    expect(findings.map(({ check, level }) => [check, level])).toEqual([
      ['one', 'error'],
      ['other', 'ok'],
    ]);
    expect(doctorReport(findings)).toMatchInlineSnapshot(`
      "ERROR    one    This could not be looked at (no permission).
                      Mend what keeps it from being read.
      ok       other  Well.

      To be mended: 1. To be thought about: 0.
      "
    `);
  });

  it('is a command, with an exit code', () => {
    const dataDir = folderOf({});
    const well = run('doctor', ['--format', 'json'], { DATA_DIR: dataDir, PORT: '1024' });
    const findings = JSON.parse(well.out) as { check: string; level: string }[];
    expect(findings.map(({ check }) => check)).toContain('certificate');
    const isBroken = findings.some(({ level }) => level === 'error');
    expect(well.code).toBe(isBroken ? 1 : 0);
    writeFileSync(join(dataDir, 'data'), 'a file');
    const broken = run('doctor', [], { DATA_DIR: join(dataDir, 'data') });
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^ERROR +data +DATA_DIR cannot be written/m);
    const unreadable = run('doctor', [], { PORT: 'eighty' });
    expect([unreadable.code, unreadable.out]).toEqual([1, expect.stringContaining('PORT')]);
    expect(run('doctor', ['--format', 'xml']).code).toBe(2);
  });
});
