import { spawnSync } from 'node:child_process';

/** What a Git command may take and give. */
export interface GitOptions {
  /** Folder in which it runs; a repository, or a folder within a working tree. */
  readonly cwd: string;
  /**
   * The repository itself, where it has no working tree. Without it, Git looks for one in `cwd` and
   * above, and would take up the next best where that is damaged.
   */
  readonly gitDir?: string;
  /** Configuration for this command alone, as `name=value`. */
  readonly settings?: readonly string[];
  /** Text for its standard input. */
  readonly input?: string;
  /** Milliseconds after which it is ended. */
  readonly timeout?: number;
}

/** Thrown where Git cannot be run, refuses, or takes too long; the message is for the operator. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

const PATIENCE = 60_000;
const LARGEST_OUTPUT = 1024 * 1024 * 1024;

/**
 * Content is data from outside: nothing in it may run here or lead elsewhere. Set for every
 * command, so that no configuration of the machine or of the repository takes it back.
 */
const SAFE: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.quotePath=false',
  'protocol.allow=never',
  'protocol.file.allow=always',
  'protocol.https.allow=always',
  'protocol.ssh.allow=always',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'transfer.fsckObjects=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.detachedHead=false',
  'safe.directory=*',
].flatMap((setting) => ['-c', setting]);

/** Variables that would make Git work on something else than the folder it is started in. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY'];

/**
 * Runs Git to its end and gives its output.
 * @throws GitError saying what Git said
 */
export function git(args: readonly string[], options: GitOptions): Buffer {
  const { cwd, gitDir, settings = [], input, timeout } = options;
  const place = gitDir === undefined ? [] : [`--git-dir=${gitDir}`];
  const given = settings.flatMap((setting) => ['-c', setting]);
  const limit = timeout ?? PATIENCE;
  const run = spawnSync('git', [...place, ...SAFE, ...given, ...args], {
    cwd,
    env: environment(),
    maxBuffer: LARGEST_OUTPUT,
    timeout: limit,
    killSignal: 'SIGKILL',
    ...(input === undefined ? {} : { input }),
  });
  if (run.error && 'code' in run.error && run.error.code === 'ETIMEDOUT') {
    throw new GitError(`git ${args[0]} was given up after ${limit / 1000} s`);
  }
  if (run.error) throw new GitError(`git cannot be run (${run.error.message})`);
  if (run.status !== 0) {
    const said = run.stderr.toString('utf8').trim() || `exit code ${run.status ?? run.signal}`;
    throw new GitError(`git ${args[0]}: ${said}`);
  }
  return run.stdout;
}

/**
 * What names stand for, such as `main^{commit}` or `main:articles`, asked all at once.
 * @param names none with a line break
 * @returns in the order asked for; null where a name stands for nothing
 * @throws GitError saying what Git said
 */
export function resolveNames(names: readonly string[], options: GitOptions): (string | null)[] {
  const input = `${names.join('\n')}\n`;
  const output = git(['cat-file', '--batch-check=%(objectname)'], { ...options, input });
  const lines = output.toString('utf8').split('\n');
  return names.map((_, index) => /^[0-9a-f]{40,64}$/.exec(lines[index] ?? '')?.[0] ?? null);
}

function environment(): NodeJS.ProcessEnv {
  const variables: NodeJS.ProcessEnv = {
    ...process.env,
    // Without anybody at a terminal, a question would wait for ever.
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? 'ssh -o BatchMode=yes -o ConnectTimeout=15',
    // Reading must not write into a repository that belongs to somebody else.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
  };
  for (const name of MISLEADING) delete variables[name];
  return variables;
}
