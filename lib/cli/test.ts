import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { ensureChromium } from '@/tests/browser/support/chromium';
import { ensureJava } from '@/tests/browser/support/java';
import { ensureObservatory } from '@/tests/browser/support/observatory/ensureObservatory';
import { ensureXmllint } from '@/tests/browser/support/xmllint';
import { ensureCaddy } from '@/tests/support/caddy';
import { ensureOpenssl } from '@/tests/support/certificate';
import { ensureFaketime } from '@/tests/support/faketime';
import { ensureNginx } from '@/tests/support/nginx';
import { ensureSystemdAnalyze } from '@/tests/support/systemdAnalyze';
import { ensureValkey } from '@/tests/support/valkey';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What failed and why, to be said once more at the end. */
  readonly failures: readonly string[];
}

/** Characters of a failure that are repeated at the end; all of it stands further up. */
const FAILURE_LENGTH = 1500;

/** One script of package.json. Types and lint count as one test each, vitest's as they are. */
interface Part {
  readonly name: string;
  readonly script: string;
  readonly counts: 'itself' | 'tests';
}

const PARTS: readonly Part[] = [
  { name: 'types', script: 'test:types', counts: 'itself' },
  { name: 'lint', script: 'test:lint', counts: 'itself' },
  { name: 'unit, component and integration', script: 'test:unit', counts: 'tests' },
  { name: 'system', script: 'test:system', counts: 'tests' },
  { name: 'browser', script: 'test:browser', counts: 'tests' },
];

/** What is read of the file that vitest's JSON reporter writes. */
const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/**
 * Runs every part, the later ones too where an earlier one fails. The last line on standard
 * output is `N passed, N failed`, alone.
 * @returns the exit code: 1 where anything failed, or where a part of vitest ran no test
 */
function test(): number {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-tests-'));
  try {
    const outcomes = [...missingPrograms(), ...PARTS.map((part) => run(part, folder))];
    const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
    const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
    for (const reason of outcomes.flatMap((outcome) => outcome.failures)) {
      console.log(`\nfailed: ${reason}`);
    }
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes sure of the programs that tests need; one that cannot be had is a failure by itself. */
function missingPrograms(): Outcome[] {
  // Named for the parts below, so that they need not look for them again.
  const programs = {
    CHROMIUM_PATH: ensureChromium,
    JAVA_PATH: ensureJava,
    XMLLINT_PATH: ensureXmllint,
    OBSERVATORY_PATH: ensureObservatory,
    NGINX_PATH: ensureNginx,
    FAKETIME_PATH: ensureFaketime,
    CADDY_PATH: ensureCaddy,
    VALKEY_PATH: ensureValkey,
    OPENSSL_PATH: ensureOpenssl,
    SYSTEMD_ANALYZE_PATH: ensureSystemdAnalyze,
  };
  return Object.entries(programs).flatMap(([name, ensure]) => {
    try {
      process.env[name] = ensure();
      return [];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(message);
      return [failure(message)];
    }
  });
}

function run(part: Part, folder: string): Outcome {
  console.log(`\n== ${part.name}: npm run ${part.script}`);
  if (part.counts === 'itself') {
    const succeeded = runScript(part.script);
    console.log(`${part.name}: ${succeeded ? 'passed' : 'failed'}`);
    return succeeded ? { passed: 1, failed: 0, failures: [] } : failure(part.name);
  }
  const base = join(folder, part.script.replace(':', '-'));
  const [file, errorsFile] = [`${base}.json`, `${base}-errors.json`] as const;
  process.env.OUTSIDE_ERRORS_FILE = errorsFile;
  const succeeded = runScript(part.script, [
    '--reporter=default',
    '--reporter=json',
    '--reporter=./tests/support/outsideErrors.ts',
    `--outputFile.json=${file}`,
  ]);
  return outcomeOf(part, file, errorsFile, succeeded);
}

function runScript(script: string, parameters: readonly string[] = []): boolean {
  const { status, error } = spawnSync('npm', ['run', '--silent', script, '--', ...parameters], {
    stdio: 'inherit',
  });
  if (error) console.error(`npm cannot be run: ${error.message}`);
  return status === 0;
}

function outcomeOf(
  { name, script }: Part,
  file: string,
  errorsFile: string,
  succeeded: boolean,
): Outcome {
  if (!existsSync(file)) {
    return failure(`${name}: vitest ended without a report.`);
  }
  const counts = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = counts;
  if (skipped > 0) console.log(`${name}: ${skipped} skipped`);
  const failures = [...failuresOf(counts), ...errorsOutside(name, errorsFile)];
  if (passed + failed === 0) failures.push(`${name}: npm run ${script} ran no test.`);
  // A file that cannot be loaded, or an error outside of any test, is in no number of vitest's.
  const isSound = succeeded && passed + failed > 0;
  if (!isSound && failures.length === 0) failures.push(`${name}: vitest failed without a reason.`);
  return { passed, failed: isSound ? failed : Math.max(1, failed), failures };
}

function errorsOutside(name: string, file: string): string[] {
  if (!existsSync(file)) return [];
  const errors = z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  return errors.map((error) => shortened(`${name}, outside of any test: ${error}`));
}

function failure(reason: string): Outcome {
  return { passed: 0, failed: 1, failures: [reason] };
}

function failuresOf({ testResults }: z.infer<typeof report>): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults.filter((result) => result.status === 'failed');
    if (status === 'failed' && tests.length === 0) return [shortened(`${file}\n${message}`)];
    return tests.map((result) =>
      shortened(`${file} > ${result.fullName}\n${(result.failureMessages ?? []).join('\n')}`),
    );
  });
}

function shortened(reason: string): string {
  return reason.length > FAILURE_LENGTH ? `${reason.slice(0, FAILURE_LENGTH)} ...` : reason;
}

process.exitCode = test();
