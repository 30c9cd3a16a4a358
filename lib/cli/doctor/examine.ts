import { CHECKS } from './checks';
import { type Check, error, type Finding, type Installation, reason } from './finding';

/** A finding with the check that it is of. */
export interface NamedFinding extends Finding {
  readonly check: string;
}

/** Looks at an installation; one check that fails keeps no other from being made. */
export async function examine(
  installation: Installation,
  checks: readonly Check[] = CHECKS,
): Promise<NamedFinding[]> {
  const found: NamedFinding[] = [];
  for (const { name, run } of checks) {
    const findings = await attempt(() => run(installation));
    found.push(...findings.map((finding) => ({ check: name, ...finding })));
  }
  return found;
}

async function attempt(run: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await run();
  } catch (thrown) {
    return [
      error(
        `This could not be looked at (${reason(thrown)}).`,
        'Mend what keeps it from being read.',
      ),
    ];
  }
}

const MARKS = { ok: 'ok', warning: 'warning', error: 'ERROR' } as const;

/** For people: a line for each finding, and below it how to mend it. */
export function doctorReport(findings: readonly NamedFinding[]): string {
  const width = Math.max(0, ...findings.map(({ check }) => check.length));
  const lines = findings.map(({ check, level, found, mend }) => {
    const head = `${MARKS[level].padEnd(7)}  ${check.padEnd(width)}  ${found}`;
    return mend === null ? head : `${head}\n${' '.repeat(width + 11)}${mend}`;
  });
  const count = (level: Finding['level']) =>
    findings.filter((finding) => finding.level === level).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const summary =
    errors + warnings === 0
      ? 'All is well.'
      : `To be mended: ${errors}. To be thought about: ${warnings}.`;
  return `${[...lines, '', summary].join('\n')}\n`;
}
