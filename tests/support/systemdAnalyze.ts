import { ensureProgram } from './ensureProgram';

/**
 * Name of a systemd-analyze that runs, installed where there is none.
 * @throws Error that says how to get one
 */
export function ensureSystemdAnalyze(): string {
  return ensureProgram({
    program: 'systemd-analyze',
    parameter: '--version',
    variable: 'SYSTEMD_ANALYZE_PATH',
    debianPackage: 'systemd',
    whoNeedsIt: 'Tests of the unit',
  });
}
