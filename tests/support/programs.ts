import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether a program is there and runs. */
export function runs(program: string, parameter = '--version'): boolean {
  return spawnSync(program, [parameter]).status === 0;
}

/** Of Debian alone: what Ubuntu calls by the same name may be a snap, which containers cannot run. */
export function canInstall(): boolean {
  const release = '/etc/os-release';
  const isDebian = existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
  return isDebian && process.getuid?.() === 0;
}

/** @throws Error where the system's package manager fails */
export function install(debianPackage: string): void {
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage]);
}

/** @throws Error where the program ends with another exit code than 0 */
export function run(program: string, parameters: readonly string[]): void {
  const { status, error } = spawnSync(program, parameters, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const cause = error ? error.message : `exit code ${status}`;
  throw new Error(`"${program} ${parameters.join(' ')}" failed (${cause}).`);
}
