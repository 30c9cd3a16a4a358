import type { Environment } from '@/lib/site/environment';

export interface Finding {
  readonly level: 'ok' | 'warning' | 'error';
  /** What was found, in a sentence. */
  readonly found: string;
  /** How to mend it; null where nothing is to be mended. */
  readonly mend: string | null;
}

export const ok = (found: string): Finding => ({ level: 'ok', found, mend: null });

export const warning = (found: string, mend: string): Finding => {
  return { level: 'warning', found, mend };
};

export const error = (found: string, mend: string): Finding => ({ level: 'error', found, mend });

/** What an installation is looked at by. */
export interface Installation {
  /** Folder of the program. */
  readonly root: string;
  /** Folder in which it is started: that of `.env`. */
  readonly folder: string;
  readonly environment: Environment;
}

/** One thing to look at. It finds at least one thing, and throws only where the doctor itself is at fault. */
export interface Check {
  /** In one word or two. */
  readonly name: string;
  readonly run: (installation: Installation) => Finding[] | Promise<Finding[]>;
}

export function reason(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  // What `fetch` throws says why only in its cause.
  return thrown.cause instanceof Error ? thrown.cause.message || thrown.message : thrown.message;
}
