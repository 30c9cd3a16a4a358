import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Check, error, type Finding, ok, warning } from '../finding';

/** Newest major version that the tests have been run with. */
const NEWEST_TESTED = 24;

const manifest = z.object({ engines: z.object({ node: z.string().regex(/^>=\d+\.\d+\.\d+$/) }) });

export const node: Check = {
  name: 'node',
  run: ({ root }) => [judgeNode(process.versions.node, oldestNode(root))],
};

/** @param oldest oldest version that will do */
export function judgeNode(version: string, oldest: string): Finding {
  if (compare(version, oldest) < 0) {
    return error(`Node ${version} runs here.`, `Install Node ${oldest} or newer.`);
  }
  const [major = 0] = parts(version);
  if (major > NEWEST_TESTED || major % 2 === 1) {
    return warning(
      `Node ${version} runs here, with which nobody has tested the program.`,
      `Use a version with long support: 20, 22 or ${NEWEST_TESTED}.`,
    );
  }
  return ok(`Node ${version}`);
}

function oldestNode(root: string): string {
  const { engines } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return engines.node.slice('>='.length);
}

function compare(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(version: string): number[] {
  return version.split('.').map(Number);
}
