import { expect } from 'vitest';
import type { Check, Finding, Installation } from '@/lib/cli/doctor/finding';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '@/tests/fixtures/folder';
import { ROOT } from '../command';

export function installation(
  variables: Readonly<Record<string, string>> = {},
  folder = folderOf({}),
): Installation {
  return { root: ROOT, folder, environment: readEnvironment(variables, folder) };
}

export async function levels(check: Check, of: Installation): Promise<string[]> {
  return (await check.run(of)).map(({ level }) => level);
}

/** A finding that is to be mended says how. */
export function expectLevel({ level, mend }: Finding, expected: Finding['level']): void {
  expect([level, mend === null]).toEqual([expected, expected === 'ok']);
}
