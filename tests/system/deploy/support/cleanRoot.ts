import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Of this machine's system: what is written there stays apart. Its other folders are not to be seen. */
const SYSTEM = ['usr', 'etc', 'var'];
/** Names that lead into `usr`, as on every Debian since 12. */
const LINKS = ['bin', 'sbin', 'lib', 'lib64'];
const EMPTY = ['root', 'home', 'run', 'tmp', 'proc', 'dev', 'app'];

/** A root folder that has this machine's system in it, and nothing else. */
export interface CleanRoot {
  /** Folder of the files that are no part of the system, with `/app` in it. */
  readonly folder: string;
  /** Shell commands that make the root in a mount namespace of its own, and end with it. */
  readonly enter: string;
}

/**
 * Lays out a clean root below a folder. Nothing is mounted yet: `enter` does that, in a namespace that goes
 * with its process.
 */
export function layOutRoot(parent: string): CleanRoot {
  const folder = join(parent, 'root');
  for (const name of [...SYSTEM, ...EMPTY]) mkdirSync(join(folder, name), { recursive: true });
  for (const name of SYSTEM) {
    for (const kind of ['upper', 'work']) mkdirSync(join(parent, kind, name), { recursive: true });
  }
  const overlays = SYSTEM.map((name) => {
    const [upper, work] = [join(parent, 'upper', name), join(parent, 'work', name)];
    const options = `lowerdir=/${name},upperdir=${upper},workdir=${work}`;
    return `mount -t overlay overlay -o ${options} ${join(folder, name)}`;
  });
  const enter = [
    'set -e',
    `mount --bind ${folder} ${folder}`,
    ...overlays,
    ...LINKS.map((name) => `[ ! -e /${name} ] || ln -sfn usr/${name} ${join(folder, name)}`),
    `mount --rbind /dev ${join(folder, 'dev')}`,
    `mount --rbind /proc ${join(folder, 'proc')}`,
  ].join('\n');
  return { folder, enter };
}

/** Whether this machine lets us make such roots: that takes the rights of its administrator. */
export function canMakeRoots(parent: string): boolean {
  const { enter, folder } = layOutRoot(parent);
  const script = `${enter}\nexec chroot ${folder} true`;
  return spawnSync('unshare', ['--mount', 'sh', '-c', script]).status === 0;
}
