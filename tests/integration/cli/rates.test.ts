import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderOf } from '@/tests/fixtures/folder';
import { cbuTable, frankfurterRows, HTML_PAGE } from '@/tests/fixtures/rates/answers';
import { allVariables, type Handler, startLoopback } from '@/tests/fixtures/rates/loopback';

const ROOT = resolve(import.meta.dirname, '../../..');
const today = new Date().toISOString().slice(0, 10);

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Not `spawnSync`: the providers answer from this process. */
async function rates(dataDir: string, address: string, args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, ['lib/cli/run.mjs', 'rates', ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_OPTIONS: undefined,
      CONTENT_DIR: 'content',
      DATA_DIR: dataDir,
      ...allVariables(address),
    },
  });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...printed };
}

const RATES: Readonly<Record<string, number>> = { KGS: 87.45, TJS: 9.3288, UZS: 12142.1 };

const frankfurter: Handler = (request, response) => {
  const quote = new URL(request.url ?? '', 'http://loopback').searchParams.get('quotes') ?? '';
  const rate = RATES[quote];
  if (rate === undefined) response.end(HTML_PAGE);
  else response.end(frankfurterRows(quote, [[today, rate]]));
};

async function provider() {
  const dotted = today.split('-').reverse().join('.');
  const loopback = await startLoopback({
    '/v2/rates': frankfurter,
    '/en/arkhiv-kursov-valyut/json/': cbuTable(dotted, [
      { code: 'USD', value: '12194.21' },
      { code: 'TMT', value: '4037.68' },
    ]),
  });
  closers.push(loopback.close);
  return loopback.address;
}

describe('the command rates', () => {
  it('fetches, and says per provider what came, what failed and why', async () => {
    const folder = folderOf({});
    const { code, out } = await rates(folder, await provider(), ['fetch']);
    expect(out).toMatch(new RegExp(`UZS +frankfurter +answered +12142.1 of ${today}`));
    expect(out).toMatch(/KZT +frankfurter +failed/);
    expect(out).toContain('KZT frankfurter: Frankfurter: no JSON came but "<!DOCTYPE html>');
    expect(out).toMatch(/KZT +fawazahmed0 +failed/);
    expect(out).toContain('What readers see has changed.');
    // One currency got nothing.
    expect(code).toBe(1);
    const shown = await rates(folder, 'http://127.0.0.1:9', ['show']);
    expect(shown.out).toMatch(new RegExp(`UZS +12,142.10 .*${today} +fresh .*via Frankfurter`));
    expect(shown.out).toMatch(/KZT +501.901 .*2026-02-26 +(expired|stale)/);
    expect(shown.out).toContain('trouble: KZT: the newest rate is of 2026-02-26');
    expect(shown.code).toBe(1);
  });

  it('compares what all say, the manat by way of the sum among them', async () => {
    const { code, out } = await rates(folderOf({}), await provider(), ['audit']);
    expect(out).toMatch(/disagreement: TMT: 3\.5 \(peg, .*\) and 3\.02\d* \(cbu .*\) differ by 15/);
    expect(code).toBe(1);
  });

  it('imports history named after its source, and corrects what it has', async () => {
    const folder = folderOf({ 'nbk.csv': 'date,KZT\n2025-01-02,520.1\n2025-01-03,521.2\n' });
    const file = join(folder, 'nbk.csv');
    const first = await rates(folder, 'http://127.0.0.1:9', ['import', file]);
    expect(first).toMatchObject({ code: 0, out: '2 figures of nbk: 2 new, 0 revised, 0 same.\n' });
    writeFileSync(file, 'date,KZT\n2025-01-02,520.4\n2025-01-03,521.2\n');
    const second = await rates(folder, 'http://127.0.0.1:9', ['import', file]);
    expect(second.out).toContain('0 new, 1 revised, 1 same');
    const shown = await rates(folder, 'http://127.0.0.1:9', ['show']);
    expect(shown.out).toContain('revised: KZT of 2025-01-02 by nbk, 520.1 to 520.4');
  });

  it.each([
    [
      'a file with problems',
      ['import', 'bad.csv', '--source', 'nbk'],
      1,
      'bad.csv:2:12 error rate-out-of-band',
    ],
    ['a source that nobody knows', ['import', 'bad.csv'], 2, 'No source is called "bad"'],
    ['a file that is not there', ['import', 'none.csv', '--source', 'nbk'], 2, 'cannot be read'],
    ['no file', ['import'], 2, 'Name one file'],
    ['no command', [], 2, 'npm run rates -- fetch'],
    ['another command', ['fetsh'], 2, 'There is no command "fetsh"'],
  ])('refuses %s, and says so', async (_, args, code, message) => {
    const folder = folderOf({ 'bad.csv': 'date,KZT\n2025-01-02,5.201\n' });
    const values = args.map((arg) => (arg.endsWith('.csv') ? join(folder, arg) : arg));
    const run = await rates(folder, 'http://127.0.0.1:9', values);
    expect(run.code).toBe(code);
    expect(run.err).toContain(message);
  });
});
