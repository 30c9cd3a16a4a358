import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultRow } from './faults/faultRow';
import { faultTable, withTable } from './faults/faultTable';

const USAGE = 'Usage: npm run test:faults -- [--short] [--write docs/faults.md] [FILE ...]';

/**
 * Tries the site by faults, in the long form or in CI's short one, and prints a table of what readers saw.
 * @returns the exit code of the tests
 */
function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { short: { type: 'boolean', default: false }, write: { type: 'string' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-faults-'));
  try {
    const form = values.short ? 'short' : 'long';
    const files = positionals.length > 0 ? positionals : ['tests/system/faults'];
    const vitest = ['vitest', 'run', '--project', 'system', '--testTimeout=900000', ...files];
    const { status } = spawnSync('npx', vitest, {
      stdio: 'inherit',
      env: { ...process.env, FAULTS: form, FAULTS_RESULTS: folder },
    });
    const rows = readdirSync(folder).map((name) =>
      faultRow.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    );
    const table = faultTable(rows);
    console.log(`\n${table}`);
    if (values.write !== undefined) write(values.write, table, form);
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(file: string, table: string, form: string): void {
  const day = new Date().toISOString().slice(0, 10);
  const note = `${day}, Node ${process.version.slice(1)}, ${availableParallelism()} cores, ${form} form.`;
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), table, note));
}

try {
  process.exitCode = run();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
