import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { isInRepository } from '@/lib/git/isInRepository';
import { UNREAD } from './contentTree';

/** Tells by a short text whether a file may have changed since it was last read. */
export type Fingerprint = (path: string) => string;

/**
 * Fingerprints for the files of a content folder: Git's object name for what is committed and
 * untouched, so that a fresh checkout with new timestamps reads nothing again; size and times of
 * change for everything else. The change time is part of it since `chmod` moves nothing else.
 */
export function fingerprints(root: string): Fingerprint {
  const committed = committedObjects(root);
  return (path) => {
    const object = committed.get(path);
    if (object !== undefined) return gitFingerprint(object);
    try {
      const facts = lstatSync(`${root}/${path}`, { bigint: true });
      return `stat ${facts.size} ${facts.mtimeNs} ${facts.ctimeNs}`;
    } catch {
      // Gone since it was listed, or out of reach: the reading reports it.
      return UNREAD;
    }
  };
}

/** Fingerprint of a content that Git knows. */
export function gitFingerprint(object: string): string {
  return `git ${object}`;
}

/** The object name in a fingerprint; null where it is another kind of fingerprint. */
export function objectOf(fingerprint: string): string | null {
  return /^git ([0-9a-f]+)$/.exec(fingerprint)?.[1] ?? null;
}

/** Object names of tracked files that are as in the index; empty outside a Git repository. */
function committedObjects(root: string): Map<string, string> {
  const objects = new Map<string, string>();
  if (!isInRepository(root)) return objects;
  const staged = git(root, ['ls-files', '--stage', '-z']);
  const modified = git(root, ['ls-files', '--modified', '-z']);
  if (staged === undefined || modified === undefined) return objects;
  for (const entry of staged.split('\0')) {
    const [, object, path] = /^\d+ ([0-9a-f]+) 0\t(.+)$/s.exec(entry) ?? [];
    if (object !== undefined && path !== undefined) objects.set(path, object);
  }
  for (const path of modified.split('\0')) objects.delete(path);
  return objects;
}

/** Output of a Git command; undefined where there is no Git or no repository. */
function git(root: string, args: string[]): string | undefined {
  const run = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    timeout: 60_000,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  });
  return run.status === 0 ? run.stdout : undefined;
}
