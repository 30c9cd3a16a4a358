import { parseArgs } from 'node:util';
import { EnvironmentError, readEnvironment } from '@/lib/site/environment';
import { doctorReport, examine, type NamedFinding } from './doctor/examine';
import { error } from './doctor/finding';

const USAGE = 'Usage: npm run doctor -- [--format text|json]';

/** Looks at this installation and says what to mend; the exit code is 1 where something has to be. */
async function doctor(): Promise<number> {
  const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
  const { format } = values;
  if (format !== 'text' && format !== 'json') throw new Error('--format is text or json.');
  const findings = await examineHere();
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(findings, null, 2)}\n` : doctorReport(findings),
  );
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}

async function examineHere(): Promise<NamedFinding[]> {
  const root = process.cwd();
  try {
    const environment = readEnvironment(process.env, root);
    return await examine({ root, folder: root, environment });
  } catch (thrown) {
    if (!(thrown instanceof EnvironmentError)) throw thrown;
    const mend = 'Correct them in the environment or in .env; docs/operators.md has all settings.';
    return [{ check: 'settings', ...error(thrown.message, mend) }];
  }
}

process.exitCode = await doctor().catch((thrown: unknown) => {
  console.error(`${thrown instanceof Error ? thrown.message : String(thrown)}\n${USAGE}`);
  return 2;
});
